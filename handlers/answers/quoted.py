"""Of a forwarded or quoted message, what its sender asks: that is what he wrote himself."""

from __future__ import annotations

import re

from handlers.answers.vocabulary.subjects import COUNTABLE

_QUOTE = re.compile(r"^\s*(?:>|»|\|)")
_HEADER = re.compile(
    r"^\W*(?:(?:pesan\s+)?diteruskan(?:\s+dari\b[^\n:]*)?|terusan|forward(?:ed)?(?:\s+(?:message|from)\b[^\n:]*)?|fwd?)\W*(?=\n|:|\]|$)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"^\s*\[\s*(?:pesan\s+)?(?:di)?(?:terus|forward)[^\]\n]*\]\s*(?=\S)", re.IGNORECASE)
""" "[Diteruskan dari grup …] …" in one line."""
_MARK = re.compile(r"\[\s*(?:pesan\s+)?(?:diterus|terus|forward)", re.IGNORECASE)
_MAX_GREETING = 90
"""So far into the text a forwarded message may begin."""
_PARAGRAPHS = re.compile(r"\n\s*\n")
_NUMBERED = re.compile(r"\b([a-z]+)\s+(?:ke-?\s?)?(\d{1,2}|[ivx]{1,4}|[a-h])\b")


def asked_part(text: str) -> str:
    """The text without what is quoted in it; all of it when nothing else is said.

    A number that only the quotation tells ("… sebelum Panel II dimulai" – "panelnya jam berapa?") is kept.
    """
    marked = _MARK.search(text, 0, _MAX_GREETING)
    text = text[marked.start() :] if marked else text
    if "\n" not in text:
        return _BRACKETED.sub("", text)
    quotation, own = _parted(text)
    return _with_numbers(own, quotation) if re.search(r"\w", own) else text


def _parted(text: str) -> tuple[str, str]:
    lines = text.strip().splitlines()
    quoted = [line for line in lines if _QUOTE.match(line)]
    if quoted:
        return "\n".join(quoted), "\n".join(line for line in lines if not _QUOTE.match(line))
    header = _HEADER.match(text.strip())
    if header is None:
        return "", text
    first, *others = _PARAGRAPHS.split(text.strip(), maxsplit=1)
    if others and re.search(r"\w", first[header.end() :]):
        return first, others[0]
    heading, *rest = lines
    if re.search(r"\w", heading[header.end() :]) or len(rest) == 1:
        return heading, "\n".join(rest)
    return "\n".join(lines[:-1]), lines[-1]


def _with_numbers(own: str, quotation: str) -> str:
    numbers: dict[str, set[str]] = {}
    for noun, number in _NUMBERED.findall(quotation.casefold()):
        if noun in COUNTABLE:
            numbers.setdefault(noun, set()).add(number)
    for noun, found in numbers.items():
        if len(found) == 1 and not re.search(
            rf"\b{noun}(?:nya)?\s+(?:ke-?)?\s?(?:\d|[ivx]+\b|[a-h]\b)", own, re.I
        ):
            own = re.sub(rf"\b{noun}(?:nya)?\b", f"{noun} {next(iter(found))}", own, flags=re.IGNORECASE)
    return own
