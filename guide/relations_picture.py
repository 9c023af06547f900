"""The relations as a picture: SVG drawn at build time, a column for each group of levels, an edge for each relation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bitext.register import Text
from guide.frame import drawing, framed, legend, region
from guide.labels import RELATIONS, both
from guide.relations_layout import BOX, LINE, ROOM, SIZE, TOP, Edge, Picture, Point
from guide.svg import boxed, element, text_at, words, wrapped
from guide.view import View, capital

# What a relation does, told by stroke, letter and colour.
FAMILIES: Mapping[str, tuple[Text, Text, tuple[str, ...]]] = {
    "exception": (both("例", "X"), both("例外于", "is an exception to"), ("exception-to",)),
    "carries-out": (
        both("行", "I"),
        both("落实、解释", "implements or explains"),
        ("implements", "implements-policy-of", "explains"),
    ),
    "rests-on": (
        both("据", "B"),
        both("依据、要求遵守、效力高于", "is based on, requires compliance with, ranks above"),
        ("based-on", "requires-compliance-with", "above"),
    ),
    "changes": (
        both("改", "C"),
        both("修改、废止、取代、沿用条目", "amends, repeals, replaces, continues"),
        ("amends", "repeals", "replaces", "would-replace", "succeeds", "became", "continues-item-of"),
    ),
    "sequence": (
        both("承", "F"),
        both("先行、承接、跟进、提及、宣布扩大", "precedes, follows, refers to, announces a widening of"),
        ("follows", "follows-up", "precursor-of", "announces-widening-of", "source-of-wording-for", "refers-to"),
    ),
    "beside": (both("并", "P"), both("并行或者不同于", "runs parallel to or is separate from"), ("parallel-to", "separate-from")),
}
FAMILY = {kind: family for family, (_, _, kinds) in FAMILIES.items() for kind in kinds}
NAME = both(
    "文件之间的关系，每个方框一个文件，每条线一种关系", "Relations between instruments, a box for each, a line for each relation"
)
REGION = both("关系图，可以左右滚动", "Picture of relations, scrolls sideways")
SENTENCE = both("{source}——{verb}：{target}", "{source} {verb} {target}")
LEGEND = both(
    "线的含义（箭头从有所动作的文件指向另一份）", "What the lines mean (arrows run from the instrument that acts to the other)"
)


def picture(columns: Sequence[tuple[str, Sequence[str]]], view: View) -> str:
    """Return the whole picture."""
    made = Picture([names for _, names in columns], view)
    content = [
        element("style", highlights(made)),
        element("defs", *(arrow(family) for family in FAMILIES)),
        *heads([head for head, _ in columns], made),
        element("g", *(drawn_edge(number, made) for number in range(len(made.edges))), aria_hidden="true"),
        *(box(name, made) for name in made.column),
    ]
    drawn = drawing(content, made.width, TOP + made.drawing.height + 16, NAME[view.language])
    signs = [(sign(family, view), name[view.language]) for family, (_, name, _) in FAMILIES.items()]
    return framed(view, region(drawn, REGION[view.language]), legend(LEGEND[view.language], signs), kind="guide-picture--wide")


def highlights(made: Picture) -> str:
    """Return a style sheet that fades what does not touch the box under the pointer or the focus; it needs no script."""
    form = ".guide-picture svg:has(#box-{0}:is(:hover,:focus-visible)) .guide-edge:not(.of-{0}){{opacity:.12}}"
    return "".join(form.format(name) for name in made.column)


def arrow(family: str) -> str:
    """Return the head of the arrows of a family."""
    head = element("path", d="M0,0L8,4L0,8Z")
    return element(
        "marker", head, id=f"arrow-{family}", class_=f"guide-edge--{family}", viewBox="0 0 8 8", refX="8", refY="4",
        markerWidth="8", markerHeight="8", markerUnits="userSpaceOnUse", orient="auto",
    )  # fmt: skip


def heads(texts: Sequence[str], made: Picture) -> list[str]:
    """Return the heads of the columns."""
    parts = []
    for index, text in enumerate(texts):
        lines = wrapped(text, BOX + ROOM - 20, SIZE)
        spans = [element("tspan", words(line), x=made.left(index) + BOX / 2, y=14 + row * LINE) for row, line in enumerate(lines)]
        parts.append(element("text", *spans, text_anchor="middle", class_="guide-column", aria_label=text))
    return parts


def drawn_edge(number: int, made: Picture) -> str:
    """Return an edge: a line with an arrow, and its letter near the less crowded end."""
    edge = made.edges[number]
    family, outline = FAMILY[edge.relation.type], route(number, made)
    head = None if family == "beside" else f"url(#arrow-{family})"
    title = element("title", words(sentence(edge, made.view)))
    line = element("path", d=outline, class_="guide-edge__line", marker_end=head)
    target = element("path", d=outline, class_="guide-edge__target")
    kind = f"guide-edge guide-edge--{family} of-{edge.ends[0]} of-{edge.ends[1]}"
    return element("g", title, target, line, badge(number, made), class_=kind)


def route(number: int, made: Picture) -> str:
    """Return the line of an edge."""
    runs = made.path(number)
    source, target = made.edges[number].ends
    if made.column[source] == made.column[target]:
        return bow(*runs[0])
    x, y = runs[0][0]
    return " ".join([f"M{x:.1f},{y:.1f}", *(curve(*run) for run in joined(runs))])


def joined(runs: list[tuple[Point, Point]]) -> list[tuple[Point, Point]]:
    """Return the runs of an edge with the straight ones that lead past columns."""
    found = [runs[0]]
    for run in runs[1:]:
        found += [(found[-1][1], run[0]), run]
    return found


def curve(start: Point, end: Point) -> str:
    """Return a smooth run that leaves and arrives level."""
    half = (start[0] + end[0]) / 2
    return f"C{half:.1f},{start[1]:.1f} {half:.1f},{end[1]:.1f} {end[0]:.1f},{end[1]:.1f}"


def bow(start: Point, end: Point) -> str:
    """Return an arc between two boxes of one column, on their right."""
    out = start[0] + min(ROOM * 0.8, 26 + abs(end[1] - start[1]) / 8)
    return f"M{start[0]:.1f},{start[1]:.1f}C{out:.1f},{start[1]:.1f} {out:.1f},{end[1]:.1f} {end[0]:.1f},{end[1]:.1f}"


def badge(number: int, made: Picture) -> str:
    """Return the letter of an edge, on the line near the end where fewer edges meet."""
    edge = made.edges[number]
    name = min(edge.ends, key=lambda one: len(made.ports[one, made.side(edge, one)]))
    x, y = made.port(number, name)
    # Behind the head of the arrow where it ends here.
    x += (20 if name == edge.ends[1] else 13) * made.side(edge, name)
    return letter(FAMILY[edge.relation.type], x, y, made.view)


def letter(family: str, x: float, y: float, view: View) -> str:
    """Return the letter of a family in a circle."""
    text = text_at(x, y + 3.2, FAMILIES[family][0][view.language], text_anchor="middle")
    return element("g", element("circle", cx=x, cy=y, r=6.5), text, class_="guide-edge__badge")


def sentence(edge: Edge, view: View) -> str:
    """Say a relation in words."""
    verb = RELATIONS[edge.relation.type][0][view.language]
    return view.say(SENTENCE, source=view.short(edge.source), verb=verb, target=view.short(edge.relation.target))


def box(name: str, made: Picture) -> str:
    """Return an instrument as a box that links to its page."""
    left, top, high = made.left(made.column[name]), TOP + made.drawing.tops[name], made.height(name)
    content = boxed(made.lines[name], left, top, BOX, high, SIZE, LINE)
    # Said in one piece: the lines of the text have no spaces between them.
    said = capital(made.view.short(name))
    return element("a", content, href=made.view.address(name), class_="guide-box", id=f"box-{name}", aria_label=said)


def sign(family: str, view: View) -> str:
    """Return a short piece of line of a family with its letter."""
    line = element("path", d="M2,10H46", class_="guide-edge__line")
    group = element("g", line, letter(family, 24, 10, view), class_=f"guide-edge guide-edge--{family}")
    return element("svg", group, viewBox="0 0 48 20", width=48, height=20, aria_hidden="true")
