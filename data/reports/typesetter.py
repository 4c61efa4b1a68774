"""Typesets the template that is named; ``sys.inputs.values`` comes on stdin, the PDF goes to stdout.

A program of its own: typst takes up to 200 MB for a thousand names and gives nothing back while it lives.
"""

import sys
from pathlib import Path

import typst


def main() -> None:
    pdf = typst.compile(
        Path(sys.argv[1]),
        format="pdf",
        sys_inputs={"values": sys.stdin.buffer.read().decode()},
        pdf_tags=False,  # ten times the size
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst made no single PDF")
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
