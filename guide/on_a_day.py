"""The page "the law on a day": a table of periods, and a section for each that says what applied."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from bitext.partial_date import PartialDate
from bitext.register import Role
from guide.applied import applied, authority, known, link, sentence_link
from guide.in_force import Force, Standing
from guide.instruments import table
from guide.labels import both, written_date
from guide.periods import SUBJECTS, Period, applying, periods, steps
from guide.view import View

HEADINGS = {
    "periods": both("各段时间一览", "The periods"),
    "sections": both("各段时间适用什么", "What applied in each period"),
}
HEAD = (both("时间", "Period"), both("第一天有何变化", "What its first day changed"))
BEGINS = both("登记册里最早的全国目录：{first}", "The oldest national catalogue of the register: {first}")
NAMES = {
    "national": both("全国清单或者目录", "National list or catalogue"),
    "zones": both("自由贸易试验区清单", "List for the pilot free trade zones"),
    "hainan": both("海南自由贸易港清单", "Hainan Free Trade Port list"),
    "pilot": both("试点（《通知》第一部分）", "The pilot (part one of the Notice)"),
    "hgr": both("人类遗传资源（HGR）规则", "Rules on human genetic resources (HGR)"),
    "authority": both("人类遗传资源主管部门", "HGR authority"),
    "techniques": both("国务院令第818号", "State Council Decree 818"),
}
CHANGES = {
    "in-force": both("施行", "in force"),
    "repealed": both("废止", "repealed"),
    "replaced": both("被取代", "replaced"),
    "amended": both("修改", "amended"),
    "amendment": both("修改生效", "amendment in force"),
}


def on_a_day(view: View) -> str:
    """Return the generated part of the page. Without a day of its own the guide has no last period."""
    found = periods(view.register, PartialDate.parse(view.as_of).earliest()) if view.as_of else []
    parts = [f"## {HEADINGS['periods'][view.language]} {{#periods}}", overview(found, view)]
    parts.append(f"## {HEADINGS['sections'][view.language]} {{#sections}}")
    return "\n\n".join([*parts, *(part for period in found for part in section(period, view))])


def overview(found: list[Period], view: View) -> str:
    """Return the table of periods."""
    rows = [[f"[{span(period, view)}](#{period.anchor})", change(period, new, view)] for period, new in steps(found)]
    return table([label[view.language] for label in HEAD], rows)


def span(period: Period, view: View) -> str:
    """Write the first and the last day of a period."""
    return ("至" if view.language == "zh" else " to ").join(written(day, view) for day in (period.first, period.last))


def written(day: datetime.date, view: View) -> str:
    """Write a day in the house style."""
    return written_date(PartialDate.of(day), view.language)


def change(period: Period, new: list[tuple[str, Standing]], view: View) -> str:
    """Say what the first day of a period changed."""
    if new:
        return view.joined(
            [f"{sentence_link(name, view)}{view.aside(change_label(found, view))}" for name, found in new], strong=True
        )
    names = applying("national", period)
    return view.say(BEGINS, first=view.joined([f"{link(name)}{view.aside(known(name, view))}" for name in names]))


def change_label(found: Standing, view: View) -> str:
    """Name what happened to an instrument."""
    if found.force is Force.ENDED and found.life.end:
        return CHANGES["repealed" if found.life.end.date.role is Role.REPEALED else "replaced"][view.language]
    if not found.changes:
        return CHANGES["in-force"][view.language]
    return CHANGES["amended" if found.changes[-1].role is Role.AMENDED else "amendment"][view.language]


def section(period: Period, view: View) -> Iterator[str]:
    """Yield the heading of a period and the list of what applied."""
    yield f"### {span(period, view)} {{#{period.anchor}}}"
    yield "\n".join(line for subject in SUBJECTS for line in answer(subject, period, view))


def answer(subject: str, period: Period, view: View) -> list[str]:
    """Return what applied for one subject as a list item, with items of its own where there are several."""
    found = authority(period, view) if subject == "authority" else applied(subject, period, view)
    opening = f"- **{NAMES[subject][view.language]}**"
    if len(found) == 1:
        return [view.after(opening, found[0])]
    return [opening, *(f"    - {one}" for one in found)]
