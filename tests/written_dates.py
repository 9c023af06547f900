"""One date in all the forms in which Chinese and English text writes it."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable

CHARACTERS = "〇一二三四五六七八九"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
Form = Callable[[datetime.date], str]


def in_characters(number: int) -> str:
    """Write a number below 100 in Chinese characters."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else CHARACTERS[tens] + "十") + (CHARACTERS[ones] if ones else "")


def year_in_characters(day: datetime.date, zero: str = "〇") -> str:
    """Write a year digit by digit in Chinese characters."""
    return "".join(CHARACTERS[int(digit)] for digit in str(day.year)).replace("〇", zero)


def chinese(day: datetime.date, zero: str) -> str:
    """Write a day in Chinese characters."""
    return f"{year_in_characters(day, zero)}年{in_characters(day.month)}月{in_characters(day.day)}日"


def ordinal(number: int) -> str:
    """Write 1 as 1st, 2 as 2nd."""
    suffix = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def name(day: datetime.date) -> str:
    """Return the name of the month."""
    return calendar.month_name[day.month]


def short(day: datetime.date) -> str:
    """Return the name of the month in three letters, four for September."""
    return "Sept" if day.month == 9 else name(day)[:3]


SHARED: dict[str, Form] = {
    "2024-09-08": lambda day: day.isoformat(),
    "2024/9/8": lambda day: f"{day.year}/{day.month}/{day.day}",
    "2024.9.8": lambda day: f"{day.year}.{day.month}.{day.day}",
    "2024.09.08": lambda day: f"{day:%Y.%m.%d}",
}
DAYS: dict[str, dict[str, Form]] = {
    "zh": SHARED | {
        "2024年9月8日": lambda day: f"{day.year}年{day.month}月{day.day}日",
        "2024 年 9 月 8 日": lambda day: f"{day.year} 年 {day.month} 月 {day.day} 日",
        "2024年09月08日": lambda day: f"{day.year}年{day.month:02}月{day.day:02}日",
        "２０２４年９月８日": lambda day: f"{day.year}年{day.month}月{day.day}日".translate(FULL_WIDTH),
        "二〇二四年九月八日": lambda day: chinese(day, "〇"),
        "二零二四年九月八日": lambda day: chinese(day, "零"),
        "二○二四年九月八日": lambda day: chinese(day, "○"),
        "2024年9月8号": lambda day: f"{day.year}年{day.month}月{day.day}号",
        "公元2024年9月8日": lambda day: f"公元{day.year}年{day.month}月{day.day}日",
        "2024年9月8日（星期日）": lambda day: f"{day.year}年{day.month}月{day.day}日（星期{'一二三四五六日'[day.weekday()]}）",
    },
    "en": SHARED | {
        "8 September 2024": lambda day: f"{day.day} {name(day)} {day.year}",
        "September 8, 2024": lambda day: f"{name(day)} {day.day}, {day.year}",
        "September 08, 2024": lambda day: f"{name(day)} {day.day:02}, {day.year}",
        "8 Sep 2024": lambda day: f"{day.day} {name(day)[:3]} {day.year}",
        "Sept. 8, 2024": lambda day: f"{short(day)}{'.' if day.month != 5 else ''} {day.day}, {day.year}",
        "September 8th, 2024": lambda day: f"{name(day)} {ordinal(day.day)}, {day.year}",
        "the 8th of September 2024": lambda day: f"the {ordinal(day.day)} of {name(day)} {day.year}",
        "8th day of September, 2024": lambda day: f"the {ordinal(day.day)} day of {name(day)}, {day.year}",
        "Sunday, 8 September 2024": lambda day: f"{calendar.day_name[day.weekday()]}, {day.day} {name(day)} {day.year}",
        "Sun, September 8, 2024": lambda day: f"{calendar.day_abbr[day.weekday()]}, {name(day)} {day.day}, {day.year}",
        "SEPTEMBER 8, 2024": lambda day: f"{name(day).upper()} {day.day}, {day.year}",
        "08-Sep-2024": lambda day: f"{day.day:02}-{name(day)[:3]}-{day.year}",
        "8 September\\n2024": lambda day: f"{day.day} {name(day)}\n{day.year}",
        "2024 September 8": lambda day: f"{day.year} {name(day)} {day.day}",
    },
}  # fmt: skip
MONTHS: dict[str, dict[str, Form]] = {
    "zh": {
        "2024年9月": lambda day: f"{day.year}年{day.month}月",
        "2024 年 9 月": lambda day: f"{day.year} 年 {day.month} 月",
        "2024年的9月份": lambda day: f"{day.year}年的{day.month}月份",
        "二〇二四年九月": lambda day: f"{year_in_characters(day)}年{in_characters(day.month)}月",
        "2024-09": lambda day: f"{day:%Y-%m}",
    },
    "en": {
        "September 2024": lambda day: f"{name(day)} {day.year}",
        "September, 2024": lambda day: f"{name(day)}, {day.year}",
        "Sep. 2024": lambda day: f"{name(day)[:3]}{'.' if day.month != 5 else ''} {day.year}",
        "September of 2024": lambda day: f"{name(day)} of {day.year}",
        "2024-09": lambda day: f"{day:%Y-%m}",
    },
}
YEARS: dict[str, dict[str, Form]] = {
    "zh": {
        "2024年": lambda day: f"{day.year}年",
        "2024 年": lambda day: f"{day.year} 年",
        "2024年度": lambda day: f"{day.year}年度",
        "2024年初": lambda day: f"{day.year}年初",
        "二〇二四年": lambda day: f"{year_in_characters(day)}年",
    },
    "en": {
        "in 2024": lambda day: f"in {day.year}",
        "since 2024": lambda day: f"since {day.year}",
        "at the end of 2024": lambda day: f"at the end of {day.year}",
        "in early 2024": lambda day: f"in early {day.year}",
        "in the year 2024": lambda day: f"in the year {day.year}",
    },
}
