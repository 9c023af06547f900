"""The timeline as a picture: SVG drawn at build time, once for all years and once for the years with most to show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bitext.register import Role, Text
from guide.axis import Axis, make_axis
from guide.chronicle import Row
from guide.frame import choice, drawing, framed, legend, region
from guide.labels import ROLES, both, written_date
from guide.marks import OUTLINES, drawn, mark_name, sample
from guide.svg import element, text_at, width, words
from guide.timeline_lines import LANE, SIZE, Line, Mark, Placed, lines, marks, sheets
from guide.view import View, capital

RECENT = 2023
LEFT = 16.0
TOP = 30.0
SHEET = 660.0  # the height of the lines that a sheet of paper takes
QUARTERS = 160.0  # a year as wide as this shows its quarters
SPANS = {"all": both("全部年份", "All years"), "recent": both("只看2023年起（放大）", "From 2023 on, enlarged")}
CHOOSE = both("图上显示", "Show in the picture")
REGION = both("时间线图，可以左右滚动：{span}", "Timeline, scrolls sideways: {span}")
NAME = both("时间线，每行一个文件，每个标记一个日期：{span}", "Timeline, a line for each instrument, a mark for each date: {span}")
OTHER = both("其他事件", "Other events")
LEGEND = both("标记的含义", "What the marks mean")
HEARSAY = both("虚线边框：仅见于汉坤律师事务所的客户简报", "broken outline: only in Han Kun Law Offices’ client alert")
TITLE = both("{date}，{text}", "{date}, {text}")
ATTRIBUTED = both("据汉坤律师事务所的客户简报", "according to Han Kun Law Offices’ client alert")


def picture(rows: Sequence[Row], view: View) -> str:
    """Return the whole picture."""
    found = list(marks(rows, view.register))
    recent = [mark.date for mark in found if (mark.date.year or 0) >= RECENT]
    axes = {
        "all": make_axis([mark.date for mark in found], LEFT, least=36, most=240, step=7),
        "recent": make_axis(recent, LEFT, least=180, most=420, step=11),
    }
    regions = [region("".join(drawings(name, found, axis, view)), label(REGION, name, view), name) for name, axis in axes.items()]
    signs = [(sample(kind, view.language), mark_name(kind, view.language)) for kind in OUTLINES]
    explained = legend(LEGEND[view.language], [*signs, ("", HEARSAY[view.language])])
    return framed(view, choice("guide-span", CHOOSE, SPANS, view), *regions, explained, kind="guide-picture--wide")


def label(form: Text, name: str, view: View) -> str:
    """Return a label with the span of years that a drawing shows."""
    return view.say(form, span=SPANS[name][view.language])


def drawings(name: str, found: Sequence[Mark], axis: Axis, view: View) -> Iterator[str]:
    """Yield the sheets of one drawing; they share the scale, and each repeats it."""
    names = {mark.name: capital(view.short(mark.name)) if mark.name else OTHER[view.language] for mark in found}
    made = lines(found, axis, names)
    wide = max([axis.right, *(right_end(one, names[one.name]) for one in made)]) + LEFT
    parts = sheets(made, SHEET, TOP)
    for number, part in enumerate(parts, 1):
        bottom = part[-1].top + part[-1].height
        content = [years(axis, bottom), *(drawn_line(one, names[one.name], view) for one in part)]
        said = label(NAME, name, view) + view.aside(f"{number}/{len(parts)}")
        yield drawing(content, wide, bottom + 6, said)


def right_end(line: Line, text: str) -> float:
    """Return how far right a line's name reaches."""
    return line.text_x if line.before else line.text_x + width(text, SIZE)


def years(axis: Axis, bottom: float) -> str:
    """Return the scale: a stripe for every other year, its number above; a gap where years are left out."""
    parts = []
    for index, (year, left) in enumerate(axis.lefts.items()):
        wide = axis.widths[year]
        shade = "guide-year guide-year--even" if index % 2 else "guide-year"
        parts.append(element("rect", x=left, y=TOP - 6, width=wide, height=bottom - TOP + 12, class_=shade))
        if year in axis.breaks:
            parts.append(element("path", d=f"M{left:g},{TOP - 6:g}V{bottom + 6:g}", class_="guide-year__break"))
        parts += quarters(left, wide, bottom)
        parts.append(text_at(left + wide / 2, 16, str(year), text_anchor="middle"))
    return element("g", *parts, aria_hidden="true")


def quarters(left: float, wide: float, bottom: float) -> list[str]:
    """Return thin lines between the quarters of a year that has room for them."""
    if wide < QUARTERS:
        return []
    places = [left + wide * part / 4 for part in (1, 2, 3)]
    return [element("path", d=f"M{x:.1f},{TOP:g}V{bottom:g}", class_="guide-year__quarter") for x in places]


def drawn_line(line: Line, text: str, view: View) -> str:
    """Return one line: a stroke along its first lane, the name, the marks."""
    middle = line.top + LANE / 2
    first_lane = [one.x for one in line.marks if one.lane == 0]
    stroke = element("path", d=f"M{first_lane[0]:.1f},{middle:g}H{first_lane[-1]:.1f}", class_="guide-line")
    anchor = "end" if line.before else "start"
    name = text_at(line.text_x, middle + 4, text, text_anchor=anchor, font_size=SIZE)
    linked = element("a", name, href=address(line.marks[0].mark, view), class_="guide-line__name")
    return element("g", stroke, linked, *(drawn_mark(one, line.top, view) for one in line.marks))


def drawn_mark(placed: Placed, top: float, view: View) -> str:
    """Return one mark as a link with its words as title."""
    mark = placed.mark
    symbol = drawn(mark.kind, placed.x, top + LANE * (placed.lane + 0.5), view.language, mark.hearsay)
    return element("a", element("title", words(title(mark, view))), symbol, href=address(mark, view))


def address(mark: Mark, view: View) -> str:
    """Return where a mark leads: to its instrument, or to the year of the list where it has none."""
    return view.address(mark.name) if mark.name else f"#y{mark.date.year}"


def title(mark: Mark, view: View) -> str:
    """Say in words what a mark stands for."""
    event = mark.row.event
    parts = [event.title[view.language]] if event else []
    if mark.name and mark.row.dates:
        parts.insert(0, view.after(view.short(mark.name), role_name(mark.kind, view)))
    elif event and event.kind == "commentary":
        parts = [view.after(mark_name("commentary", view.language), parts[0])]
    text = view.say(TITLE, date=written_date(mark.date, view.language), text=view.joined(parts, strong=True))
    return text + (view.aside(ATTRIBUTED[view.language]) if mark.hearsay else "")


def role_name(kind: str, view: View) -> str:
    """Name the role of a date."""
    return mark_name(kind, view.language) if kind == Role.EFFECTIVE else ROLES[Role(kind)][view.language]
