"""Numbers in Chinese characters and in full width."""

from __future__ import annotations

CHARACTERS = "〇一二三四五六七八九"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def in_characters(number: int) -> str:
    """Write a number below 100 in Chinese characters."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else CHARACTERS[tens] + "十") + (CHARACTERS[ones] if ones else "")


def by_digit(digits: str) -> str:
    """Write digits one by one in Chinese characters, as those of a year."""
    return "".join(CHARACTERS[int(digit)] for digit in digits)


def plain(number: float) -> str:
    """Write a number with at most as many digits as it has behind its point, without an exponent."""
    return f"{number:.6f}".rstrip("0").rstrip(".")
