"""The timeline: nothing that may be stated is missing, nothing else is shown, and the picture says what the list says."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from bitext.partial_date import PartialDate
from bitext.register import Confidence, Register
from bitext.register_files import read_register
from guide.axis import Axis, make_axis, part_of_year, shown_years
from guide.chronicle import rows
from guide.labels import written_date
from guide.lists import expand_lists
from guide.relations import relations
from guide.svg import element, width, wrapped
from guide.timeline import timeline
from guide.timeline_lines import GAP, lines, marks, sheets
from guide.view import View

AS_OF = "2026-11-22"
LANGUAGES = ["zh", "en"]


@pytest.fixture(scope="module")
def register(root: Path) -> Register:
    """Return the guide's own register."""
    return read_register(root / "register", "register")[0]


@pytest.fixture(params=LANGUAGES)
def view(request: pytest.FixtureRequest, register: Register) -> View:
    """Return a view in each language."""
    return View(request.param, "law/timeline.md", register, AS_OF)


class Parts(HTMLParser):
    """The links of a picture with their titles; fails on what is not closed."""

    def __init__(self, html: str) -> None:
        """Read a picture."""
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.titles: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        if tag != "input":
            self.open.append(tag)
        if tag == "a":
            self.links.append(dict(attrs)["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a title."""
        if self.open[-1] == "title":
            self.titles.append(unescape(data))


def date(text: str) -> PartialDate:
    return PartialDate.parse(text)


def test_every_date_that_may_be_stated_has_one_row(register: Register) -> None:
    shown = [(name, one) for row in rows(register) for name, one in row.dates]
    stated = [(entry.id, one) for entry in register.instruments.values() for one in entry.stated_dates()]
    assert sorted(map(repr, shown)) == sorted(map(repr, stated))


def test_every_event_that_may_be_stated_has_one_row(register: Register) -> None:
    shown = [row.event.id for row in rows(register) if row.event]
    assert sorted(shown) == sorted(event.id for event in register.events.values() if event.publishable)


def test_nothing_recalled_is_shown(register: Register) -> None:
    assert [value for row in rows(register) for value in row.values if value.confidence is Confidence.RECALLED] == []


def test_rows_are_in_order(register: Register) -> None:
    days = [row.date.earliest() for row in rows(register)]
    assert days == sorted(days)


def test_what_the_client_alert_alone_states_is_attributed(view: View) -> None:
    found = rows(view.register)
    name = {"zh": "汉坤律师事务所", "en": "Han Kun Law Offices"}[view.language]
    page = timeline(view)
    for row in (row for row in found if row.attributed):
        written = [line for line in page.splitlines() if line.startswith(f"| {written_date(row.date, view.language)} |")]
        assert any(name in line for line in written)
    hearsay = [title for title in Parts(picture_of(page)).titles if written_date(date("2024-08-05"), view.language) in title]
    assert hearsay
    assert all(name in title for title in hearsay)


def test_each_year_of_the_list_has_its_heading(view: View) -> None:
    years = sorted({str(row.date.year) for row in rows(view.register)})
    assert re.findall(r"^### .*\{#y(\d{4})\}$", timeline(view), re.MULTILINE) == years


def picture_of(page: str) -> str:
    """Return the block of HTML of a page."""
    return next(block for block in page.split("\n\n") if block.startswith("<"))


@pytest.mark.parametrize("build", [timeline, relations])
def test_pictures_are_one_block_of_html_that_markdown_leaves_alone(build: object, view: View) -> None:
    assert callable(build)
    picture = picture_of(build(view))
    assert "\n" not in picture
    # What the theme's search leaves out ends at the first end tag of this name.
    assert picture.startswith("<figure ")
    assert picture.count("<figure ") == 1
    Parts(picture)


def test_every_mark_of_the_picture_links_and_speaks(view: View) -> None:
    found = list(marks(rows(view.register), view.register))
    parts = Parts(picture_of(timeline(view)))
    recent = [mark for mark in found if (mark.date.year or 0) >= 2023]
    assert len(parts.titles) == len(found) + len(recent)
    pages = {f"../../instruments/{name}/" for name in view.register.instruments}
    assert {link for link in parts.links if link not in pages and not link.startswith("#")} == set()


def test_every_relation_that_may_be_stated_is_in_picture_and_list(view: View) -> None:
    page = relations(view)
    stated = [one for entry in view.register.instruments.values() for one in entry.relations if one.publishable]
    assert len(Parts(picture_of(page)).titles) == len(stated)
    assert len(re.findall(r"^    - ", page, re.MULTILINE)) == 2 * len(stated)


def test_addresses_fit_the_way_the_site_names_its_pages(register: Register) -> None:
    assert View("zh", "law/timeline.md", register).address("fil-2019") == "../../instruments/fil-2019/"
    assert View("zh", "law/timeline.md", register, directories=False).address("fil-2019") == "../instruments/fil-2019.html"
    assert View("zh", "index.md", register).address("fil-2019") == "instruments/fil-2019/"


def test_unknown_markers_stay() -> None:
    page = "<!-- register: nothing -->\n\n<!-- register: something -->"
    assert expand_lists(page, {"something": lambda: "list"}) == "<!-- register: nothing -->\n\nlist"


@pytest.mark.parametrize(
    ("years", "expected"),
    [([], []), ([2007], [2007]), ([2007, 2010], [2007, 2008, 2009, 2010]), ([1998, 2007, 2008], [1998, 2007, 2008])],
)
def test_long_silences_are_left_out(years: list[int], expected: list[int]) -> None:
    assert shown_years(years) == expected


@pytest.mark.parametrize(
    ("on", "least", "most"),
    [
        ("2024", 0.5, 0.5),
        ("2024-01", 0.0, 1 / 12),
        ("2024-01-01", 0.0, 0.01),
        ("2024-12-31", 0.99, 1.0),
        ("2024-02-29", 0.16, 0.17),
    ],
)
def test_place_within_a_year(on: str, least: float, most: float) -> None:
    assert least <= part_of_year(date(on)) <= most


def test_years_with_more_dates_are_wider() -> None:
    axis = make_axis([date("2021"), *[date("2022-05-01")] * 20, *[date("2023")] * 100], 10, least=30, most=200, step=5)
    assert axis.widths == {2021: 30, 2022: 100, 2023: 200}
    assert axis.lefts == {2021: 10, 2022: 40, 2023: 140}
    assert axis.right == 340
    assert not axis.holds(date("2020-01-01"))


def test_marks_touch_no_other_and_stand_where_their_date_is(view: View) -> None:
    found = list(marks(rows(view.register), view.register))
    axis: Axis = make_axis([mark.date for mark in found], 16, least=36, most=240, step=7)
    names = {mark.name: view.short(mark.name) if mark.name else "" for mark in found}
    for line in lines(found, axis, names):
        places = sorted((one.lane, one.x) for one in line.marks)
        assert all(b[1] - a[1] >= GAP for a, b in pairwise(places) if a[0] == b[0])
        assert all(one.x == axis.at(one.mark.date) for one in line.marks)
        assert line.text_x > 0


def test_sheets_hold_every_line_once_and_share_the_height(view: View) -> None:
    found = list(marks(rows(view.register), view.register))
    axis = make_axis([mark.date for mark in found], 16, least=36, most=240, step=7)
    made = lines(found, axis, {mark.name: mark.name or "" for mark in found})
    parts = sheets(made, 500, 30)
    assert [one.name for part in parts for one in part] == [one.name for one in made]
    for part in parts:
        assert part[0].top == 30
        assert all(after.top == before.top + before.height for before, after in pairwise(part))
        assert part[-1].top + part[-1].height - 30 <= 500 + part[-1].height / 2
    assert len(parts) == -(-sum(one.height for one in made) // 500)


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("the Foreign Investment Law", 100, ["the Foreign", "Investment Law"]),
        ("the Notice", 100, ["the Notice"]),
        ("《外商投资安全审查办法》", 100, ["《外商投资安", "全审查办法》"]),
    ],
)
def test_words_wrap(text: str, room: float, expected: list[str]) -> None:
    assert wrapped(text, room, 12) == expected
    assert all(width(line, 12) <= room for line in expected)


def test_elements_are_escaped() -> None:
    assert element("a", "x", href='"<', class_="b", aria_label=None) == '<a href="&quot;&lt;" class="b">x</a>'
