"""The words that generated parts of pages are made of, in both languages."""

from __future__ import annotations

from bitext.partial_date import PartialDate
from bitext.register import Confidence, Instrument, Role, RoleDate, Text

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def both(zh: str, en: str) -> Text:
    """Return a label in both languages."""
    return Text(zh=zh, en=en)


ROLES = {
    Role.ADOPTED: both("通过", "adopted"),
    Role.SIGNED: both("签署", "signed"),
    Role.ISSUED: both("印发（落款）", "issued (dated)"),
    Role.PUBLISHED: both("公布", "made public"),
    Role.EFFECTIVE: both("施行", "in force from"),
    Role.AMENDED: both("修改", "amended"),
    Role.REPEALED: both("废止", "repealed"),
    Role.REPORTED: both("见诸报道", "reported"),
    Role.CLOSED: both("征求意见截止", "consultation closed"),
}
LEVELS = {
    "law": both("法律", "Law"),
    "administrative-regulation": both("行政法规", "Administrative regulation"),
    "departmental-rule": both("部门规章", "Departmental rule"),
    "normative-document": both("规范性文件", "Normative document"),
    "policy": both("国家政策文件", "National policy document"),
    "party-policy": both("党的文件", "Party document"),
    "local-regulation": both("地方性法规", "Local regulation"),
    "local-policy": both("地方政策文件", "Local policy document"),
    "draft": both("草案", "Draft"),
    "guidance": both("指引", "Guidance"),
}
STATES = {
    "in-force": both("有效", "In force"),
    "amended": both("有效（经修改）", "In force as amended"),
    "repealed": both("已废止", "Repealed"),
    "superseded": both("已被取代", "Superseded"),
    "draft": both("草案，未生效", "Draft, not in force"),
    "policy": both("政策文件", "Policy document"),
    "announced": both("仅有宣布", "Announced only"),
    "unknown": both("状态未查明", "Status not known"),
}
TITLE_STATUS = {
    "official": both("官方英文名", "official English title"),
    "common": both("通行英文名", "English title in common use"),
    "press": both("媒体英文名", "English title used by the press"),
    "unofficial": both("非官方英文名", "unofficial English title"),
}
CONFIDENCE = {
    Confidence.CONFIRMED: both("已在所列来源中看到", "seen in the sources listed"),
    Confidence.ALERT: both("仅见于客户简报", "stated by the client alert only"),
    Confidence.RECALLED: both("未能核实", "could not be confirmed"),
}
SOURCE_KINDS = {
    "official": both("官方", "official"),
    "press": both("媒体", "press"),
    "lawfirm": both("律师事务所", "law firm"),
    "mirror": both("转载", "copy"),
    "repository": both("公开代码库", "public repository"),
    "alert": both("客户简报", "client alert"),
}
# A relation is written once; each side shows it in its own direction.
RELATIONS = {
    "above": (both("效力高于", "ranks above"), both("效力低于", "ranks below")),
    "amends": (both("修改", "amends"), both("修改它的文件", "amended by")),
    "announces-widening-of": (
        both("宣布扩大其试点", "announces a widening of"),
        both("宣布扩大其试点的文件", "widening announced by"),
    ),
    "based-on": (both("依据", "is based on"), both("以它为依据的文件", "is the basis of")),
    "became": (both("后来成为", "became"), both("前身", "began as")),
    "continues-item-of": (both("沿用其中的条目", "continues an item of"), both("沿用其中条目的文件", "has an item continued by")),
    "exception-to": (both("例外于", "is an exception to"), both("例外见于", "has an exception in")),
    "explains": (both("解释", "explains"), both("解释它的文件", "explained by")),
    "follows": (both("承接", "follows"), both("承接它的文件", "is followed by")),
    "follows-up": (both("跟进", "follows up"), both("跟进它的文件", "is followed up by")),
    "implements": (both("落实", "implements"), both("落实它的文件", "is implemented by")),
    "implements-policy-of": (
        both("落实其政策", "carries out the policy of"),
        both("落实其政策的文件", "has its policy carried out by"),
    ),
    "parallel-to": (both("并行于", "runs parallel to"), both("并行于", "runs parallel to")),
    "precursor-of": (both("先行于", "is a precursor of"), both("先行文件", "has as precursor")),
    "refers-to": (both("提及", "refers to"), both("提及它的文件", "is referred to by")),
    "repeals": (both("废止", "repeals"), both("废止它的文件", "is repealed by")),
    "replaces": (both("取代", "replaces"), both("取代它的文件", "is replaced by")),
    "requires-compliance-with": (
        both("要求遵守", "requires compliance with"),
        both("要求遵守它的文件", "compliance is required by"),
    ),
    "separate-from": (both("不同于", "is separate from"), both("不同于", "is separate from")),
    "source-of-wording-for": (
        both("沿用其措辞的文件", "is the source of wording for"),
        both("措辞来自", "takes wording from"),
    ),
    "succeeds": (both("接替", "succeeds"), both("接替它的文件", "is succeeded by")),
    "would-replace": (both("拟取代", "would replace"), both("拟取代它的文件", "would be replaced by")),
}


def written_date(date: PartialDate, language: str) -> str:
    """Write a date in the house style: 2024年9月8日, 8 September 2024."""
    if language == "zh":
        return f"{date.year}年" + (f"{date.month}月" if date.month else "") + (f"{date.day}日" if date.day else "")
    words = [str(date.day) if date.day else "", MONTHS[date.month - 1] if date.month else "", str(date.year)]
    return " ".join(word for word in words if word)


# Of an instrument's dates, the one that tells most: when the public could read it, else the next best.
TELLING = (Role.PUBLISHED, Role.REPORTED, Role.ISSUED, Role.ADOPTED, Role.EFFECTIVE, Role.SIGNED)


def telling_date(entry: Instrument) -> RoleDate | None:
    """Return the date that an instrument is best known by, or None where none may be stated."""
    dates = {one.role: one for one in reversed(list(entry.stated_dates()))}
    return next((dates[role] for role in TELLING if role in dates), None)


def dated(entry: RoleDate, language: str) -> str:
    """Write a date with its role: 2024年9月8日公布, made public 8 September 2024."""
    date, role = written_date(entry.date, language), ROLES[entry.role][language]
    return f"{date}{role}" if language == "zh" else f"{role} {date}"
