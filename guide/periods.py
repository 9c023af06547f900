"""The periods between two changes of the law, for what this guide is about; computed from the register's dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from bitext.register import Register
from guide.in_force import Force, Standing, in_force, life_of

# The instruments that answer each question a reader has about a day. Of lists for one place only one applies at a time.
SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "national": ("catalogue-2007", "catalogue-2011", "neg-list-2018", "neg-list-2021", "neg-list-2024"),
    "zones": ("ftz-list-2021",),
    "hainan": ("hainan-list-2020",),
    "pilot": ("notice-2024-568",),
    "hgr": ("hgr-interim-1998", "biosecurity-law", "hgr-reg", "hgr-rules-2023", "hgr-guidelines-2023"),
    "authority": ("hgr-decision-777",),
    "techniques": ("decree-818",),
}
ONE_AT_A_TIME = {"national", "zones", "hainan"}
APPLYING = {Force.IN_FORCE, Force.LEFT_OPEN, Force.UNDATED}


@dataclass(frozen=True, slots=True)
class Period:
    """A run of days, both included, on which nothing changed; `standings` holds for each of them."""

    first: datetime.date
    last: datetime.date
    standings: Mapping[str, Standing]

    @property
    def anchor(self) -> str:
        """The id of the period's section."""
        return f"from-{self.first.isoformat()}"


def periods(register: Register, as_of: datetime.date) -> list[Period]:
    """Return the periods from the first day the register knows a list of up to `as_of`."""
    starts = boundaries(register, as_of)
    ends = [start - datetime.timedelta(days=1) for start in starts[1:]]
    return [Period(first, last, in_force(register, first)) for first, last in zip(starts, [*ends, as_of], strict=False)]


def boundaries(register: Register, as_of: datetime.date) -> list[datetime.date]:
    """Return the days up to `as_of` on which something changed, the first known day of the oldest national list first."""
    days = set(changing_days(register))
    firsts = (life_of(register.instruments[name], register).known for name in subject_names(register, "national"))
    first = min((day for day in firsts if day), default=min(days, default=as_of))
    return sorted(day for day in {first, *days} if first <= day <= as_of)


def changing_days(register: Register) -> Iterator[datetime.date]:
    """Yield the days on which an instrument of any subject took effect, was amended or ended."""
    for subject in SUBJECTS:
        for name in subject_names(register, subject):
            life = life_of(register.instruments[name], register)
            yield from (date.date.earliest() for date in (life.start, *life.changes) if date)
            if life.end:
                yield life.end.day


def subject_names(register: Register, subject: str) -> list[str]:
    """Return the instruments of a subject that the register has."""
    return [name for name in SUBJECTS[subject] if name in register.instruments]


def applying(subject: str, period: Period) -> list[str]:
    """Return the instruments of a subject that applied, or may have; of lists for one place the youngest."""
    names = [name for name in SUBJECTS[subject] if name in period.standings and applies(period.standings[name])]
    return names[-1:] if subject in ONE_AT_A_TIME else names


def applies(found: Standing) -> bool:
    """Tell whether an instrument applied or may have; one without any date is no answer for a day."""
    return found.force in APPLYING and (found.life.start is not None or found.life.known is not None)


def undated(subject: str, period: Period) -> list[str]:
    """Return the instruments that may have followed one whose end is not known, and that have no date themselves."""
    names = applying(subject, period)
    if not names or period.standings[names[-1]].force is not Force.LEFT_OPEN:
        return []
    later = SUBJECTS[subject][SUBJECTS[subject].index(names[-1]) + 1 :]
    found = ((name, period.standings[name].life) for name in later if name in period.standings)
    return [name for name, life in found if life.start is None and life.known is None]


def changed(before: Period, after: Period) -> Iterator[tuple[str, Standing]]:
    """Yield the instruments of all subjects that stand otherwise in the second of two periods."""
    for name in dict.fromkeys(name for names in SUBJECTS.values() for name in names if name in after.standings):
        old, new = before.standings[name], after.standings[name]
        if (old.force, len(old.changes)) != (new.force, len(new.changes)):
            yield name, new


def steps(found: list[Period]) -> list[tuple[Period, list[tuple[str, Standing]]]]:
    """Return each period with what its first day changed; nothing is said of the days before the first one."""
    later = [(after, list(changed(before, after))) for before, after in pairwise(found)]
    return [(found[0], []), *later] if found else []
