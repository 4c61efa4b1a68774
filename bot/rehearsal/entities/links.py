"""Which links Telegram takes, and in what form.

Source: TDLib, check_link in LinkManager.cpp and parse_url in HttpUrl.cpp, compared with TDLib 1.8.69.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv6Address

from bot.rehearsal.entities.offsets import ascii_lower, is_well_formed

_MAX_PORT = 65535

_OWN_SCHEME = re.compile(r"(tonsite|ton|tg):(?://)?", re.IGNORECASE | re.ASCII)
_URL = re.compile(r"(?:([^:/?#@\[\]]*)://)?([^/?#]*)(.*)", re.DOTALL)
_PORT = re.compile(r"0*([1-9][0-9]{0,4})")
_HOST = re.compile(r"(?:[\w.\-!$,~*'();&+=]|[^\x00-\x7f]|%[0-9a-fA-F]{2})*", re.ASCII)
_USER_INFO = re.compile(r"(?:[\w.\-!$,~*'();&+=:]|[^\x00-\x7f]|%[0-9a-fA-F]{2})*", re.ASCII)
_WRONG_IPV6 = "Wrong IPv6 address specified in the URL"
_CONTROL = re.compile(r"[\x00-\x20]")
_SPACES = " \t\r\n\0\v"


class LinkError(ValueError):
    """Telegram does not take the link; the text is its reason."""


@dataclass(frozen=True)
class _Link:
    scheme: str
    user_info: str
    host: str
    port: str
    path: str
    """From "/" on, with query and fragment."""


def check_link(url: str) -> str:
    """The link in Telegram's canonical form. Raises LinkError, whose text is Telegram's reason."""
    if not is_well_formed(url):
        raise LinkError("URL must be encoded in UTF-8")
    own = _OWN_SCHEME.match(url)
    if own:
        return _own_link(ascii_lower(own[1]), url[own.end() :])
    link = _split(url)
    if "." not in link.host and not link.host.startswith("["):
        raise LinkError("Wrong HTTP URL")
    user = link.user_info and f"{link.user_info}@"
    port = link.port and f":{link.port}"
    return f"{link.scheme}://{user}{link.host}{port}{link.path}"


def _own_link(scheme: str, rest: str) -> str:
    """A tg, ton or tonsite link, of which ``rest`` stands behind the scheme."""
    link = _split(rest)
    is_web = link.scheme == "https" or ascii_lower(rest[:7]) == "http://"
    if is_web or link.user_info or link.port or link.host.startswith("["):
        raise LinkError("Wrong tg URL" if scheme == "tg" else "Wrong ton URL")
    allowed = r"[A-Za-z0-9_.\-]*" if scheme == "tonsite" else r"[A-Za-z0-9_\-]*"
    if re.fullmatch(allowed, link.host) is None:
        raise LinkError("Unallowed characters in URL host")
    return f"{scheme}://{link.host}{link.path[1:] if link.path.startswith('/?') else link.path}"


def _split(url: str) -> _Link:
    """Raises LinkError when it is no HTTP URL; the scheme may be missing."""
    match = next(_URL.finditer(url))
    scheme = ascii_lower(match[1] if match[1] is not None else "http")
    if scheme not in ("http", "https"):
        raise LinkError("Unsupported URL protocol")
    authority, port = _split_port(match[2])
    user_info, _, host = authority.rpartition("@")
    host = ascii_lower(host)
    _check_host(host)
    if not host.startswith("["):
        _check_part(user_info, "userinfo", _USER_INFO)
    return _Link(scheme, user_info, host, port, _path(match[3]))


def _split_port(authority: str) -> tuple[str, str]:
    """Authority and port; "" when there is no port."""
    position = max(authority.rfind(mark) for mark in ":]@")
    if position <= 0 or authority[position] != ":":
        return authority, ""
    port = _PORT.fullmatch(authority, position + 1)
    if port is None or int(port[1]) > _MAX_PORT:
        raise LinkError("Wrong port number specified in the URL")
    return authority[:position], port[1]


def _check_host(host: str) -> None:
    if host.startswith("[") and host.endswith("]"):
        _check_ipv6(host)
    elif not host:
        raise LinkError("URL host is empty")
    elif host == ".":
        raise LinkError("Host is invalid")
    else:
        _check_part(host, "host", _HOST)


def _check_part(part: str, name: str, allowed: re.Pattern[str]) -> None:
    end = next(allowed.finditer(part)).end()
    if end == len(part):
        return
    if part[end] == "%":
        raise LinkError(f"Wrong percent-encoded symbol in URL {name}")
    raise LinkError(f"Disallowed character in URL {name}")


def _check_ipv6(host: str) -> None:
    try:
        IPv6Address(host[1:-1])
    except AddressValueError as error:
        raise LinkError(_WRONG_IPV6) from error
    if "%" in host:
        raise LinkError(_WRONG_IPV6)


def _path(rest: str) -> str:
    path = rest.rstrip(_SPACES)
    path = path if path.startswith("/") else f"/{path}"
    return _CONTROL.sub(lambda match: f"%{ord(match[0]):02X}", path)
