"""The words for how an instrument stands on a day, by the dates of the register."""

from __future__ import annotations

from bitext.partial_date import PartialDate
from bitext.register import Role, RoleDate
from guide.in_force import Force, Standing, standing
from guide.labels import both, written_date
from guide.view import View

BY_DATES = {
    Force.DRAFT: both("草案在任何一天都没有法律效力。", "A draft has no legal force on any day."),
    Force.NOT_YET: both(
        "按登记册的日期，{day}还没有施行：{part}{since}起施行。",
        "By the dates of the register, not in force on {day}: {part}in force from {since}.",
    ),
    Force.UNDATED: both(
        "登记册没有核实过的施行日期，所以单凭日期不能说明{day}是否有效。",
        "The register has no confirmed day on which it took effect, so dates alone do not say whether it was in force on {day}.",
    ),
    Force.IN_FORCE: both(
        "按登记册的日期，{day}有效：{part}{since}起施行，没有记载废止。",
        "By the dates of the register, in force on {day}: {part}from {since}, and no repeal is recorded.",
    ),
    Force.LEFT_OPEN: both(
        "按登记册的日期，{part}{since}起施行；此后是否失效、何时失效，登记册没有日期。",
        "By the dates of the register, {part}in force from {since}; whether and when that ended is not in the register.",
    ),
    Force.ENDED: both("按登记册的日期，自{end}起已废止{by}。", "By the dates of the register, repealed since {end}{by}."),
}
REPLACED = both(
    "按登记册的日期，自{end}起已由{by}取代，这一天后者施行。",
    "By the dates of the register, replaced since {end}, when {by} took effect.",
)
REPEALED_BY = both("，废止它的是{by}", " by {by}")
SEE = both("算法见[某一天的法律](../law/on-a-day.md)。", "See [The law on a day](../law/on-a-day.md).")


def status_by_dates(name: str, view: View) -> str:
    """Say how an instrument stands on the guide's day, by the dates of the register, and where that is explained."""
    day = PartialDate.parse(view.as_of)
    found = standing(view.instrument(name), view.register, day.earliest())
    return f"{by_dates(found, day, view)}{'' if view.language == 'zh' else ' '}{SEE[view.language]}"


def by_dates(found: Standing, day: PartialDate, view: View) -> str:
    """Say how an instrument stands on a day."""
    start = found.life.start
    values = {"day": written_date(day, view.language), "since": written_date(start.date, view.language) if start else ""}
    if found.force is Force.ENDED and found.life.end:
        return ended(found, view)
    return view.say(BY_DATES[found.force], part=part(start, view), **values)


def ended(found: Standing, view: View) -> str:
    """Say since when an instrument has been repealed or replaced, and by which other."""
    end = found.life.end
    if end is None:
        return ""
    day = written_date(end.date.date, view.language)
    by = f"[](instrument:{end.by})" if end.by else ""
    if end.date.role is not Role.REPEALED:
        return view.say(REPLACED, end=day, by=by)
    return view.say(BY_DATES[Force.ENDED], end=day, by=view.say(REPEALED_BY, by=by) if by else "")


def part(date: RoleDate | None, view: View) -> str:
    """Name the part or edition that a date belongs to, before what is said of it."""
    if date is None or date.of is None:
        return ""
    return date.of[view.language] + ("" if view.language == "zh" else " ")
