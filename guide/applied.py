"""The sentences that say what applied in a period: since when, in which text, until when, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bitext.register import Confidence, Instrument, Role, RoleDate, Sourced
from guide.in_force import Force, Standing
from guide.instruments import mark
from guide.labels import both, dated, written_date
from guide.periods import SUBJECTS, Period, applying, undated
from guide.view import View, capital

NOTHING = both("登记册里没有属于这段时间、日期经核实的内容。", "The register has nothing with a confirmed date for these days.")
NOT_YET = both("不适用；{link}{part}自{since}起施行。", "Did not apply; {link}{part} is in force from {since}.")
SINCE = both("{link}{part}，{since}起施行", "{link}{part}, in force from {since}")
KNOWN = both("{link}，{known}，施行日期未能核实", "{link}, {known}; the day it took effect could not be confirmed")
DATED = both("落款日期为{date}", "dated {date}")
ENDS = {
    True: both("{end}{by}废止", "repealed on {end}{by}"),
    False: both("{end}{by}取代", "replaced on {end}{by}"),
}
BY = both("由{link}", " by {link}")
OPEN = both("此后是否失效、何时失效，登记册没有日期", "whether and when that ended is not in the register")
IN_EFFECT = both("适用自{day}起生效的修改文本", "as amended with effect from {day}")
AMENDED = both("{day}修改，修改何时生效，登记册没有日期", "amended on {day}, and the day this took effect is not in the register")
PRESUMED = both(
    "到{day}为止的材料没有写废止，其后有效只是推定，未能核实",
    "material up to {day} shows no repeal; that it is still in force is presumed and could not be confirmed",
)
LAST_SEEN = both("最后一次查到有效是{day}，此后没有核对", "last seen as in force on {day} and not checked after that")
UNDATED = both(
    "{links}也在登记册里，但没有核实过的日期，可能属于这段时间。",
    "{links} might belong to these days too, but the register has no confirmed date of it.",
)
MINISTRY = both(
    "法律上是{most}；{link}自{since}起改为{nhc}。",
    "In law the {most}; {link} assigns it to the {nhc} from {since}.",
)
COMMISSION = both("{nhc}，自{since}起，依据{link}。", "The {nhc}, from {since} under {link}.")
HAPPENED = both("{day}：{title}。", "{day}: {title}.")


def applied(subject: str, period: Period, view: View) -> list[str]:
    """Return a sentence for each instrument that applied or may have, or one that says that none did."""
    names = applying(subject, period)
    found = [entry(name, period, view, alone=len(names) == 1) for name in names]
    missing = undated(subject, period)
    if missing:
        found.append(capital(view.say(UNDATED, links=view.joined([link(name) for name in missing]))))
    return found or [nothing(subject, period, view)]


def nothing(subject: str, period: Period, view: View) -> str:
    """Say that nothing of a subject applied, and from when on it did where the register knows only one instrument for it."""
    later = [name for name in SUBJECTS[subject] if name in period.standings]
    start = period.standings[later[0]].life.start if len(later) == 1 else None
    if subject not in {"pilot", "techniques"} or start is None:
        return NOTHING[view.language]
    since = written_date(start.date, view.language)
    return sourced(view.say(NOT_YET, link=link(later[0]), part=belonging(start, view), since=since), [start], view)


def entry(name: str, period: Period, view: View, alone: bool = True) -> str:
    """Say since when an instrument applied in a period, in which text, until when, and how sure that is."""
    found, instrument = period.standings[name], view.instrument(name)
    doubt = doubts(found, instrument, period, view)
    linked = link(name) if alone else sentence_link(name, view)
    clauses = [opening(name, linked, found, view), *notes(found.life.start, view), *text_clauses(found, view), *ending(found, view)]
    end = found.life.end.date if found.life.end else None
    values: list[Sourced] = [one for one in (found.life.start, *found.changes, end) if one]
    full = view.joined([*clauses, *doubt], strong=True) + ("。" if view.language == "zh" else ".")
    return sourced(full, [*values, *([instrument.status] if doubt else [])], view)


def opening(name: str, linked: str, found: Standing, view: View) -> str:
    """Say since when an instrument was in force, or what is known instead."""
    start = found.life.start
    if start is None:
        return view.say(KNOWN, link=linked, known=known(name, view))
    return view.say(SINCE, link=linked, part=belonging(start, view), since=written_date(start.date, view.language))


def ending(found: Standing, view: View) -> list[str]:
    """Say when an instrument ended, and by which other."""
    end = found.life.end
    if end is None:
        return []
    by = view.say(BY, link=link(end.by)) if end.by else ""
    return [view.say(ENDS[end.date.role is Role.REPEALED], end=written_date(end.date.date, view.language), by=by)]


def belonging(date: RoleDate, view: View) -> str:
    """Return the part or edition that a date belongs to, in brackets."""
    return view.aside(date.of[view.language]) if date.of else ""


def notes(start: RoleDate | None, view: View) -> list[str]:
    """Return what the register notes on the day an instrument took effect."""
    return [start.note[view.language]] if start and start.note else []


def text_clauses(found: Standing, view: View) -> list[str]:
    """Say in which text an instrument applied."""
    labels = [(AMENDED if one.role is Role.AMENDED else IN_EFFECT, one) for one in found.changes]
    return [view.say(label, day=written_date(one.date, view.language)) for label, one in labels]


def doubts(found: Standing, instrument: Instrument, period: Period, view: View) -> list[str]:
    """Say where the register does not carry an answer through to the last day of a period."""
    seen = instrument.status.as_of
    if found.force is Force.LEFT_OPEN:
        return [OPEN[view.language]]
    if found.force is not Force.IN_FORCE or found.life.end or period.last <= seen.earliest():
        return []
    label = PRESUMED if instrument.status.confidence is Confidence.RECALLED else LAST_SEEN
    return [view.say(label, day=written_date(seen, view.language))]


def authority(period: Period, view: View) -> list[str]:
    """Name the authority for human genetic resources, by the decree that moved it and the regulations it amended."""
    decree, rules = (period.standings.get(name) for name in ("hgr-decision-777", "hgr-reg"))
    start = decree.life.start if decree else None
    if decree is None or start is None or rules is None or rules.force is not Force.IN_FORCE:
        return [NOTHING[view.language]]
    actors = {name: view.register.actors[name].name[view.language] for name in ("most", "nhc")}
    values = {"link": link("hgr-decision-777"), "since": written_date(start.date, view.language), **actors}
    if decree.force is Force.IN_FORCE:
        return [sourced(view.say(COMMISSION, **values), [start], view)]
    ministry = sourced(view.say(MINISTRY, **values), [start, view.register.actors["most"]], view)
    return [ministry, *closure(period, view)]


def closure(period: Period, view: View) -> Iterator[str]:
    """Yield that the former office had closed, once it had: the law still named its ministry."""
    event = view.register.events.get("old-hgr-office-closed")
    if event and event.publishable and event.date.earliest() <= period.first:
        text = view.say(HAPPENED, day=written_date(event.date, view.language), title=event.title[view.language])
        yield sourced(text, [event], view)


def known(name: str, view: View) -> str:
    """Write the first date of an instrument with its role."""
    dates = sorted(view.instrument(name).stated_dates(), key=lambda one: one.date.earliest())
    if dates and dates[0].role is Role.ISSUED:
        return view.say(DATED, date=written_date(dates[0].date, view.language))
    return dated(dates[0], view.language) if dates else ""


def link(name: str) -> str:
    """Return a link to an instrument; the register gives its text."""
    return f"[](instrument:{name})"


def sentence_link(name: str, view: View) -> str:
    """Return a link to an instrument where a sentence or a cell begins."""
    return f"[{capital(view.short(name))}](instrument:{name})"


def sourced(text: str, values: Sequence[Sourced], view: View) -> str:
    """Return a sentence with the source marks of the values behind it."""
    names = list(dict.fromkeys(name for value in values for name in value.sources))
    return text + ("" if view.language == "zh" or not names else " ") + mark(names, view.language)
