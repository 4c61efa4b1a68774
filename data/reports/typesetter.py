"""Typesets the template that is named; what is to be made comes as JSON on stdin, the file goes to stdout.

A program of its own: typst takes up to 200 MB for a thousand names and gives nothing back while it lives.
"""

import json
import sys
from pathlib import Path
from typing import Any

import typst


def main() -> None:
    template, job = Path(sys.argv[1]), json.load(sys.stdin.buffer)
    made = typst.compile(
        template,
        format=job["format"],
        ppi=job["ppi"],
        sys_inputs={"values": json.dumps(_fitting(template, job), ensure_ascii=False)},
        timestamp=job["timestamp"],
        pdf_tags=False,  # ten times the size
    )
    if not isinstance(made, bytes):
        raise TypeError("typst made several files of one")
    sys.stdout.buffer.write(made)


def _fitting(template: Path, job: dict[str, Any]) -> object:
    """The first of the alternatives that has no more pages than wanted, else the last."""
    *others, last = job["alternatives"]
    return next((one for one in others if _pages(template, one) <= job["most_pages"]), last)


def _pages(template: Path, values: object) -> int:
    """As the template itself says at its end."""
    inputs = {"values": json.dumps(values, ensure_ascii=False)}
    (end,) = json.loads(typst.query(template, "<end>", sys_inputs=inputs))
    return int(end["value"])


if __name__ == "__main__":
    main()
