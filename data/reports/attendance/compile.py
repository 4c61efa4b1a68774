"""Typesets the list that comes as JSON on stdin; the PDF goes to stdout. Runs as a program of its own.

Typst takes up to 200 MB for a thousand names and does not give them back: they end with this process.
"""

import sys
from pathlib import Path

import typst


def main() -> None:
    pdf = typst.compile(
        Path(__file__).with_name("list.typ"),
        format="pdf",
        sys_inputs={"list": sys.stdin.buffer.read().decode()},
        pdf_tags=False,  # ten times the size
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst made no single PDF")
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
