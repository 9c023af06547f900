"""Block rules for what no plugin of the Markdown parser reads: modules and components of MDX, templates, formulas.

Each rule is asked only where a block may begin, so code is never taken for one of these. What steers another tool gives no block.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

from bitext.prose import TAG

# A tag, an expression or a formula of more lines is not one, nor is a statement of many more; the bounds keep reading linear.
LONGEST, LONGEST_MODULE = 60, 400
MODULE = re.compile(
    r"import\s+(?:['\"{]|\*\s+as\s|[\w$]+\s+from\s+['\"]|[\w$]+\s*,\s*[{*])"
    r"|export\s+(?:(?:const|let|var|function|async|class|default)\b|[{*])"
)
COMPONENT = re.compile(r"</?(?:(?:[A-Z][\w.]*|[a-z]\w*\.[\w.]+)(?=[\s/>]|$)|>)")
# The values of attributes in braces; what is left of a tag without them is a tag of HTML.
VALUE = re.compile(r"\{[^{}]*\}")
DEEPEST = 4
OPENING, CLOSING = "([{", ")]}"
# What begins a formula or an include on a line, and what its last line ends with.
ENDS = {"$$": "$$", "\\[": "\\]", "--8<--": "--8<--"}
ENVIRONMENT = re.compile(r"\\begin\{(\w+\*?)\}")


def dialect_plugin(markdown: MarkdownIt) -> None:
    """Add the rules to a parser."""
    interrupting: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    markdown.block.ruler.before("fence", "module", module)
    markdown.block.ruler.before("fence", "expression", expression, interrupting)
    markdown.block.ruler.before("fence", "formula", formula, interrupting)
    markdown.block.ruler.before("fence", "component", component, interrupting)


def text_of(state: StateBlock, line: int) -> str:
    """Return a line without its indentation."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def starts(state: StateBlock, line: int, first: str) -> bool:
    """Tell whether a line begins with one of some characters, and is no indented code."""
    at = state.bMarks[line] + state.tShift[line]
    return at < state.eMarks[line] and state.src[at] in first and not state.is_code_block(line)


def balanced(state: StateBlock, first: int, last: int, brackets: str, longest: int = LONGEST) -> int | None:
    """Return the line behind the first one at whose end all brackets are closed, or None."""
    depth = 0
    opening, closing = brackets[: len(brackets) // 2], brackets[len(brackets) // 2 :]
    for line in range(first, min(last, first + longest)):
        text = text_of(state, line)
        depth += sum(map(text.count, opening)) - sum(map(text.count, closing))
        if depth <= 0:
            return line + 1
    return None


def module(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Read a statement of a module; one of several lines is code like any other."""
    if not starts(state, first, "ie") or state.blkIndent or not MODULE.match(text_of(state, first)):
        return False
    end = balanced(state, first, last, OPENING + CLOSING, LONGEST_MODULE) or next_blank(state, first, last)
    return take(state, "code_block" if end > first + 1 else "", first, end, silent)


def next_blank(state: StateBlock, first: int, last: int) -> int:
    """Return the first blank line."""
    return next((line for line in range(first, last) if state.isEmpty(line)), last)


def expression(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Read an expression or comment in braces, or a template, that takes whole lines."""
    if not starts(state, first, "{"):
        return False
    end = balanced(state, first, last, "{}")
    if end is None or not text_of(state, end - 1).rstrip().endswith("}"):
        return False
    # In the midst of a paragraph only what takes a line of its own ends it.
    if (end == first + 1 and not alone(text_of(state, first))) or (silent and end > first + 1):
        return False
    return take(state, "", first, end, silent)


def alone(text: str) -> bool:
    """Tell whether a line holds nothing outside its outer braces."""
    depth = 0
    for character in text.rstrip():
        depth += (character == "{") - (character == "}")
        if depth == 0 and not character.isspace() and character != "}":
            return False
    return True


def formula(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Read a formula, or the names of files to include, up to the line that ends it."""
    if not starts(state, first, "$\\-"):
        return False
    text = text_of(state, first).rstrip()
    begin = ENVIRONMENT.match(text)
    mark = f"\\begin{{{begin[1]}}}" if begin else text[:2] if text[:2] == "$$" else text
    end = f"\\end{{{begin[1]}}}" if begin else ENDS.get(mark)
    if end is None:
        return False
    for line in range(first, min(last, first + LONGEST)):
        rest = text_of(state, line).rstrip()[len(mark) if line == first else 0 :]
        if rest.endswith(end) or (begin and end in rest):
            return take(state, "code_block", first, line + 1, silent)
    return False


def component(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Read the tag of a component, which may take several lines; what it holds is Markdown."""
    if not starts(state, first, "<") or not COMPONENT.match(text_of(state, first)):
        return False
    depth = 0
    for line in range(first, min(last, first + LONGEST)):
        text = text_of(state, line).rstrip()
        depth += text.count("{") - text.count("}")
        if not text or (line > first and text.startswith("<")):
            return False
        if depth <= 0 and text.endswith(">") and not text.endswith("=>"):
            return take(state, "html_block", first, line + 1, silent)
    return False


def is_tag(text: str) -> bool:
    """Tell whether a text is one tag of a component, with whatever values its attributes have."""
    for _ in range(DEEPEST):
        text = VALUE.sub("", text)
    return text.strip() in {"<>", "</>"} or bool(TAG.fullmatch(text.strip()))


def take(state: StateBlock, kind: str, first: int, end: int, silent: bool) -> bool:
    """Go on behind some lines, with a token for them if it has a kind; say only that this could be done where `silent`."""
    if silent:
        return True
    if kind:
        token = state.push(kind, "", 0)
        token.map = [first, end]
        token.content = state.getLines(first, end, state.blkIndent, True)
    state.line = end
    return True
