"""The page of all dates: the picture, and the list by year that says the same in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bitext.register import Role, RoleDate
from guide.chronicle import Row, rows
from guide.instruments import mark, table
from guide.labels import ROLES, both, written_date
from guide.timeline_picture import picture
from guide.view import View, capital

HEADINGS = {"picture": both("图", "As a picture"), "list": both("按年排列的清单", "As a list by year")}
HEAD = (both("日期", "Date"), both("事项", "What"), both("来源", "Sources"))
YEAR = both("{year}年", "{year}")
COMMENTARY = both("评论：{title}", "Commentary: {title}")
CONCERNS = both("涉及{links}", "Concerns {links}")
ATTRIBUTED = both("据汉坤律师事务所的客户简报：{text}", "According to Han Kun Law Offices’ client alert: {text}")
NOTED = both("{role}——{note}", "{role} – {note}")


def timeline(view: View) -> str:
    """Return the generated part of the page."""
    found = rows(view.register)
    parts = [f"## {HEADINGS['picture'][view.language]} {{#picture}}", picture(found, view)]
    parts.append(f"## {HEADINGS['list'][view.language]} {{#list}}")
    for year, group in groupby(found, lambda row: row.date.year):
        parts += section(str(year), group, view)
    return "\n\n".join(parts)


def section(year: str, group: Iterator[Row], view: View) -> Iterator[str]:
    """Yield the heading of a year and its table."""
    yield f"### {view.say(YEAR, year=year)} {{#y{year}}}"
    cells = [[when(row, view), what(row, view), mark(row.sources, view.language)] for row in group]
    yield table([label[view.language] for label in HEAD], cells)


def when(row: Row, view: View) -> str:
    """Write the date of a row; some reach over months."""
    until = row.dates[0][1].until if row.dates else None
    date = written_date(row.date, view.language)
    return date if until is None else f"{date}{'至' if view.language == 'zh' else ' to '}{written_date(until, view.language)}"


def what(row: Row, view: View) -> str:
    """Say what happened, with links to the instruments concerned."""
    parts = told(row, view)
    if row.dates:
        parts.append(view.joined([dated_link(name, date, view) for name, date in row.dates], strong=True))
    if row.concerned:
        parts.append(view.say(CONCERNS, links=view.joined([f"[](instrument:{name})" for name in row.concerned])))
    text = ("。" if view.language == "zh" else ". ").join(parts)
    return view.say(ATTRIBUTED, text=text) if row.attributed else text


def told(row: Row, view: View) -> list[str]:
    """Say what an event was; commentary is named as such."""
    if row.event is None:
        return []
    title = capital(row.event.title[view.language])
    return [view.say(COMMENTARY, title=title) if row.event.kind == "commentary" else title]


def dated_link(name: str, date: RoleDate, view: View) -> str:
    """Return a link to an instrument with what the date is in its life."""
    link = f"[{capital(view.short(name))}](instrument:{name})"
    label = ROLES[date.role] if date.role is not Role.EFFECTIVE else both("施行", "in force")
    role = label[view.language] + (view.aside(date.of[view.language]) if date.of else "")
    return view.after(link, view.say(NOTED, role=role, note=date.note[view.language]) if date.note else role)
