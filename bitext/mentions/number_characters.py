"""Numbers in Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bitext.mentions.numerals import DIGITS, chinese_scale, chinese_value
from bitext.mentions.quantity import Quantity
from bitext.mentions.ranges import Ranges

# Longer runs are no numerals.
NUMERAL = r"[〇零一二三四五六七八九十百千万亿两]{1,40}"
S = r"[ \t\u00a0]?"
# Behind a numeral in characters one of these shows that it counts something.
UNIT = (
    r"个|名|位|家|项|类|种|条|款|件|份|次|届|批|组|套|倍|人|户|台|辆|所|处|地|城|省|市|区|县|部分|方面|阶段|步|级|层|页|行|列|段|章|节|句|字|点"
    r"|年|岁|周岁|周年|个月|月内|周|星期|日|天|小时|时|分钟|分|秒|工作日|米|公里|千米|厘米|毫米|公顷|亩|平方|立方|吨|公斤|千克|克|升|毫升"
    r"|元|美元|欧元|港元|人民币|块|角|万元|亿元|字节|比特|张|本|篇|幅|间|座|栋|门|支|只|头|匹|棵|根|颗|粒|轮|场|期|代|者|机构|国|州|港|部门|成员"
)
COUNTED = re.compile(
    rf"(?<![第之一二三四五六七八九十百千万几数上成近每某同统唯惟])(?P<number>{NUMERAL})(?P<more>[多余来])?"
    rf"(?={S}(?:{UNIT})|[至到或—–～-]{NUMERAL}{S}(?:{UNIT}))"
)
# 一万二千三百: surely a number whatever stands behind it; 十五: as one number, if it is one.
RUN = re.compile(
    r"(?<![第之一二三四五六七八九十百千万几数上成近每某])[一二三四五六七八九两十百千][〇零一二三四五六七八九十百千万亿两]{1,39}"
)
IN_FULL = re.compile(
    r"(?:[〇零]?[一二三四五六七八九两]?[十百千万亿]){2,10}[一二三四五六七八九]?|[一二三四五六七八九两][百千万亿][〇零]?[一二三四五六七八九]十?"
)
POINT = re.compile(
    rf"(?<![第之\d])(?P<whole>{NUMERAL})点(?P<fraction>[〇零一二三四五六七八九]{{1,9}})(?P<scale>[万亿]{{1,2}}|(?={UNIT})(?!分))"
)
TENTHS = re.compile(
    r"(?<![完第])(?P<tenths>[一二三四五六七八九两])成(?P<half>半|[一二三四五六七八九])?(?![为功本立熟不果长就分员])"
)
# 三四行, 一两天, 五六十个
PAIR = re.compile(
    rf"(?<![第之一二三四五六七八九十百千万])(?P<first>[一二三四五六七八])(?P<second>[二三四五六七八九两])(?P<scale>[十百千万]?)[多余]?(?={UNIT})"
)
LONE = re.compile(r"[一二三四五六七八九十两双半]")
# Words in which a numeral counts nothing.
IDIOMS = re.compile(
    r"十分|三位一体|二次(?=开发|加工|创业)|万一|千万(?=[不别要])|一[些般样起直定旦致切律概经方面边度]|一[个种](?=[是不更好新全很较非])|第一时间|三方|四川|统一|同一|唯一|进一步|一步(?!骤)|一点|一次性"
    r"|一下|一体|一系列|一站|不二|百度|万维|千兆|百科|两者|两侧|双方|一方|另一|每一|这一|那一|某一|任一|之一|一线|一键|一致|逐一|首一|八卦|四处|五花八门"
)


def numbers_in_characters(text: str) -> Iterator[Quantity]:
    """Yield numbers in Chinese characters that count something."""
    idioms = Ranges(match.span() for match in IDIOMS.finditer(text))
    for match in PAIR.finditer(text):
        for name in ("first", "second"):
            value = Decimal(numeral(match[name])) * (chinese_scale(match["scale"]) if match["scale"] else 1)
            yield Quantity(frozenset({value}), match.start(name), match.end(name), in_words=True)
    for match in COUNTED.finditer(text):
        if PAIR.match(text, match.start()):
            continue
        value = Decimal(numeral(match["number"]))
        certain = value > 1 and not idioms.touch(match.start(), match.start() + 1)
        yield Quantity(frozenset({value}), match.start(), match.end("number"), certain=certain, in_words=True)
    yield from without_units(text, idioms)
    for match in LONE.finditer(text):
        value = {"双": Decimal(2), "半": Decimal("0.5")}.get(match[0]) or Decimal(numeral(match[0]))
        yield Quantity(frozenset({value}), match.start(), match.end(), certain=False)


def without_units(text: str, idioms: Ranges) -> Iterator[Quantity]:
    """Yield numbers in characters that count nothing by a word: 一万二千三百, 三点五万, 两成."""
    for match in RUN.finditer(text):
        if not any(scale in match[0] for scale in "十百千万亿") or PAIR.match(text, match.start()):
            continue
        certain = bool(IN_FULL.fullmatch(match[0])) and not idioms.touch(match.start(), match.start() + 1)
        value = Decimal(chinese_value(match[0]))
        yield Quantity(frozenset({value}), match.start(), match.end(), certain=certain, in_words=True)
    for match in POINT.finditer(text):
        digits = "".join(str(DIGITS[character]) for character in match["fraction"])
        value = Decimal(f"{chinese_value(match['whole'])}.{digits}") * (chinese_scale(match["scale"]) if match["scale"] else 1)
        yield Quantity(frozenset({value}), match.start(), match.end(), in_words=True)
    for match in TENTHS.finditer(text):
        half = {"": 0, "半": 5}.get(match["half"] or "")
        value = Decimal(numeral(match["tenths"]) * 10 + (numeral(match["half"]) if half is None else half))
        yield Quantity(frozenset({value, Decimal(numeral(match["tenths"]))}), match.start(), match.end(), certain=False)


def numeral(text: str) -> int:
    """Return the value of digits or of a numeral in characters."""
    return int(text) if text.isdecimal() else chinese_value(text)
