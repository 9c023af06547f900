"""The register: what pages may state, as typed entries read from YAML files.

One file per kind: instruments, events, places, actors, terms, sources. Every value carries its confidence and its sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from bitext.partial_date import PartialDate

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
SourceId = Annotated[str, Field(pattern=r"^(?:S\d{2,3}|ALERT)$")]
Words = Annotated[str, Field(min_length=1)]
Relation = Literal[
    "above", "amends", "announces-widening-of", "based-on", "became", "continues-item-of", "exception-to", "explains", "follows",
    "follows-up", "implements", "implements-policy-of", "parallel-to", "precursor-of", "refers-to", "repeals", "replaces",
    "requires-compliance-with", "separate-from", "source-of-wording-for", "succeeds", "would-replace",
]  # fmt: skip


class Role(StrEnum):
    """What a date is in the life of an instrument."""

    ADOPTED = "adopted"
    SIGNED = "signed"
    ISSUED = "issued"
    PUBLISHED = "published"
    EFFECTIVE = "effective"
    AMENDED = "amended"
    REPEALED = "repealed"
    REPORTED = "reported"
    CLOSED = "closed"


class Confidence(StrEnum):
    """How sure a value is; what is only recalled is not published."""

    CONFIRMED = "confirmed"
    ALERT = "alert"
    RECALLED = "recalled"


class Entry(BaseModel):
    """Base of all entries: unknown keys are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Entry):
    """One text in both languages."""

    zh: Words
    en: Words

    def __getitem__(self, language: str) -> str:
        """Return the text of one language."""
        return self.zh if language == "zh" else self.en


class Sourced(Entry):
    """A value that says how sure it is and where it comes from."""

    confidence: Confidence
    sources: tuple[SourceId, ...] = ()

    @property
    def publishable(self) -> bool:
        """Whether pages may state the value."""
        return self.confidence is not Confidence.RECALLED


class Number(Sourced):
    """A document number."""

    value: Words


class RoleDate(Sourced):
    """A date of an instrument and its role; `of` names the part, edition or amendment it belongs to."""

    role: Role
    date: PartialDate
    until: PartialDate | None = None
    of: Text | None = None
    note: Text | None = None


class Status(Sourced):
    """What is known of an instrument's force on the day `as_of`."""

    state: Literal["in-force", "amended", "repealed", "superseded", "draft", "policy", "announced", "unknown"]
    text: Text
    as_of: PartialDate


class Related(Sourced):
    """A relation to another instrument, written once, on the active side."""

    type: Relation
    target: Id
    note: Text | None = None


class Address(Sourced):
    """An official address."""

    url: Annotated[str, Field(pattern=r"^https?://\S+$")]
    kind: Literal["official"]


class Instrument(Entry):
    """A law, rule, notice, plan or other document."""

    id: Id
    title: Text
    title_status: Literal["official", "common", "press", "unofficial"]
    title_note: Text | None = None
    alert_title: Words | None = None
    short: Text
    number: Number | None = None
    issuers: Text
    level: Literal[
        "law", "administrative-regulation", "departmental-rule", "normative-document", "policy", "party-policy",
        "local-regulation", "local-policy", "draft", "guidance",
    ]  # fmt: skip
    place: Text
    dates: tuple[RoleDate, ...]
    summary: Text
    status: Status
    relations: tuple[Related, ...] = ()
    addresses: tuple[Address, ...] = ()

    def stated_dates(self) -> Iterator[RoleDate]:
        """Yield the dates that pages may state."""
        return (entry for entry in self.dates if entry.publishable)


class Event(Sourced):
    """Something that happened on a date."""

    id: Id
    kind: Literal["event", "commentary"] = "event"
    date: PartialDate
    title: Text
    instruments: tuple[Id, ...] = ()
    note: Text | None = None


class Scope(Entry):
    """Whether a place is in one of the two pilots, in words."""

    included: Literal[True, False, "partly"]
    text: Text


class PlaceEntry(Sourced):
    """A place named by the instruments."""

    id: Id
    name: Text
    biotech: Scope
    hospital: Scope
    note: Text | None = None


class Actor(Sourced):
    """A body or kind of enterprise."""

    id: Id
    name: Text
    abbreviation: Words | None = None
    role: Text


class Wording(Entry):
    """A term in one language: the form to use and the forms to avoid."""

    preferred: Words
    abbreviation: Words | None = None
    avoid: tuple[Words, ...] = ()


class Term(Sourced):
    """A term of the glossary."""

    id: Id
    number: Annotated[str, Field(pattern=r"^G\d{2,3}$")]
    zh: Wording
    en: Wording
    definition: Text
    note: Text | None = None
    instruments: tuple[Id, ...] = ()

    def wording(self, language: str) -> Wording:
        """Return the wording of one language."""
        return self.zh if language == "zh" else self.en


class Source(Entry):
    """Where something was seen; `locator` says in words what has no address."""

    id: SourceId
    kind: Literal["official", "press", "lawfirm", "mirror", "repository", "alert"]
    address: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    locator: Words | None = None
    what: Text


class Register(Entry):
    """All entries, by kind and id."""

    instruments: dict[str, Instrument] = {}
    events: dict[str, Event] = {}
    places: dict[str, PlaceEntry] = {}
    actors: dict[str, Actor] = {}
    terms: dict[str, Term] = {}
    sources: dict[str, Source] = {}

    def __eq__(self, other: object) -> bool:
        """Compare by identity: a register is read once, and what is made of it is kept for it."""
        return self is other

    def __hash__(self) -> int:
        """Hash by identity, as `__eq__` compares."""
        return id(self)

    def kinds(self) -> dict[str, dict[str, Instrument] | dict[str, Term] | dict[str, Source]]:
        """Return the entries that pages can link to, by the kind their links begin with."""
        return {"instrument": self.instruments, "term": self.terms, "source": self.sources}

    @cached_property
    def days(self) -> frozenset[PartialDate]:
        """All dates the register knows and pages may state."""
        return frozenset(self.instrument_days | {event.date for event in self.events.values() if event.publishable})

    @cached_property
    def instrument_days(self) -> frozenset[PartialDate]:
        """The dates of instruments, the days their status was seen included."""
        dates = {entry.date for one in self.instruments.values() for entry in one.stated_dates()}
        return frozenset(dates | {one.status.as_of for one in self.instruments.values()})
