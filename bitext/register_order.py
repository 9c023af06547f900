"""What cannot be in the life of an instrument: dates in an impossible order, a relation to itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bitext.finding import Finding, Place
from bitext.message import Message
from bitext.register import Register, Role, RoleDate
from bitext.register_file import RegisterFile
from bitext.rules.rule import judged_elsewhere
from bitext.rules.words import ROLES

MISORDERED = judged_elsewhere(
    "register/order",
    why="An instrument cannot take effect before it is adopted; one of the two dates is wrong.",
    wrong="adopted 2024-09-08, effective 2024-04-08", right="adopted 2024-04-08, effective 2024-11-01",
)  # fmt: skip
SELF_RELATED = judged_elsewhere(
    "register/relation",
    why="A relation tells readers where to go next; one that leads back to the same instrument is a slip.",
    wrong="`target: neg-list-2024` in the entry neg-list-2024", right="`target: neg-list-2021`",
)  # fmt: skip
# In the life of one text a date on the left cannot be later than a date on the right. A text may take effect before it is
# issued (with effect for the past), so issued and effective are not compared.
ORDER = [
    (Role.ADOPTED, Role.SIGNED), (Role.ADOPTED, Role.PUBLISHED), (Role.ADOPTED, Role.EFFECTIVE), (Role.SIGNED, Role.PUBLISHED),
    (Role.ISSUED, Role.PUBLISHED), (Role.EFFECTIVE, Role.REPEALED), (Role.PUBLISHED, Role.REPEALED), (Role.ADOPTED, Role.AMENDED),
]  # fmt: skip


def misordered(file: RegisterFile, register: Register) -> Iterator[Finding]:
    """Yield dates that stand in an impossible order, and relations of an instrument to itself."""
    for index, value in file.values.items():
        entry = register.instruments.get(str(value.get("id"))) if isinstance(value, dict) else None
        if entry is None:
            continue
        for at, (before, after) in impossible(entry.dates):
            message = Message(
                "{id} is {role} on {date}, before it is {earlier} on {before}",
                id=entry.id, role=ROLES[after.role], date=after.date, earlier=ROLES[before.role], before=before.date,
            )  # fmt: skip
            place = Place(file.path, file.line([index, "dates", at]))
            yield MISORDERED.finding(place, message, Message("correct one of the two dates or its role"))
        for at, relation in enumerate(entry.relations):
            if relation.target == entry.id:
                place = Place(file.path, file.line([index, "relations", at]))
                yield SELF_RELATED.finding(place, Message("{id} is related to itself", id=entry.id), Message("name another target"))


def impossible(dates: Sequence[RoleDate]) -> Iterator[tuple[int, tuple[RoleDate, RoleDate]]]:
    """Yield pairs of dates of the same text that contradict the order of roles, with the index of the later role."""
    for first, second in ORDER:
        for before in (entry for entry in dates if entry.role is first):
            for index, after in enumerate(dates):
                same = before.of == after.of or (second is Role.REPEALED)
                if after.role is second and same and str(after.date) < str(before.date)[: len(str(after.date))]:
                    yield index, (before, after)
