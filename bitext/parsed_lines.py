"""The lines of a page as the Markdown parser should see them: dialects it does not know, said in ones that it does.

A line stays in its place, and what a reader reads stays on it as it is: blocks find their text in the page itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.rules_block.table import escapedSplit

# A line of attributes, or the definition of an abbreviation: neither is shown.
ATTRIBUTE_LINE = re.compile(r"^\s*+(?:\{:?[^{}]*\}\s*+$|\*\[[^\]]+\]:)")
DIRECTIVE = re.compile(r"^(\s*+)(?::{3,}+|/{3,}+)(?:\s*+[\w.-]++)?+")
# What stands below such a title does not stand in it.
TITLED = "directive-title"
TAB = re.compile(r"^(\s*)={3}[!+]?(?=\s+[\"'])")
# A table of contents or a snippet of a file stands here, or something that no reader sees begins or ends.
STEERING = re.compile(r"^\s*+(?:\[\[?(?:toc|TOC)\]\]?\s*+$|<<<\s*+@|;*-+8<-+\s*+(?:\"|\[(?:start|end)))")
# The mark of an alert as code hosts read it; what it is called stands on the page in the reader's language.
ALERT = re.compile(r"^([\s>]*>\s*)\\?\[![A-Za-z]+\\?\][+-]?")
# A directive of MyST: a fence whose text may be prose, or colons around what may be code.
MYST = re.compile(r"^([\s>]*(?:[-*+]\s+)?)(`{3,}|~{3,}|:{3,})\{([\w:-]+)\}")
RUN = re.compile(r"^([\s>]*)(`{3,}|~{3,}|:{3,})\s*$")
OPTION = re.compile(r"^\s*:[\w-]+:(?:\s|$)")
PROSE = frozenset({
    "admonition", "attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip", "warning",
    "versionadded", "versionchanged", "deprecated", "dropdown", "card", "grid", "grid-item", "grid-item-card", "tab-set",
    "tab-item", "tabs", "tab", "margin", "sidebar", "topic", "epigraph", "pull-quote", "aside", "div", "exercise", "solution",
    "proof", "theorem", "definition",
})  # fmt: skip
CODE = frozenset({
    "code", "code-block", "code-cell", "sourcecode", "literalinclude", "math", "mermaid", "raw", "toctree", "eval-rst",
    "include", "csv-table",
})  # fmt: skip
TAG_LINE = re.compile(r"</?[A-Z][\w.]*(?:[\s/>]|$)")
FENCE = re.compile(r"`{3,}|~{3,}")
DELIMITER = re.compile(r"^\s*+\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)++\|?\s*+$")
# What the lines that are looked at more closely begin with.
MARKS = frozenset(":/{*[<-;>=`~|")


def parsed_lines(lines: Sequence[str]) -> list[str]:
    """Return the lines as the parser should see them; what only steers another tool becomes empty."""
    parsed, waiting, begun = list(lines), list[tuple[str, str]](), False
    for number, line in enumerate(lines):
        first = line.lstrip()[:1]
        if not first or first not in MARKS:
            begun = False
        elif begun and first == ":" and OPTION.match(line):
            parsed[number] = ""
        elif first in "`~:>-*" and (said := directive(line, waiting)) is not None:
            parsed[number], begun = said, True
        else:
            begun = False
            parsed[number] = parsed_line(line, first, lines[number - 1] if number else "")
    return parsed


def dedented(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a page of MDX, where what stands in a component may be indented without being code."""
    margin, fresh, fence = 0, False, ""
    for line in lines:
        text = line.lstrip()
        indent = len(line) - len(text)
        if match := FENCE.match(text):
            margin, fresh = indent if fresh and not fence else margin, False
            closed = fence and match[0].startswith(fence) and not text[match.end() :].strip()
            fence = "" if closed else fence or match[0]
        elif not fence and TAG_LINE.match(text):
            margin, fresh = indent, True
        elif fresh and text:
            margin, fresh = indent, False
        yield line[min(margin, indent) :]


def parsed_line(line: str, first: str, above: str) -> str:
    """Return a line that begins with a mark as the parser should see it: content tabs as admonitions, alerts as quotations."""
    if first in "|-:" and "|" in above and DELIMITER.match(line):
        return delimiter(line, above)
    if opened := DIRECTIVE.match(line):
        return titled(opened[1], line[opened.end() :])
    if ATTRIBUTE_LINE.match(line) or STEERING.match(line):
        return ""
    if first == ">":
        return ALERT.sub(r"\1", line)
    return TAB.sub(r"\1!!! tab", line)


def directive(line: str, waiting: list[tuple[str, str]]) -> str | None:
    """Return the line that begins or ends a directive of MyST as the parser should see it, None for any other line.

    `waiting` holds the marks of those that have begun, each with what its last line becomes.
    """
    if waiting and (run := RUN.match(line)) and run[2].startswith(waiting[-1][0]):
        return f"{run[1]}{waiting.pop()[1]}"
    match = MYST.match(line)
    if match is None:
        return None
    before, mark, name = match.groups()
    code = mark[0] == ":" and name in CODE
    if code or (mark[0] != ":" and name in PROSE):
        waiting.append((mark, "~" * len(mark) if code else ""))
    elif mark[0] != ":":
        return None
    if code:
        return f"{before}{'~' * len(mark)}"
    return titled(before, line[match.end() :] if name in PROSE else "")


def titled(before: str, rest: str) -> str:
    """Return the line of a directive's title, empty where it has none: `[title]`, `title`, `| title`, with attributes behind it."""
    title = rest.strip()
    if title.endswith("}"):
        title = title[: title.rfind("{")].rstrip()
    if title.startswith("[") and title.endswith("]"):
        title = title[1:-1]
    title = title.removeprefix("|").lstrip()
    return f'{before}!!! {TITLED} "{title}"' if title else before.rstrip()


def delimiter(line: str, above: str) -> str:
    """Return the second line of a table, with as many cells as the first has: other readers than CommonMark's do not count them."""
    indent = line[: len(line) - len(line.lstrip())]
    columns = cells(above)
    return line if cells(line) == columns else f"{indent}|{'---|' * columns}"


def cells(line: str) -> int:
    """Return how many cells a line of a table has."""
    found = escapedSplit(line.strip())
    return len(found) - (not found[0]) - (len(found) > 1 and not found[-1])
