"""The page of an instrument, written from the register in both languages with the same structure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bitext.register import Confidence, Instrument, Register, Related, Sourced, Text
from guide.citing import Citing
from guide.labels import CONFIDENCE, LEVELS, RELATIONS, ROLES, STATES, TITLE_STATUS, both, written_date
from guide.layout import instrument_key
from guide.standing import status_by_dates
from guide.view import View, capital

HEADINGS = {
    "facts": both("基本信息", "Key facts"),
    "dates": both("日期", "Dates"),
    "status": both("状态", "Status"),
    "relations": both("与其他文件的关系", "Relations"),
    "cited": both("本指南中引用它的页面", "Pages of this guide that cite it"),
}
ROWS = {
    "zh": both("中文名称", "Chinese title"),
    "en": both("英文名称", "English title"),
    "alert": both("客户简报所用英文名", "English title in the client alert"),
    "number": both("文号", "Document number"),
    "issuers": both("发文机关", "Issued by"),
    "level": both("性质", "Kind"),
    "place": both("适用地域", "Where it applies"),
    "address": both("官方地址", "Official address"),
}
NONE_FOUND = both("未查到", "none found")
COLUMNS = {
    "facts": (both("项目", "Item"), both("内容", "Content")),
    "dates": (
        both("日期的性质", "Role of the date"),
        both("日期", "Date"),
        both("说明", "Note"),
        both("来源", "Sources"),
    ),
}
AS_OF = both("截至{date}：{state}。{text}。", "As of {date}: {state}. {text}.")
UNSURE = both("截至{date}，{state}——{text}。", "As of {date}, {state} – {text}.")
NOT_CONFIRMED = both("未能核实", "not confirmed")


def instrument_page(
    entry: Instrument, language: str, register: Register, citing: Mapping[str, Sequence[Citing]], as_of: str
) -> str:
    """Return the Markdown of an instrument's page, register links unresolved; `as_of` is the site's day (YYYY-MM-DD)."""
    parts = [
        front_matter(entry, language, as_of),
        f"# {entry.title[language]} {{#instrument}}",
        entry.summary[language],
        heading("facts", language),
        table([*labels("facts", language)], [[*row] for row in fact_rows(entry, language)]),
        heading("dates", language),
        table([*labels("dates", language)], [[*row] for row in date_rows(entry, language)]) or NONE_FOUND[language],
        heading("status", language),
        status(entry, language),
        *([status_by_dates(entry.id, View(language, instrument_key(entry.id), register, as_of))] if as_of else []),
        *relations(entry, language, register),
        *citations(citing.get(entry.id, ()), language),
    ]
    return "\n\n".join(parts) + "\n"


def front_matter(entry: Instrument, language: str, as_of: str) -> str:
    """Return the front matter of the page."""
    lines = [f"title: {quoted(capital(entry.short[language]))}", f"description: {quoted(entry.summary[language])}"]
    # A reader who searches wants the page that explains first, the record behind it next.
    return "\n".join(["---", *lines, f"as_of: {as_of}", f"reviewed: {as_of}", "search:", "  boost: 0.4", "---"])


def quoted(text: str) -> str:
    """Return a text as a YAML scalar."""
    return "'" + text.replace("'", "''") + "'"


def heading(name: str, language: str) -> str:
    """Return a second-level heading with its id."""
    return f"## {HEADINGS[name][language]} {{#{name}}}"


def labels(name: str, language: str) -> Iterator[str]:
    """Yield the column heads of a table."""
    return (label[language] for label in COLUMNS[name])


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table, or nothing where there are no rows."""
    if not rows:
        return ""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def fact_rows(entry: Instrument, language: str) -> Iterator[tuple[str, str]]:
    """Yield the rows of the table of key facts."""
    status = TITLE_STATUS[entry.title_status][language]
    note = f"；{entry.title_note[language]}" if entry.title_note and language == "zh" else ""
    note = f"; {entry.title_note[language]}" if entry.title_note and language == "en" else note
    yield ROWS["zh"][language], entry.title.zh
    yield ROWS["en"][language], entry.title.en + (f"（{status}{note}）" if language == "zh" else f" ({status}{note})")
    if entry.alert_title:
        yield ROWS["alert"][language], f"{entry.alert_title} {mark(['ALERT'], language)}"
    if entry.number and entry.number.publishable:
        yield ROWS["number"][language], f"{entry.number.value} {marks(entry.number, language)}"
    else:
        yield ROWS["number"][language], NONE_FOUND[language]
    yield ROWS["issuers"][language], entry.issuers[language]
    yield ROWS["level"][language], LEVELS[entry.level][language]
    yield ROWS["place"][language], entry.place[language]
    addresses = [f"<{one.url}> {marks(one, language)}" for one in entry.addresses if one.publishable]
    yield ROWS["address"][language], "<br>".join(addresses) or NONE_FOUND[language]


def date_rows(entry: Instrument, language: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield the rows of the table of dates; what is only recalled is not shown."""
    for one in sorted(entry.stated_dates(), key=lambda one: str(one.date)):
        role = ROLES[one.role][language]
        if one.of:
            role += f"（{one.of.zh}）" if language == "zh" else f" ({one.of.en})"
        date = written_date(one.date, language)
        if one.until:
            date += ("至" if language == "zh" else " to ") + written_date(one.until, language)
        notes = [one.note[language]] if one.note else []
        if one.confidence != "confirmed":
            notes.append(CONFIDENCE[one.confidence][language])
        yield role, date, ("；" if language == "zh" else "; ").join(notes), marks(one, language)


def state(entry: Instrument, language: str) -> str:
    """Return the label of an instrument's state; what is only recalled is no state to show."""
    return STATES[entry.status.state][language] if entry.status.publishable else NOT_CONFIRMED[language]


def status(entry: Instrument, language: str) -> str:
    """Return the sentence on an instrument's status with the day as of which it is known."""
    known = entry.status
    text = known.text[language].rstrip("。.")
    form = AS_OF if known.publishable else UNSURE
    text = text if known.publishable else text[:1].lower() + text[1:]
    date = written_date(known.as_of, language)
    sentence = form[language].format(date=date, state=state(entry, language), text=text)
    return f"{sentence} {marks(known, language)}".rstrip()


def relations(entry: Instrument, language: str, register: Register) -> Iterator[str]:
    """Yield the section on relations."""
    lines = list(related_lines(entry, language, register))
    if lines:
        yield heading("relations", language)
        yield "\n".join(lines)


def related_lines(entry: Instrument, language: str, register: Register) -> Iterator[str]:
    """Yield the relations of an instrument as list items, in both directions; those that are only recalled are not shown."""
    for one in entry.relations:
        if one.publishable:
            yield relation_line(RELATIONS[one.type][0], one.target, one, language)
    for other in register.instruments.values():
        for one in other.relations:
            if one.target == entry.id and one.publishable:
                yield relation_line(RELATIONS[one.type][1], other.id, one, language)


def relation_line(label: Text, target: str, relation: Related, language: str) -> str:
    """Return one relation as a list item."""
    colon = "：" if language == "zh" else ": "
    notes = [relation.note[language]] if relation.note else []
    if relation.confidence is Confidence.ALERT:
        notes.append(CONFIDENCE[relation.confidence][language])
    joined = ("；" if language == "zh" else "; ").join(notes)
    note = (f"（{joined}）" if language == "zh" else f" ({joined})") if notes else ""
    opening = label[language] if language == "zh" else label[language].capitalize()
    return f"- {opening}{colon}[](instrument:{target}){note}"


def citations(pages: Sequence[Citing], language: str) -> Iterator[str]:
    """Yield the section on the guide's pages that cite the instrument."""
    if pages:
        yield heading("cited", language)
        yield "\n".join(f"- [{page.title}](../{page.key})" for page in pages)


def marks(value: Sourced, language: str) -> str:
    """Return the source marks of a value."""
    return mark(list(value.sources), language)


def mark(sources: Sequence[str], language: str) -> str:
    """Return source marks in the way of a language."""
    return ("" if language == "zh" else " ").join(f"[{name}](source:{name})" for name in sources)
