"""The entity parser against what TDLib 1.8.69 (parseTextEntities, getTextEntities, parseMarkdown) answers.

Entities are written ``type offset length key=value``, separated by commas.
"""

from __future__ import annotations

import html
import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rehearsal.entities import EntityError, ParseError, find_entities, fix, parse

MODES = ["html", "markdown", "markdownv2"]

HTML = [
    ("a & b", "a & b", ""),
    ("&lt;b&gt; &amp;amp; &quot;&#39;&nbsp;&#x1F600;&#128512;", "<b> &amp; \"'&nbsp;😀😀", ""),
    ("<b>x <i>y</i></b> z", "x y z", "bold 0 3, italic 2 1"),
    (
        "<strong>a</strong><em>b</em><ins>c</ins><strike>d</strike><del>e</del>",
        "abcde",
        "bold 0 1, italic 1 1, underline 2 1, strikethrough 3 1, strikethrough 4 1",
    ),
    ("<u><s>Rakor 😀</s></u> é", "Rakor 😀 é", "underline 0 8, strikethrough 0 8"),
    ('<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>', "ab", "spoiler 0 1, spoiler 1 1"),
    (
        '<a href="https://kemendagri.go.id/?a=1&amp;b=2">x</a>',
        "x",
        "text_link 0 1 url=https://kemendagri.go.id/?a=1&b=2",
    ),
    ("<a href='T.ME/Rakor'>x</a>", "x", "text_link 0 1 url=http://t.me/Rakor"),
    ("<a href=t.me>x</a>", "x", "text_link 0 1 url=http://t.me/"),
    ('<a href="tg://user?id=42">Budi</a>', "Budi", "text_mention 0 4 user=42"),
    ("<a>t.me/x</a>", "t.me/x", "text_link 0 6 url=http://t.me/x"),
    ("<a>x</a>", "x", ""),
    ('<a href="not a link">x</a>', "x", ""),
    ('<a href="javascript:alert(1)">x</a>', "x", ""),
    ('<code class="language-py">x</code>', "x", "code 0 1"),
    ('<pre><code class="language-py">x = 1\n</code></pre>', "x = 1\n", "pre 0 6 language=py"),
    ('<code class="language-py"><pre>x</pre></code>', "x", "pre 0 1 language=py"),
    ('<pre>x <code class="language-py">y</code></pre>', "x y", "pre 0 3, code 2 1"),
    (
        "<blockquote>a</blockquote><blockquote expandable>b</blockquote>",
        "ab",
        "blockquote 0 1, expandable_blockquote 1 1",
    ),
    (
        '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
        "👍",
        "custom_emoji 0 2 custom_emoji_id=5368324170671202286",
    ),
    (
        '<tg-time unix="1676854800" format="wDT">Senin</tg-time>',
        "Senin",
        "date_time 0 5 unix_time=1676854800 date_time_format=wDT",
    ),
    (
        '<tg-time unix="1676854800" format="R">Senin</tg-time>',
        "Senin",
        "date_time 0 5 unix_time=1676854800 date_time_format=r",
    ),
    ("<tg-time>x</tg-time>", "x", ""),
    ("<B>x</b >", "x", "bold 0 1"),
    ("<b>x</>", "x", "bold 0 1"),
    ("<b></b>", "", ""),
    ("<b>x</b>\n", "x\n", "bold 0 1"),
    ("<b\n>x</b>", "x", "bold 0 1"),
    ('<a title="&lt;" href="t.me">x</a>', "x", "text_link 0 1 url=http://t.me/"),
    ("👨\u200d👩\u200d👧<b>👨\u200d👩\u200d👧</b>", "👨\u200d👩\u200d👧👨\u200d👩\u200d👧", "bold 8 8"),
    ("<i>שלום</i> é", "שלום é", "italic 0 4"),
    ("<b>a</b\t>", "a", "bold 0 1"),
    ("&#0;&#xFFFFFFFF;&#x110000;&#1111111111;", "&#0;&#xFFFFFFFF;&#x110000;&#1111111111;", ""),
    ("&ampx;&LT;", "&ampx;&LT;", ""),
]

HTML_ERRORS = [
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    (
        "&#55357;",
        "Text contains invalid Unicode characters after decoding HTML entities, "
        "check for unmatched surrogate code units",
    ),
    ("<div>x</div>", 'Unsupported start tag "div" at byte offset 0'),
    ("é<script>", 'Unsupported start tag "script" at byte offset 2'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("</b>", "Unexpected end tag at byte offset 0"),
    ("x</", "Unexpected end tag at byte offset 1"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("<b ", 'Empty attribute name in the tag "b" at byte offset 0'),
    ("<b x", 'Unclosed start tag "b" at byte offset 0'),
    ('<a href="t.me', "Unclosed start tag at byte offset 0"),
    ('<a href="t.me">', 'Can\'t find end tag corresponding to start tag "a"'),
    ("<a href=t/me>x</a>", "Unexpected end of name token at byte offset 8"),
    ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<a href =", 'Unclosed start tag "a" at byte offset 0'),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<span class="x">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"),
    ('<tg-time unix="5" format="x">a</tg-time>', "Invalid date format used"),
    (
        "<b>&#xd83d;</b>",
        "Text contains invalid Unicode characters after decoding HTML entities, "
        "check for unmatched surrogate code units",
    ),
    ("😀<b>x</i>", 'Unmatched end tag at byte offset 8, expected "</b>", found "</i>"'),
    ("<İ>", 'Unsupported start tag "İ" at byte offset 0'),
    ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ("<!-- x -->", 'Unsupported start tag "!--" at byte offset 0'),
]

MARKDOWN = [
    ("*b* _i_ `c`", "b i c", "bold 0 1, italic 2 1, code 4 1"),
    ("\\*b\\* \\_ \\` \\[ \\]", "*b* _ ` [ \\]", ""),
    ("*b _i_ b*", "b _i_ b", "bold 0 7"),
    ("_a_b_c_", "abc", "italic 0 1, italic 2 1"),
    ("```py\nx = 1\n```", "x = 1\n", "pre 0 6 language=py"),
    ("```\nx```", "x", "pre 0 1"),
    ("```x```", "x", "pre 0 1"),
    ("``````", "", ""),
    ("[Rakor](https://a.id/x)", "Rakor", "text_link 0 5 url=https://a.id/x"),
    ("[x](tg://user?id=42)", "x", "text_mention 0 1 user=42"),
    ("[x](a b)", "x", ""),
    ("[x]", "x", ""),
    ("[t.me/x]", "t.me/x", "text_link 0 6 url=http://.me/xx"),
    ("[x](t.me/x", "x", "text_link 0 1 url=http://t.me/x"),
    ("é😀*é😀*", "é😀é😀", "bold 3 3"),
    ("**", "", ""),
    ("[](t.me)", "(t.me)", ""),
    ("`a*b`", "a*b", "code 0 3"),
    ("a\\b", "a\\b", ""),
    ("_x\\_", "x\\", "italic 0 2"),
]

MARKDOWN_ERRORS = [
    ("*a\\*b*", "Can't find end of the entity starting at byte offset 5"),
    ("*x", "Can't find end of the entity starting at byte offset 0"),
    ("é_x", "Can't find end of the entity starting at byte offset 2"),
    ("`x", "Can't find end of the entity starting at byte offset 0"),
    ("```x", "Can't find end of the entity starting at byte offset 0"),
    ("```py\nx``", "Can't find end of the entity starting at byte offset 0"),
    ("[x", "Can't find end of the entity starting at byte offset 0"),
]

MARKDOWN_V2 = [
    (
        "*b* _i_ __u__ ~s~ ||p|| `c`",
        "b i u s p c",
        "bold 0 1, italic 2 1, underline 4 1, strikethrough 6 1, spoiler 8 1, code 10 1",
    ),
    (
        "*b _i __u ~s ||p||~__ _b*",
        "b i u s p b",
        "bold 0 11, italic 2 8, underline 4 5, strikethrough 6 3, spoiler 8 1",
    ),
    ("___a_ b__", "a b", "underline 0 3, italic 0 1"),
    ("\\*\\_\\.\\!\\\\", "*_.!\\", ""),
    ("`a.b\\`c`", "a.b`c", "code 0 5"),
    ("```py\nx.y\n```", "x.y\n", "pre 0 4 language=py"),
    ("```\nx```", "x", "pre 0 1"),
    ("```x```", "x", "pre 0 1"),
    ("```a`b`c```", "abc", "pre 0 3, code 1 1"),
    ("[Rakor](https://a\\.id/x\\)y)", "Rakor", "text_link 0 5 url=https://a.id/x)y"),
    ("[x](tg://user?id=42)", "x", "text_mention 0 1 user=42"),
    ("[t\\.me/x]", "t.me/x", "text_link 0 6 url=http://t.me/x"),
    ("[x](a b)", "x", ""),
    (
        "![👍](tg://emoji?id=5368324170671202286)",
        "👍",
        "custom_emoji 0 2 custom_emoji_id=5368324170671202286",
    ),
    (
        "![Senin](tg://time?unix=1676854800&format=wDT)",
        "Senin",
        "date_time 0 5 unix_time=1676854800 date_time_format=wDT",
    ),
    (">a\n>b\nc", "a\nb\nc", "blockquote 0 4"),
    (">a\n>b||\nc", "a\nb\nc", "expandable_blockquote 0 4"),
    ("**>a\n>b||", "a\nb", "expandable_blockquote 0 3"),
    (">a||", "a", "expandable_blockquote 0 1"),
    (">*a*\n>_b_", "a\nb", "blockquote 0 3, bold 0 1, italic 2 1"),
    ("é😀*é😀*", "é😀é😀", "bold 3 3"),
    ("**", "", ""),
    ("a\\b", "ab", ""),
    (">a\n\n>b", "a\n\nb", "blockquote 0 2, blockquote 3 1"),
    ("||a||\n>b", "a\nb", "spoiler 0 1, blockquote 2 1"),
]

MARKDOWN_V2_ERRORS = [
    ("*a\r\n>b*", "Can't find end of Bold entity at byte offset 6"),
    ("a.b", "Character '.' is reserved and must be escaped with the preceding '\\'"),
    ("é!", "Character '!' is reserved and must be escaped with the preceding '\\'"),
    ("a-b", "Character '-' is reserved and must be escaped with the preceding '\\'"),
    ("a|b", "Character '|' is reserved and must be escaped with the preceding '\\'"),
    ("1 > 2", "Character '>' is reserved and must be escaped with the preceding '\\'"),
    ("#x", "Character '#' is reserved and must be escaped with the preceding '\\'"),
    ("*x", "Can't find end of Bold entity at byte offset 0"),
    ("é_x", "Can't find end of Italic entity at byte offset 2"),
    ("__x", "Can't find end of Underline entity at byte offset 0"),
    ("~x", "Can't find end of Strikethrough entity at byte offset 0"),
    ("||x", "Can't find end of Spoiler entity at byte offset 0"),
    ("`x", "Can't find end of Code entity at byte offset 0"),
    ("```x", "Can't find end of Pre entity at byte offset 0"),
    ("```py\nx", "Can't find end of PreCode entity at byte offset 0"),
    ("[x", "Can't find end of TextUrl entity at byte offset 0"),
    ("[x](", "Can't find end of a URL at byte offset 4"),
    ("![x]", "The entity must contain a tg://emoji or tg://time URL"),
    ("![x](", "Can't find end of a URL at byte offset 5"),
    ("![x](t\\.me)", "Invalid tg://emoji or tg://time URL specified"),
    ("![x](tg://emoji?id=0)", "Invalid tg://emoji or tg://time URL specified"),
    (">a\n*", "Can't find end of Bold entity at byte offset 3"),
    (">*a\n*", "Can't find end of Bold entity at byte offset 1"),
    ("***", "Can't find end of Bold entity at byte offset 2"),
    ("_a__", "Can't find end of Underline entity at byte offset 2"),
    ("x)", "Character ')' is reserved and must be escaped with the preceding '\\'"),
    ("+62", "Character '+' is reserved and must be escaped with the preceding '\\'"),
    ("=", "Character '=' is reserved and must be escaped with the preceding '\\'"),
    ("{", "Character '{' is reserved and must be escaped with the preceding '\\'"),
    ("}", "Character '}' is reserved and must be escaped with the preceding '\\'"),
    ("👍(", "Character '(' is reserved and must be escaped with the preceding '\\'"),
]

AUTOMATIC = [
    ("/start", "bot_command 0 6"),
    ("/start@rakor_bot hadir", "bot_command 0 16"),
    ("a/start", ""),
    ("/start/x", ""),
    ("//start", ""),
    ("/start@ab", ""),
    ("<start> /a<", ""),
    ("/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", ""),
    ("Halo @rakor_bot!", "mention 5 10"),
    ("@gif @abc @abcd", "mention 0 4, mention 10 5"),
    ("x@abcd é@abcd (@abcd)", "mention 15 5"),
    ("@abcd_é", ""),
    ("#rakor #2023 #rakor2023 #é_ #ด", "hashtag 0 6, hashtag 13 10, hashtag 24 3, hashtag 28 2"),
    ("#a#b", ""),
    ("##a", "hashtag 1 2"),
    ("x#a", ""),
    ("#rakor@polpum", "hashtag 0 13"),
    ("#rakor@ab", "hashtag 0 6"),
    ("$USD $1INCH $usd $ABCDEFGHI", "cashtag 0 4, cashtag 5 6"),
    ("x$USD $USDT! $USD@abc", "cashtag 6 5, cashtag 13 8"),
    ("kemendagri.go.id, https://a.id/x?y=(z)).", "url 0 16, url 18 20"),
    ("HTTP://A.ID:8080/x", "url 0 18"),
    ("http://localhost http://a.b http://x.unknowntld", "url 28 19"),
    ("Selesai.Lalu pulang", ""),
    ("a.co.id/é?x#y!", "url 0 13"),
    ("10.0.0.1/x 256.1.1.1 1.2.3", "url 0 10"),
    ("sftp://a.id tftp://a.id ftp://a.id", "url 24 10"),
    ("user:pw@a.id", "url 0 12"),
    ("panitia@kemendagri.go.id", "email 0 24"),
    ("mailto:a@b.id a.b+c@d.id", "email 7 6, email 17 7"),
    ("x@@b.id", ""),
    ("tg://resolve?domain=x. ton://abc", "url 0 21, url 23 9"),
    ("пример.рф xn--p1ai.xn--p1ai", "url 0 9, url 10 17"),
    ("a_b.id a.b_c.id", ""),
    ("https://a.id/«x»", "url 0 13"),
    ("https://a.id/x,", "url 0 14"),
    ("😀 /start 😀@abcd😀", "bot_command 3 6, mention 12 5"),
    ("08.30 WITA, 20.02.2023", ""),
    ("v1.2.3 file.py main.rs README.md", "url 7 7, url 15 7, url 23 9"),
    ("@abcd.id", "mention 0 5"),
    ("/a@abcd.id", "bot_command 0 7"),
    ("https://t.me/rakor_bot?start=x_1-2", "url 0 34"),
    ("a.id:99999 a.id:80", "url 0 4, url 11 7"),
    ("teiegram.org", ""),
]

FIXED = [
    # Styles are cut where another one starts, and at the borders of what must stay whole.
    ("abc", "bold 0 3, italic 1 1", "abc", "bold 0 1, bold 1 2, italic 1 1"),
    ("abc", "bold 0 2, italic 1 2", "abc", "bold 0 1, italic 1 2, bold 1 1"),
    ("abc", "bold 0 3, url 1 1", "abc", "bold 0 3"),
    (
        "abc",
        "bold 0 3, text_link 1 1 url=t.me",
        "abc",
        "bold 0 1, text_link 1 1 url=http://t.me/, bold 1 1, bold 2 1",
    ),
    # Touching or overlapping pieces of one style are one.
    ("abcd", "bold 0 2, bold 2 1, bold 1 3", "abcd", "bold 0 4"),
    # Nothing stands inside code.
    ("abc", "bold 0 3, code 1 1", "abc", "bold 0 1, code 1 1, bold 2 1"),
    ("abc", "pre 0 3 language=py, italic 1 1, text_link 1 1 url=t.me", "abc", "pre 0 3 language=py"),
    # Links do not overlap: the first, or the longer one, stays.
    ("abc", "text_link 0 2 url=a.id, text_link 1 2 url=b.id", "abc", "text_link 0 2 url=http://a.id/"),
    # Quotations hold the others, and are not nested.
    ("abc", "blockquote 0 3, expandable_blockquote 1 1, code 1 1", "abc", "blockquote 0 3, code 1 1"),
    ("abc", "blockquote 1 2, code 0 2", "abc", "blockquote 1 2"),
    # White space at the ends goes, but not at the start of an entity.
    (" \n abc \n", "", "abc", ""),
    ("  ab  ", "bold 1 5", " ab", "bold 0 3"),
    ("  ab  ", "bold 2 2, italic 4 2", "ab", "bold 0 2"),
    (" \n ", "bold 0 3", "", ""),
    # Control characters become spaces; what could hide text goes.
    ("a\tb\r\nc", "bold 2 3", "a b\nc", "bold 2 2"),
    ("a\u202eb", "italic 1 1, bold 2 1", "ab", "bold 1 1"),
    ("a\u200e\u200fb", "", "a\u200c\u200fb", ""),
    # Entities only Telegram makes, and empty ones, are dropped.
    ("@abcd", "mention 0 5, bold 0 0", "@abcd", ""),
    ("x", "text_link 0 1 url=tg://user?id=42", "x", "text_mention 0 1 user=42"),
    ("😀x", "bold 0 2", "😀x", "bold 0 2"),
]

REFUSED = [
    (
        "x",
        "bold 0 2",
        "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2",
    ),
    ("x", "bold 2 1", "entity begins after the end of the text at UTF-16 offset 2"),
    (
        "é😀x",
        "bold 0 2",
        "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 6",
    ),
    ("é😀x", "bold 2 2", "entity begins in a middle of a UTF-16 symbol at byte offset 6"),
    ("x", "bold -1 1", "receive an entity with incorrect offset -1"),
    ("x", "text_link 0 1 url=", "entity URL '' is invalid: URL host is empty"),
    ("x", "text_link 0 1 url=x", "entity URL 'x' is invalid: Wrong HTTP URL"),
    ("x", "text_link 0 1 url=ftp://a.id", "entity URL 'ftp://a.id' is invalid: Unsupported URL protocol"),
    (
        "x",
        "text_link 0 1 url=a.id:0",
        "entity URL 'a.id:0' is invalid: Wrong port number specified in the URL",
    ),
    (
        "x",
        "text_link 0 1 url=a%2.id",
        "entity URL 'a%2.id' is invalid: Wrong percent-encoded symbol in URL host",
    ),
    ("x", "text_link 0 1 url=tg:https://a", "entity URL 'tg:https://a' is invalid: Wrong tg URL"),
    (
        "x",
        "text_link 0 1 url=[::g]",
        "entity URL '[::g]' is invalid: Wrong IPv6 address specified in the URL",
    ),
    ("x", "custom_emoji 0 1 custom_emoji_id=x", "invalid custom emoji identifier specified"),
]

MERGED = [
    ("@abcd x", "code 0 7", "code 0 7"),
    ("@abcd x", "bold 0 7", "mention 0 5, bold 0 5, bold 5 2"),
    ("@abcd x", "bold 1 1", "mention 0 5, bold 1 1"),
    ("t.me", "text_link 0 4 url=http://a.id/", "text_link 0 4 url=http://a.id/"),
    ("t.me @abcd", "text_link 3 1 url=http://a.id/", "text_link 3 1 url=http://a.id/, mention 5 5"),
    ("@abcd @efgh", "blockquote 0 5", "blockquote 0 5, mention 0 5, mention 6 5"),
    ("@abcd", "blockquote 0 3", "blockquote 0 3"),
    ("Hubungi +62 812-3456-7890.", "", "phone_number 8 17"),
    ("+6281234567890", "", "phone_number 0 14"),
    ("+62 dan 62+81234567", "", ""),
]

MARKUP = st.lists(
    st.sampled_from(
        [
            *"*_~|`[]()!>#.\\\n\r\t\0<>&/='\" x5é@-",
            *(
                "😀",
                "א",
                "e\u0301",
                "\u202e",
                "||",
                "__",
                "```",
                "![",
                "](",
                "t.me",
                "tg://user?id=5",
                "@abcd",
            ),
            *(
                "<b>",
                "</b>",
                "<i>",
                "</i>",
                "<a href='t.me'>",
                "</a>",
                "<pre>",
                "</pre>",
                "&lt;",
                "&#x1F600;",
                "</>",
            ),
            *(
                "<code class=language-py>",
                "</code>",
                "<blockquote expandable>",
                "</blockquote>",
                "tg://emoji?id=5",
            ),
        ]
    ),
    max_size=25,
).map("".join)
ANY_TEXT = st.text() | MARKUP | st.text(st.characters(categories=["Cs", "Lu", "So"]))
KINDS = [
    "bold",
    "italic",
    "underline",
    "spoiler",
    "code",
    "pre",
    "blockquote",
    "text_link",
    "date_time",
    "mention",
]


_VALUES: dict[str, Callable[[str], Any]] = {"user": lambda number: {"id": int(number)}, "unix_time": int}


def entities_of(notation: str) -> list[dict[str, Any]]:
    return [_entity(entity) for entity in notation.split(", ") if entity]


def _entity(notation: str) -> dict[str, Any]:
    kind, offset, length, *details = notation.split(" ")
    named = dict(detail.split("=", 1) for detail in details)
    values = {name: _VALUES.get(name, str)(value) for name, value in named.items()}
    return {"type": kind, "offset": int(offset), "length": int(length), **values}


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def is_nested(entities: list[dict[str, Any]], text: str) -> bool:
    """Whether all lie in the text, are sorted, and none crosses another."""
    around: list[int] = []
    previous = (-1, 0)
    for entity in entities:
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        while around and around[-1] <= begin:
            around.pop()
        inside = begin < end <= (around[-1] if around else units(text))
        if not inside or (begin, -end) < previous:
            return False
        around.append(end)
        previous = (begin, -end)
    return True


def parsed_or_none(text: str, mode: str) -> tuple[str, list[dict[str, Any]]] | None:
    try:
        return parse(text, mode)
    except ParseError:
        return None


@pytest.mark.parametrize(("text", "plain", "entities"), HTML)
def test_html_is_read_as_telegram_reads_it(text: str, plain: str, entities: str) -> None:
    assert parse(text, "HTML") == (plain, entities_of(entities))


@pytest.mark.parametrize(("text", "message"), HTML_ERRORS)
def test_wrong_html_is_refused_in_telegrams_words(text: str, message: str) -> None:
    with pytest.raises(ParseError, match=f"^{re.escape(message)}$"):
        parse(text, "html")


@pytest.mark.parametrize(("text", "plain", "entities"), MARKDOWN)
def test_markdown_is_read_as_telegram_reads_it(text: str, plain: str, entities: str) -> None:
    assert parse(text, "Markdown") == (plain, entities_of(entities))


@pytest.mark.parametrize(("text", "message"), MARKDOWN_ERRORS)
def test_wrong_markdown_is_refused_in_telegrams_words(text: str, message: str) -> None:
    with pytest.raises(ParseError, match=f"^{re.escape(message)}$"):
        parse(text, "markdown")


@pytest.mark.parametrize(("text", "plain", "entities"), MARKDOWN_V2)
def test_markdown_v2_is_read_as_telegram_reads_it(text: str, plain: str, entities: str) -> None:
    assert parse(text, "MarkdownV2") == (plain, entities_of(entities))


@pytest.mark.parametrize(("text", "message"), MARKDOWN_V2_ERRORS)
def test_wrong_markdown_v2_is_refused_in_telegrams_words(text: str, message: str) -> None:
    with pytest.raises(ParseError, match=f"^{re.escape(message)}$"):
        parse(text, "markdownv2")


@pytest.mark.parametrize(("text", "entities"), AUTOMATIC)
def test_telegram_finds_entities_in_plain_text(text: str, entities: str) -> None:
    assert find_entities(text, []) == entities_of(entities)


@pytest.mark.parametrize(("text", "given_entities", "entities"), MERGED)
def test_found_entities_give_way_to_given_ones(text: str, given_entities: str, entities: str) -> None:
    assert find_entities(text, entities_of(given_entities)) == entities_of(entities)


@pytest.mark.parametrize(("text", "given_entities", "fixed", "entities"), FIXED)
def test_given_entities_are_made_to_nest(text: str, given_entities: str, fixed: str, entities: str) -> None:
    assert fix(text, entities_of(given_entities)) == (fixed, entities_of(entities))


@pytest.mark.parametrize(("text", "entities", "message"), REFUSED)
def test_entities_that_do_not_fit_are_refused(text: str, entities: str, message: str) -> None:
    with pytest.raises(EntityError) as refused:
        fix(text, entities_of(entities))
    assert refused.value.description == message


def test_the_description_of_wrong_markup_names_the_parser() -> None:
    with pytest.raises(ParseError) as refused:
        parse("<b>", "html")
    assert (
        refused.value.description
        == "can't parse entities: Can't find end tag corresponding to start tag \"b\""
    )


def test_without_a_mode_markup_is_text() -> None:
    assert parse("<b>*x*", None) == ("<b>*x*", [])


def test_an_unknown_mode_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="BBCode"):
        parse("x", "BBCode")


def test_given_entities_are_not_changed() -> None:
    given_entities = entities_of("bold 0 9, text_link 2 3 url=t.me")
    before = [dict(entity) for entity in given_entities]
    find_entities("  @abcd t.me", given_entities)
    fix("  @abcd t.me", given_entities)
    assert given_entities == before


@pytest.mark.parametrize("mode", [*MODES, None])
def test_lone_surrogates_are_refused(mode: str | None) -> None:
    with pytest.raises(ParseError):
        parse("x\ud83d", mode)


@pytest.mark.parametrize("mode", MODES)
@settings(deadline=None)  # the machine may be busy
@given(text=ANY_TEXT)
def test_any_text_is_parsed_or_refused(mode: str, text: str) -> None:
    result = parsed_or_none(text, mode)
    assert result is None or is_nested(result[1], result[0])


@settings(deadline=None)  # the machine may be busy
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_html_comes_back_as_it_was(text: str) -> None:
    assert parse(html.escape(text), "html") == (text, [])


@settings(deadline=None)  # the machine may be busy
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_markdown_v2_comes_back_as_it_was(text: str) -> None:
    escaped = re.sub(r"([_*\[\]()~`>#+\-=|{}.!\\])", r"\\\1", text)
    assert parse(escaped, "markdownv2") == (text, [])


@settings(deadline=None)  # the machine may be busy
@given(text=ANY_TEXT)
def test_found_entities_lie_in_the_text_and_nest(text: str) -> None:
    assert is_nested(find_entities(text, []), text)


@settings(deadline=None)  # the machine may be busy
@given(text=MARKUP, data=st.data())
def test_fixed_entities_lie_in_the_text_and_nest(text: str, data: st.DataObject) -> None:
    place = st.integers(0, units(text) + 1)
    entity = st.fixed_dictionaries(
        {"type": st.sampled_from(KINDS), "offset": place, "length": place, "url": st.just("t.me")}
    )
    try:
        fixed, entities = fix(text, data.draw(st.lists(entity, max_size=8)))
    except EntityError:
        return
    assert is_nested(entities, fixed)
    assert fix(fixed, entities) == (fixed, entities)
    assert is_nested(find_entities(fixed, entities), fixed)


@pytest.mark.parametrize(
    "piece",
    [
        "<b>a</b>",
        "<a>",
        "&",
        "&amp;",
        "*a*",
        "[t.me]",
        "`",
        "_",
        ">a\n",
        "a.",
        "a@",
        "://",
        "+1",
        "/a ",
        "#a ",
    ],
)
def test_the_longest_message_is_read_in_no_time(piece: str) -> None:
    text = piece * (4096 // len(piece))
    began = time.process_time()
    for mode in MODES:
        parsed_or_none(text, mode)
    find_entities(text, [])
    assert time.process_time() - began < 0.25
