"""Words that limit a statement: what is possible, sought, intended, eligible, lawful, an example.

Each kind has words that surely limit (they ask for an answer) and words that may (they only answer).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Hedge(StrEnum):
    """How a sentence limits what it says."""

    ELIGIBLE = "condition of eligibility"
    CERTAIN = "“certain”"
    OPEN = "open list"
    LAWFUL = "“according to law”"
    POSSIBLE = "possibility"
    SEEK = "aim"
    INTEND = "intention"
    PRINCIPLE = "“in principle”"
    GENERAL = "“generally”"
    LIMITED = "limit"
    PART = "part"
    ONLY = "“only”"
    MAINLY = "“mainly”"


@dataclass(frozen=True, slots=True)
class HedgeMention:
    """A word that surely limits: its kind and its range."""

    hedge: Hedge
    start: int
    end: int


# For each kind: (certain, possible) words in Chinese, then in English. An empty pattern asks for nothing.
WORDS: dict[Hedge, tuple[tuple[str, str], tuple[str, str]]] = {
    Hedge.ELIGIBLE: (
        (r"符合条件的?|符合资格|具备条件的", r"符合|满足|达到|具备|有资格|条件|要求|合格|资格|够格|限于|有权|可选|候选"),
        (
            r"\beligible\b",
            r"\beligib\w+|\bqualif\w+|\bconditions?\b|\bmeet\w*|\bmet\b|\bsatisf\w+|\brequire\w*|\bcriteri\w+|\bmatch\w*|\bfulfil\w*|\bcompl\w+",
        ),
    ),
    Hedge.CERTAIN: (
        (
            r"若干(?!措施|意见|规定|问题|政策|决定)",
            r"若干|某些|一些|几|部分|有些|特定|一定|多个|数[个项家位名次]|多[种项家个次]|各|[两二三四五六七八九]|许多|等",
        ),
        (
            r"\bseveral\b",
            r"\bcertain\b|\bsome\b|\bseveral\b|\ba\s+(?:few|number|couple)\b|\bvarious\b|\bmultiple\b|\bselected\b|\bany\b|\bfew\b|\bmany\b|\badditional\b|\bnumerous\b",
        ),
    ),
    Hedge.OPEN: (
        (
            r"(?<=[\u4e00-\u9fffA-Za-z”》）])(?<![对相平均同优劣高初中低何此该上下不])等(?=[，。；、）]|$|的(?!级)|(?:多|各)?[一二三四五六七八九十几两]?(?:个|种|项|类|家|方面|地|领域|部门|国家|城市|活动|内容|信息|材料|情形|问题))",
            r"等|例|譬如|如|像|包括|包含|涵盖|其他|其它|之类|类似|各种|各类|以及其|即|…|\.\.\.|：|（|—",
        ),
        (
            r"\betc\b|\band\s+(?:so\s+on|so\s+forth|the\s+like)\b|\bsuch\s+as\b",
            r"\betc\b|\bsuch\s+as\b|\bso\s+on\b|\bso\s+forth\b|\blike\b|\binclud\w+|\bothers?\b|\be\.g\.|\bfor\s+(?:example|instance)\b|\bamong\b|\bmore\b"
            r"|\bfurther\b|\badditional\w*|\bas\s+well\s+as\b|\bfrom\b.{1,80}\bto\b|\belsewhere\b|\bany\b|\bsimilar\b|\brang\w+|\bcover\w+|…|\.\.\.|\brelated\b|\bvarious\b|\bother\b",
        ),
    ),
    Hedge.LAWFUL: (
        (r"依法", r"依法|法律|合法|依照|按照法|依规|法定|法规|规定"),
        (
            r"\bin\s+accordance\s+with\s+(?:the\s+)?law\b|\baccording\s+to\s+(?:the\s+)?law\b|\blawful(?:ly)?\b",
            r"\blaw\w*|\blegal\w*|\bstatut\w+|\bjudicial\w*",
        ),
    ),
    Hedge.POSSIBLE: (
        (
            r"(?<!不)(?<!尽)可能(?!性|的情况下|多|少|快|早)|也许|或许",
            r"可能|也许|或许|或|可以|(?<![社协员委大全机])会(?![议计])|(?<![功职性智])能(?![力源])|(?<![许认])可|容易|有时|未必|不一定|潜在|大概|估计|推定|似乎|应该|不确定|万一|难免|若|如果|如|即使|是否|取决于|看|恐|预计|机会",
        ),
        (
            r"\bmight\b|\bperhaps\b|\bpossibly\b|\bprobably\b",
            r"\bsubject\s+to\b|\bmay\b|\bmight\b|\bcould\b|\bcan\b|\bpossib\w+|\bperhaps\b|\blikel\w+|\bprobabl\w+|\bpotential\w*|\bwould\b|\bprone\b|\bsometimes\b"
            r"|\bif\b|\bwhether\b|\bmaybe\b|\bchance\w*|\brisk\w*|\bappear\w*|\bseem\w*|\bpresum\w+|\bshould\b|\bunlikely\b|\bcannot\b|\btend\w*|\bable\b"
            r"|\boften\b|\bdepend\w*|\bwill\b|\bin\s+case\b|\bany\b|\beither\b|\bopen\b|\bunknown\b|\bexpect\w*|\bopportunit\w+|\bwhatever\b|\bimpossib\w+",
        ),
    ),
    Hedge.SEEK: (
        (r"争取|力争", r"争取|力争|努力|谋求|力求|寻求|尽力|致力|试图|旨在|目标|希望|尝试|试着|想要|追求|要求|请求|征求"),
        (
            r"\bstriv(?:e|es|ing)\b",
            r"\bseek\w*|\bsought\b|\bstriv\w+|\btry\w*|\btrie[sd]\b|\baim\w*|\battempt\w*|\bwork\w*\s+(?:to|towards?)\b|\bstrove\b|\befforts?\b|\bhop\w+"
            r"|\bgoals?\b|\btarget\w*|\bwin\b|\bendeavou?r\w*",
        ),
    ),
    Hedge.INTEND: (
        (
            r"(?<![模虚比草])拟(?=允许|于|在|将|对|从|向|按|由|把|设|出|制(?!定)|建|开|采)",
            r"拟|打算|计划|准备|将|有意|意在|考虑|提出|建议|想|预计|目的|意图|旨在|要",
        ),
        (
            r"\bintends?\s+to\b|\bproposes?\s+to\b",
            r"\bintend\w*|\bintention\w*|\bpropos\w+|\bplan\w*|\bwill\b|\bwould\b|\bmeant\b|\bdraft\w*|\b(?:is|are)\s+to\b|\bgoing\s+to\b|\baim\w*|\bconsider\w*|\bsuggest\w*",
        ),
    ),
    Hedge.PRINCIPLE: (
        (r"原则上", r"原则"),
        (r"\bin\s+principle\b", r"\bprinciple\w*|\bgeneral\w*|\bnormal\w*|\bas\s+a\s+rule\b"),
    ),
    Hedge.GENERAL: (
        (
            r"一般(?:而言|来说|来讲|情况下|应当|不|会|由|需|须)|通常",
            r"一般|通常|泛|统|大多|多数|普遍|平常|往往|常|经常|大体|总的|会|总体|大致|默认|正常|原则|惯",
        ),
        (
            r"\b(?:usually|normally|typically)\b|\bgenerally\b(?!\s+(?:available|applicable|accepted|recognised))",
            r"\bgeneral\w*|\busual\w*|\bnormal\w*|\btypical\w*|\bmost(?:ly)?\b|\bordinar\w+|\bcommon\w*|\boften\b|\bas\s+a\s+rule\b|\bregular\w*|\bdefault\b|\bmainly\b|\btend\w*|\balways\b|\bin\s+(?:most|many)\b|\btraditional\w*|\bwould\b",
        ),
    ),
    Hedge.ONLY: (
        (
            r"(?<!不)仅(?=[限可能]|适用|允许|面向|针对)",
            r"仅|只|唯|单|才|限|除非|除|不过|而已|光|以内|均|都|全|不",
        ),
        (
            r"(?<!not\s)(?<!if\s)\bsolely\b|\bexclusively\b",
            r"\bonly\b|\bsole\w*|\bexclusiv\w+|\bjust\b|\bmere\w*|\balone\b|\blimit\w*|\bno\s+(?:more|other)\b|\bbut\b|\bunless\b|\buntil\b|\bsingle\b|\brestrict\w*"
            r"|\bconfin\w+|\bsimply\b|\bnot\b|\bonce\b|\bexcept\b|\bpurely\b|\bat\s+most\b|\bone\b|\bnothing\b|\bnone\b|\bno\b|\bentirely\b|\bspecific\w*|\bspecial\w*",
        ),
    ),
    Hedge.MAINLY: (
        (
            r"主要(?=是|由|在|用|针对|集中|包括|负责|面向|通过|依靠|涉及|看|为|有|指)",
            r"主要|大多|多数|大部分|主|重点|首要|核心|关键|重要|为主|尤其|着重|基本|多",
        ),
        (
            r"\bmainly\b|\bprimarily\b|\bchiefly\b",
            r"\bmain\w*|\bprimar\w+|\bchief\w*|\bmost\w*|\bmajor\w*|\bprincipal\w*|\blarge\w*|\bkey\b|\bcore\b|\bimportant\w*|\bpredominant\w*|\bfocus\w*"
            r"|\bespecially\b|\bparticular\w*|\bessential\w*|\bbasic\w*|\bfundamental\w*|\bcritical\w*|\bcentral\b|\bin\s+general\b|\bmuch\b",
        ),
    ),
    Hedge.PART: (
        (
            r"(?<!大)(?<!本)(?<!各)(?<!两)部分(?=地区|领域|企业|城市|省|行业|条款|内容|资料|项目)",
            r"部分|一些|有些|某些|有的|若干|局部|之一|少数|几",
        ),
        (
            "",
            r"\bpart\w*|\bsome\b|\bcertain\b|\bseveral\b|\bportions?\b|\bfew\b|\bselected\b|\bsections?\b|\bnot\s+all\b|\bcomponents?\b|\bmany\b",
        ),
    ),
    Hedge.LIMITED: (
        (r"有限(?!公司|责任|合伙|元|状态|度|定|制|额)", r"限|少|不足|不多|局限|小|受|缺|紧"),
        (
            r"\blimited\b(?!\s+(?:to|by|liability|partner|compan))(?<!Co\.,\sLimited)",
            r"\blimit\w*|\brestrict\w*|\bfinite\b|\bfew\b|\blittle\b|\bscarce\w*|\bsmall\b|\bnarrow\w*|\bconstrain\w*|\bsome\b|\bonly\b|\bLtd\b|\bminimal\w*",
        ),
    ),
}
PATTERNS = {
    hedge: {
        language: tuple(re.compile(words or r"(?!)", re.IGNORECASE) for words in pair)
        for language, pair in zip(("zh", "en"), both, strict=True)
    }
    for hedge, both in WORDS.items()
}


@lru_cache(maxsize=32768)
def read_hedges(text: str, language: str) -> tuple[HedgeMention, ...]:
    """Return the words of a text that surely limit it, in order."""
    return tuple(
        sorted(
            (HedgeMention(hedge, match.start(), match.end())
             for hedge, patterns in PATTERNS.items() for match in patterns[language][0].finditer(text)),
            key=lambda mention: (mention.start, mention.end),
        )
    )  # fmt: skip


def answers(hedge: Hedge, text: str, language: str) -> int:
    """Count the words of a text that limit it, or may limit it, in one way."""
    certain, possible = PATTERNS[hedge][language]
    return max(sum(1 for _ in certain.finditer(text)), sum(1 for _ in possible.finditer(text)))
