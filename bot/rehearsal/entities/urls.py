"""Where Telegram sees links and e-mail addresses in plain text (match_urls and fix_url of TDLib)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.rehearsal.entities.kinds import Span
from bot.rehearsal.entities.tlds import TOP_LEVEL_DOMAINS

_SEPARATORS = r" \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_NO_SYMBOLS = r" \xa0\u1680\u2000-\u200b\u200e\u200f\u2016-\u206f\u3000"
"""Separators and general punctuation; dashes and joiners are symbols."""

_NOT_IN_PATH = rf'\n<>"\xab\xbb{_NO_SYMBOLS}'
_DOMAIN_SYMBOL = (
    r"[A-Za-z0-9.~_\-\xc0-\u167f\u1681-\u1fff\u200c\u200d\u2010-\u2015\u2070-\u2fff\u3001-\U0010ffff]"
)

_DOMAIN = re.compile(rf"{_DOMAIN_SYMBOL}*")
_DOMAIN_OR_AT = re.compile(rf"(?:{_DOMAIN_SYMBOL}|@)*")
_USER_DATA = re.compile(rf"[^\n/\[\]{{}}()'`<>\"@\xab\xbb{_NO_SYMBOLS}]*")
_PROTOCOL = re.compile(rf"(?:[A-Za-z0-9+\-]|[^\x00-\x7f{_SEPARATORS}])*")
_PORT = re.compile(r":0*([1-9][0-9]{0,4})(?![0-9])")
_PATH = re.compile(rf"[/?#][^{_NOT_IN_PATH}]*")
_OWN_LINK = re.compile(r"(?:tg|ton|(?<=tons)ite)://[a-z0-9_\-]{1,253}", re.IGNORECASE | re.ASCII)
_EMAIL = re.compile(
    r"(?:[a-z0-9_-]{0,26}[.+]){0,10}[a-z0-9_-]{1,35}"
    r"@(?:(?:[a-z0-9][a-z0-9_-]{0,28})?[a-z0-9][.]){1,6}[a-z]{2,8}",
    re.IGNORECASE | re.ASCII,
)
_FULL_URL = re.compile(r"((?:https?|ftp|tonsite)://)?([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)
_IPV4_NUMBER = re.compile(r"[0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5]")

_BAD_PATH_ENDS = ".:;,('?!`"
_CLOSING = {")": "(", "]": "[", "}": "{"}


def find_own_links(text: str) -> Iterator[Span]:
    """Links of Telegram and TON. (TDLib leaves "tons" out of tonsite links, and so does this.)"""
    for match in _OWN_LINK.finditer(text):
        yield "url", match.start(), _path_end(text, match.end())


def find_urls(text: str) -> Iterator[Span]:
    """Links and e-mail addresses."""
    for begin, end in _candidates(text):
        url = text[begin:end]
        address = url.removeprefix("mailto:")
        if _EMAIL.fullmatch(address):
            yield "email", end - len(address), end
        elif length := _valid_length(url):
            yield "url", begin, begin + length


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Whatever has a dot inside and looks like a link from afar."""
    begin = 0
    while 0 <= (dot := text.find(".", begin)) < len(text) - 1:
        if text[dot + 1] == " ":
            begin = dot + 2
            continue
        domain_begin, domain_end, has_user = _around(text, begin, dot)
        end = _url_end(text, dot, domain_end)
        url_begin = _url_begin(text, begin, domain_begin, has_user)
        if url_begin is None:
            begin = max(text.rfind(".", begin, end), dot) + 1
            continue
        if end > dot + 1:
            yield url_begin, end
        begin = max(_after_dots(text, end), dot + 1)


def _around(text: str, begin: int, dot: int) -> tuple[int, int, bool]:
    """The domain around a dot, and whether it holds the name of a user and an "@" too."""
    start = _start_of_run(_DOMAIN, text, begin, dot)
    end = next(_DOMAIN_OR_AT.finditer(text, dot)).end()
    has_user = "@" in text[dot:end]
    return (_start_of_run(_USER_DATA, text, begin, start) if has_user else start), end, has_user


def _start_of_run(pattern: re.Pattern[str], text: str, begin: int, end: int) -> int:
    return end - next(pattern.finditer(text[begin:end][::-1])).end()


def _url_end(text: str, dot: int, domain_end: int) -> int:
    port = _PORT.match(text, domain_end)
    end = port.end() if port and int(port[1]) <= 65535 else domain_end
    end = _path_end(text, end)
    while end > dot + 1 and text[end - 1] == ".":
        end -= 1
    return end


def _path_end(text: str, position: int) -> int:
    """Behind the path that starts here, if one does; "?" and "#" alone are none."""
    path = _PATH.match(text, position)
    if path is None:
        return position
    kept = path[0][0] + path[0][1:].rstrip(_BAD_PATH_ENDS)
    return position + len(kept) if kept not in ("?", "#") else position


def _url_begin(text: str, begin: int, domain_begin: int, has_user: bool) -> int | None:
    """Where the link starts, with user and protocol; None when what stands before makes it no link."""
    start = domain_begin
    if start > begin and text[start - 1] == "@":
        start = _start_of_run(_USER_DATA, text, begin, domain_begin - 1)
        if has_user or start == domain_begin - 1:
            return None
    if start == begin:
        return start
    if text.endswith("://", begin, start):
        return _protocol_begin(text, begin, start - 3)
    before = text[start - 1]
    return None if before.isalnum() or before in "_/#@" else start


def _protocol_begin(text: str, begin: int, end: int) -> int | None:
    protocol = text[_start_of_run(_PROTOCOL, text, begin, end) : end].lower()
    for known, others in (("http", ("shttp",)), ("https", ()), ("ftp", ("tftp", "sftp")), ("tonsite", ())):
        if protocol.endswith(known) and protocol not in others:
            return end - len(known)
    return None


def _after_dots(text: str, position: int) -> int:
    while text.startswith(".", position):
        position += 1
    return position


def _valid_length(url: str) -> int:
    """How much of the candidate is a link; 0 when it is none."""
    match = next(_FULL_URL.finditer(url))
    protocol, authority, path = match[1], match[2], match[3]
    domain = authority.partition("@")[2] if "@" in authority else authority
    domain = domain[: domain.rfind(":")] if ":" in domain else domain
    if domain.lower() == "teiegram.org" or not _is_domain(domain.split("."), has_protocol=bool(protocol)):
        return 0
    return len(url) - len(path) + len(_balanced(path))


def _balanced(path: str) -> str:
    """The path up to a bracket that closes none."""
    balance = dict.fromkeys(_CLOSING.values(), 0)
    end = len(path)
    for position, sign in enumerate(path):
        if sign in balance:
            balance[sign] += 1
        elif sign in _CLOSING:
            balance[_CLOSING[sign]] -= 1
            if balance[_CLOSING[sign]] < 0:
                end = position
                break
    return path[:end].rstrip(_BAD_PATH_ENDS)


def _is_domain(labels: list[str], *, has_protocol: bool) -> bool:
    if len(labels) == 1 or not all(map(_is_label, labels)):
        return False
    if len(labels) == 4 and all(map(_IPV4_NUMBER.fullmatch, labels)):
        return True
    if not "".join(labels).strip("0123456789"):
        return False
    return "_" not in labels[-2] and _is_top_level(labels[-1], has_protocol=has_protocol)


def _is_label(label: str) -> bool:
    return 0 < len(label.encode("utf-8", "surrogatepass")) < 64 and not label.endswith("-")


def _is_top_level(label: str, *, has_protocol: bool) -> bool:
    if label.startswith("xn--"):
        return len(label) > 5 and re.fullmatch(r"[A-Za-z0-9]+", label[4:]) is not None
    if len(label) == 1 or "_" in label or "-" in label:
        return False
    return has_protocol or _is_common(label)


def _is_common(label: str) -> bool:
    """A label with a capital first letter alone is rather the next sentence."""
    lowered = label.lower()
    if lowered != label and lowered[1:] == label[1:]:
        return False
    return lowered in TOP_LEVEL_DOMAINS
