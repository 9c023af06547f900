"""A number as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

# Letters behind digits that are a unit and not the rest of a name.
MEASURES = r"(?:[KMGTP]i?B|[KMGT]i|[cmnk]m|k?g|mg|m?l|m?s|[kMG]?Hz|[kM]?W|kWh|px|fps|rpm|°C)"


class Measure(StrEnum):
    """What a number counts: things, hundredths, or the parts of a legal text."""

    PLAIN = "plain"
    PERCENT = "percent"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: the values it may have, what it counts, its range, and whether it surely says a number.

    One written in words (两个, "two ways") may be left out by the other language; only another number there makes it wrong.

    A mention that is not certain ("one", 一些, the 8 of k8s) answers a number of the other language but asks for none.
    """

    values: frozenset[Decimal]
    start: int
    end: int
    measure: Measure = Measure.PLAIN
    certain: bool = True
    in_words: bool = False
    # Values of which it may be another way to say them: 2 and 3 for two-thirds.
    loose: frozenset[Decimal] = frozenset()

    def answers(self, other: Quantity) -> bool:
        """Tell whether this number can stand for `other`."""
        return bool((self.values | self.loose) & other.values)

    def __str__(self) -> str:
        number = f"{min(self.values):f}"
        return number + {Measure.PERCENT: "%", Measure.PLAIN: "", Measure.ARTICLE: ""}[self.measure]
