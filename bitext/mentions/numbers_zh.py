"""Numbers as Chinese text writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bitext.mentions.numerals import chinese_scale, chinese_value, decimal_value
from bitext.mentions.quantity import Measure, Quantity

# Longer runs are no numerals.
NUMERAL = r"[〇零一二三四五六七八九十百千万亿两]{1,20}"
DIGITS = r"[\d０-９]{1,3}(?:[,，][\d０-９]{3})+(?![\d０-９])|[\d０-９]++"
DECIMAL = rf"(?:{DIGITS})(?:[.．][\d０-９]++)?"
S = r"[ \t\u00a0]?"

# Behind a numeral in characters one of these shows that it counts something.
UNIT = (
    r"个|名|位|家|项|类|种|条|款|件|份|次|届|批|组|套|倍|人|户|台|辆|所|处|地|城|省|市|区|县|部分|方面|阶段|步|级|层|页|行|列|段|章|节|句|字|点"
    r"|年|岁|周岁|周年|个月|月内|周|星期|日|天|小时|时|分钟|分|秒|工作日|米|公里|千米|厘米|毫米|公顷|亩|平方|立方|吨|公斤|千克|克|升|毫升"
    r"|元|美元|欧元|港元|人民币|块|角|万元|亿元|字节|比特|张|本|篇|幅|间|座|栋|门|支|只|头|匹|棵|根|颗|粒|轮|场|期|代|者|机构|国|州|港|部门|成员"
)
ARTICLE = r"[条章节款项编]"

PERCENT = re.compile(
    rf"(?:百分之{S}(?P<characters>{NUMERAL}(?:点{NUMERAL})?|{DECIMAL})|(?<![\d.])(?P<digits>{DECIMAL}){S}(?:[%％‰]|个百分点))"
)
SHARE = re.compile(rf"(?P<below>{NUMERAL}|\d{{1,9}})分之(?P<above>{NUMERAL}|\d{{1,9}})")
ARTICLE_NUMBER = re.compile(
    rf"第{S}(?P<number>{NUMERAL}|\d{{1,9}})(?P<to>{S}[至到—–~～-]{S}(?:第{S})?(?:{NUMERAL}|\d{{1,9}}))?{S}{ARTICLE}"
)
ORDINAL = re.compile(rf"第{S}(?P<number>{NUMERAL}|\d{{1,9}})(?!{S}{ARTICLE})")
SCALED = re.compile(rf"(?<![A-Za-z\d.])(?P<number>{DECIMAL}){S}(?P<scale>[十百千]?[万亿]{{1,2}}|[百千](?={UNIT}|多|余))")
PLAIN = re.compile(rf"(?<![A-Za-z\d._/:-])(?P<number>{DECIMAL})(?![\d.]*[A-Za-z_])(?![.:/-]\d)")
COUNTED = re.compile(
    rf"(?<![第之一二三四五六七八九十百千万几数上成近每某同统唯惟])(?P<number>{NUMERAL})(?P<more>[多余来])?(?={S}(?:{UNIT}))"
)
PAIR = re.compile(rf"(?<![第之一二三四五六七八九十百千万])(?P<first>[一二三四五六七八])(?P<second>[二三四五六七八九])(?={UNIT})")
# Digits inside names (k8s, v1.7): they answer only.
NAMED = re.compile(r"(?<=[A-Za-z_./:-])\d+(?:\.\d+)?|(?<!\d)\d++(?:\.\d++)?(?=[A-Za-z_./:-])")
LONE = re.compile(r"[一二三四五六七八九十两双半]")
# Words in which a numeral counts nothing.
IDIOMS = re.compile(
    r"十分|三位一体|二次(?=开发|加工|创业)|万一|千万(?=[不别要])|一[些般样起直定旦致切律概经方面边度]|一[个种](?=[是不更好新全很较非])|第一时间|三方|四川|统一|同一|唯一|进一步|一步(?!骤)|一点|一次性"
    r"|一下|一体|一系列|一站|不二|百度|万维|千兆|百科|两者|两侧|双方|一方|另一|每一|这一|那一|某一|任一|之一|一线|一键|一致|逐一|首一|八卦|四处|五花八门"
)


def chinese_numbers(text: str) -> Iterator[Quantity]:
    """Yield the numbers of a Chinese text; overlapping readings are left to the caller, the longest at a place wins."""
    for match in PERCENT.finditer(text):
        value = share_of_hundred(match["characters"]) if match["characters"] else decimal_value(match["digits"])
        yield Quantity(frozenset({value}), match.start(), match.end(), Measure.PERCENT)
    for match in SHARE.finditer(text):
        parts = {Decimal(numeral(match["below"])), Decimal(numeral(match["above"]))}
        yield Quantity(frozenset(parts), match.start(), match.end(), certain=False)
    for match in ARTICLE_NUMBER.finditer(text):
        yield from articles(match)
    for match in ORDINAL.finditer(text):
        value = Decimal(numeral(match["number"]))
        in_words = not match["number"].isdecimal()
        yield Quantity(frozenset({value}), match.start(), match.end(), certain=value > 1, in_words=in_words)
    for match in SCALED.finditer(text):
        value = decimal_value(match["number"]) * chinese_scale(match["scale"])
        yield Quantity(frozenset({value}), match.start(), match.end())
    for match in PLAIN.finditer(text):
        yield Quantity(frozenset({decimal_value(match["number"])}), match.start(), match.end())
    yield from in_characters(text)
    for match in NAMED.finditer(text):
        yield Quantity(frozenset({decimal_value(match[0])}), match.start(), match.end(), certain=False)


def in_characters(text: str) -> Iterator[Quantity]:
    """Yield numbers in Chinese characters that count something."""
    idioms = [match.span() for match in IDIOMS.finditer(text)]
    for match in PAIR.finditer(text):
        for name in ("first", "second"):
            value = Decimal(numeral(match[name]))
            yield Quantity(frozenset({value}), match.start(name), match.end(name), in_words=True)
    for match in COUNTED.finditer(text):
        if PAIR.match(text, match.start()):
            continue
        value = Decimal(numeral(match["number"]))
        idiom = any(start <= match.start() < end for start, end in idioms)
        yield Quantity(frozenset({value}), match.start(), match.end("number"), certain=value > 1 and not idiom, in_words=True)
    for match in LONE.finditer(text):
        value = {"双": Decimal(2), "半": Decimal("0.5")}.get(match[0]) or Decimal(numeral(match[0]))
        yield Quantity(frozenset({value}), match.start(), match.end(), certain=False)


def articles(match: re.Match[str]) -> Iterator[Quantity]:
    """Yield the first and, of a range, the last article number of a match."""
    first = Decimal(numeral(match["number"]))
    yield Quantity(frozenset({first}), match.start(), match.end("number"), Measure.ARTICLE)
    if match["to"]:
        last = Decimal(numeral(re.sub(r"[^\d〇零一二三四五六七八九十百千]", "", match["to"])))
        yield Quantity(frozenset({last}), match.start("to"), match.end(), Measure.ARTICLE)


def numeral(text: str) -> int:
    """Return the value of digits or of a numeral in characters."""
    return int(text) if text.isdecimal() else chinese_value(text)


def share_of_hundred(text: str) -> Decimal:
    """Return the value behind 百分之, in digits or characters, with 点 as the decimal point."""
    if text[0] in "0123456789０１２３４５６７８９":
        return decimal_value(text)
    whole, _, fraction = text.partition("点")
    return Decimal(f"{chinese_value(whole)}.{chinese_value(fraction)}") if fraction else Decimal(chinese_value(whole))
