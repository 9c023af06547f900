"""Pages that nobody writes in good faith: each must end in a report like any other page."""

from __future__ import annotations

import random

NOISE = random.Random(20241108)  # noqa: S311 - the same bytes at every run
MARKUP = [
    *"#>|`~[](){}<>!*_=\\&:-+ \t\n\r\u2028\ufeff", "\n\n", "    ", "- ", "1. ", "```", "!!! note", '??? tip "t"', ":::", '=== "T"',
    "<!--", "-->", "{#a}", "[^1]", "[^1]: ", "[r]: x", "](", "![", "<b>", "</b>", "&amp;", "https://x.org/a", "---\n",
    "as_of: 2024-02-30\n", "instrument:notice-2024-568", "source:S01", "2024年2月30日", "8 September 2024", "公布", "立即",
    "《通知》", "three words here", "<!-- check: ignore date/relative: r -->", "<!-- register: terms -->", "百分之三十", "12,000",
    "第3条",
]  # fmt: skip


def soup(length: int) -> str:
    """Return pieces of markup in no order."""
    return "".join(NOISE.choice(MARKUP) for _ in range(length))


def fronted(line: str) -> str:
    """Return a page with some front matter."""
    return f"---\n{line}\n---\n文字。\n"


def bomb(levels: int) -> str:
    """Return front matter whose last value is a list of ten lists of ten lists and so on."""
    lists = (f"a{level + 1}: &a{level + 1} [{', '.join([f'*a{level}'] * 10)}]" for level in range(levels))
    return "\n".join(["a0: &a0 [x]", *lists, f"as_of: *a{levels}"])


PAGES: dict[str, str | bytes] = {
    "random bytes": NOISE.randbytes(100_000),
    "random bytes behind front matter": b"---\ntitle: x\n---\n" + NOISE.randbytes(100_000),
    "random ASCII": bytes(byte % 95 + 32 for byte in NOISE.randbytes(20_000)),
    "random markup": soup(3_000),
    "more random markup": soup(3_000),
    "NUL": "文\0字\n",
    "a lone surrogate": b"\xed\xa0\x80\n",
    "an overlong character": b"\xc0\xaf\n",
    "another encoding": "文字\n".encode("gb18030"),
    "UTF-16": "文字\n".encode("utf-16"),
    "nothing": b"",
    "one megabyte in one line": "a" * 1_000_000,
    "one megabyte of Chinese in one line": "中" * 333_000,
    "thousands of words in one line": "word " * 40_000,
    "thousands of numbers in one line": "1234567, " * 1_000,
    "a long number": "1" * 500,
    "a long numeral": "一" * 500 + "万" * 500 + "人",
    "thousands of empty lines": "\n" * 50_000,
    "deep quotations": ">" * 5_000 + " a\n",
    "deeper and deeper quotations": "".join(">" * depth + " a\n" for depth in range(1, 300)),
    "deep lists": "".join("  " * depth + "- a\n" for depth in range(300)),
    "deep lists in one line": "- " * 5_000 + "a\n",
    "deep admonitions": "".join("    " * depth + "!!! note\n" for depth in range(200)),
    "deep brackets": "[" * 3_000 + "a" + "]" * 3_000,
    "deep links": "[" * 500 + "a" + "](b.md)" * 500,
    "deep images": "![" * 500 + "a" + "](b.png)" * 500,
    "unclosed brackets": "[" * 5_000,
    "unclosed backticks of one length": "a ``b` " * 5_000,
    "unclosed backticks in one run": "`" * 1_000,
    "unclosed comments, a block": "<!-- " * 5_000,
    "unclosed comments in text": "a " + "<!-- " * 5_000,
    "unclosed tags": "a " + "<b " * 5_000,
    "unclosed emphasis": "a **" * 5_000,
    "unclosed parentheses": "[a](" * 5_000,
    "unclosed braces": "a {#b " * 5_000,
    "a fence that does not end": "```\n" + "a\n" * 5_000,
    "front matter that does not end": "---\n" + "a: b\n" * 1_000,
    "deep front matter": fronted("a: " + "[" * 1_000),
    "a wide table": "|" + "a|" * 2_000 + "\n|" + "-|" * 2_000 + "\n|" + "b|" * 2_000 + "\n",
    "thousands of link definitions": "".join(f"[r{number}]: x{number}.md\n" for number in range(2_000)),
    "unclosed braces on lines of their own": "{\n" * 2_000,
    "statements that do not end": "export const x = {\n\n" * 1_000,
    "components that do not end": "<Tabs a={\n" * 1_000,
    "formulas that do not end": "$$\n\n" * 1_000,
    "directives that do not end": "```{note}\n" * 1_000 + ":::{code}\n" * 1_000,
    "elements that do not end": "<div>\n" + "<td>a<ul><li><pre>" * 2_000,
    "a table whose second line has other cells": "|a" * 2_000 + "|\n" + "|-" * 3 + "|\n",
    "a comment in HTML that does not end": "<div>\n" + "<!-- " * 5_000,
    "an escaped NUL in an address": "[a](b%00c.md)\n",
    "bytes of no character in an address": "[a](%ED%A0%80.md)\n",
    "brackets in an address": "[a](http://[b) [a](//[b) [a](https://[::1/)\n",
    "an address that climbs out": "[a](" + "../" * 500 + "etc/passwd)\n",
}
# What once crashed the command, or did not end in reasonable time: why, and the page.
FORMER: dict[str, tuple[str, str | bytes]] = {
    "an address longer than a file name": ("OSError from Path.exists", f"[a]({'b' * 300}.md)\n"),
    "front matter with a list": ("TypeError from a set in date/unsourced", fronted("tags: [a, b]")),
    "front matter that holds itself": ("TypeError from a set in date/unsourced", fronted("a: &a [*a]\nas_of: *a")),
    "a tag whose value does not fit: bool": ("KeyError from PyYAML", fronted("as_of: !!bool perhaps")),
    "a tag whose value does not fit: date": ("AttributeError from PyYAML", fronted("as_of: !!timestamp soon")),
    "a tag whose value does not fit: number": ("IndexError from PyYAML", fronted("as_of: !!int ''")),
    "a number too long to print": ("ValueError from str()", fronted("as_of: 0x" + "f" * 5_000)),
    "an escaped surrogate": ("UnicodeEncodeError while printing", fronted('as_of: "\\uD800"')),
    "aliases of aliases": ("a value of 10^9 words is printed", fronted(bomb(9))),
    "front matter of many lists in lists": ("a stack overflow in libyaml", fronted("a:\n  " + "- " * 200_000)),
    "front matter of many brackets": ("a stack overflow in libyaml", fronted("a: " + "[" * 1_000_000)),
    "backticks of every length": ("a search to the end for each", "".join("`" * length + "a" for length in range(1, 1_000))),
    "one long run of backticks": ("a search to the end for each", "`" * 20_000),
    "many unclosed comments in text": ("a search to the end for each", "a " + "<!-- " * 100_000),
    "many unclosed silences": ("a search to the end for each", "a " + "<!-- check:" * 10_000),
    "a silence with a long gap": ("quadratic backtracking", f"<!-- check: ignore date/differs: a{' ' * 50_000}b -->"),
    "deeper brackets": ("the text inside is copied at every bracket", "[" * 50_000 + "a" + "]" * 50_000),
    "unclosed footnotes": ("a search to the end for each", "a" + "[^" * 20_000),
    "a heading with a long gap": ("quadratic backtracking", f"# a{' ' * 100_000}b"),
    "attributes with a long gap": ("quadratic backtracking", f"a {{#b{' ' * 50_000}c"),
    "a destination with a long gap": ("quadratic backtracking", f"[a]({' ' * 50_000}b c"),
    "thousands of months without a year": ("the years of all that follow are looked at for each", "May " * 20_000),
    "thousands of dates that may be versions": ("the whole page is searched for each", "at 2024.1.1 v" * 10_000),
    "thousands of dates in a paragraph": (
        "all dates are walked for each",
        "2024年9月8日公布，published 8 September 2024; " * 5_000,
    ),
    "a list of numbers that is no date": ("each is tried as the first day of a list", "1 , " * 50_000),
    "a longer number": ("each digit is tried as the first", "1" * 50_000),
    "a longer numeral": ("ValueError from int()", "一" * 5_000 + "人"),
    "thousands of list items": ("every item is compared with every other", "- 甲\n" * 6_000),
    "thousands of lines of HTML": ("the place of each is looked for among all", "<div>\n" + "甲<br>\n" * 20_000),
    "thousands of silences": (
        "all are asked for each finding",
        "<!-- check: ignore date/invalid: r -->\n2024年2月30日\n\n" * 2_000,
    ),
}
# What a long line may repeat: beginnings and whole forms of everything that is looked for in text.
PIECES = [
    *"[](《》、，一十万亿中A“”\"'`<{&*_=~\\!？\t\u3000\u00a0",
    "[a](b.md) ", "[a](b.md#c) ", "[](instrument:a) ", "![", "![a](b)", "[^a]", "[a][b] ", "《甲》", "甲、", "甲和",
    "1", "1,", "1.", "1 ", "1-", "12,000 ", "3.5万", "百分之", "百分之五", "第", "第3条", "第一", "两个", "2024年",
    "2024年9月", "9月8日、", "8日至", "2024-09-08 ", "8 September 2024 ", "8, ", "September ", "8 and ",
    "in 2024 to ", "‘a’", "“甲”", "a", "A ", "Ab ", "中a", "a中 ", "b。", "b. ", "A. ", "``a", "<a ", '<a href="',
    "<!--", "<!-- check:", "{#a", "&#1", "**a", "~~", "==", "http://", "https://a.b/", "a@b", "not ", "n't ", "may ",
    "must not ", "不得", "不不", "能不能", "应当", "可", "未", "immediately ", "will be ", "将于", "one ", "twenty-",
    "hundred ", "three hundred and ", "a-", "and ", "Beijing, ", "北京、", "article 1, ", "art. ", "§",
    "made public ", "apply a b c ", "公布", "in force ", "the date of ", "e.g. ", "No. ", "| a ", "x_y", "v1.2", "%",
    "5%", "5 per cent ", "K8s ", "1st ", "(1) ", "1、", "公司、以及", "(“", "“a” “", "Ａ", "２０２４年",
    "{{< a ", "{% a %} ", "{/* ", "<code>a ", "<code>a</code> ", "<td>a", "<br>", "<li>",
]  # fmt: skip


def long_line(length: int) -> str:
    """Return one line in which every kind of material stands in no order."""
    return "".join(NOISE.choice(PIECES) for _ in range(length))


PAGES["a long line of everything"] = "a " + long_line(25_000)
