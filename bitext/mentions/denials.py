"""Words that deny, by what they are worth: some ask for a denial in the other language, others only answer one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bitext.mentions.force import MIXED, QUESTION, masked_by
from bitext.page import other


class Kind(StrEnum):
    """How a word denies. Translators keep some kinds nearly always, others they often say in another way."""

    FORBID = "forbid"
    CANNOT = "cannot"
    NEVER = "never"
    NO_LONGER = "no longer"
    YET = "not yet"
    NOT = "not"
    NO = "no"
    NONE = "none"
    NEEDLESS = "needless"
    WITHOUT = "without"
    INSTEAD = "instead"
    # Phrases that deny in form alone ("not only"), words that deny without a “not” ("outside" for 不算), words that may ("fail"),
    # and words that seldom do ("stop"): these only answer.
    PHRASE = "phrase"
    FIRM = "firm"
    KIN = "kin"
    FAINT = "faint"


ASKING = frozenset(Kind) - {Kind.PHRASE, Kind.FIRM, Kind.KIN, Kind.FAINT}
SURE = ASKING | {Kind.PHRASE, Kind.FIRM}


@dataclass(frozen=True, slots=True)
class Denial:
    """A word that denies: its kind, its range, and whether it is of the text's own language; a quoted one only answers."""

    kind: Kind
    start: int
    end: int
    own: bool = True

    @property
    def asks(self) -> bool:
        """Whether the other language must deny too."""
        return self.own and self.kind in ASKING

    @property
    def sure(self) -> bool:
        """Whether it surely denies."""
        return self.kind in SURE


# In order: what one pattern has taken is no word of a later one.
WORDS: dict[str, tuple[tuple[Kind, str], ...]] = {
    "zh": (
        (
            Kind.PHRASE,
            r"不得已|不得而知|不得了|不得不|不能不|不可不|不(?:会|要|能|是|应该?)?(?:仅|只|单|光|局限|限于|限制?于)"
            r"|没有?(?:任何|什么)?(?:问题|关系|错)|不(?:用|必|要)?(?:客气|犹豫|急|着急|担心)|不可抗力|除去"
            r"|也可能不|不太|不止|不但|毫不|无关|非但|未必",
        ),
        (Kind.FAINT, r"不(?:[断少久错妨管论定]|过(?!多))|无论|无非|若非|莫非"),
        (Kind.FORBID, r"不得|禁止|严禁|不准|不许|不允许|不可以|切勿|请勿|不应当?|不要|勿(?!论)"),
        (Kind.CANNOT, r"不能|无法(?!躲|避)|无权|未能|不会"),
        (Kind.NO, r"(?<!有)没有|(?<!有)没(?!有|收|落|入)"),
        (Kind.YET, r"尚未|并未|并非|从未|从不|绝不|决不|未(?![来必免尝几]|经)|不再|未经|非经"),
        (Kind.NEEDLESS, r"无须|无需|毋须|不必|不用(?!说)|不需要?"),
        (Kind.INSTEAD, r"而不是|而非"),
        (
            Kind.FIRM,
            r"禁令|不同(?=[，。；])|不可(?!避免|或缺|少|思)|无(?![论线数所比疑锡状限辜奈穷形意端上效用关]|人机)",
        ),
        (
            Kind.KIN,
            r"不(?:当(?![作成做])|符(?!合)|健康|受信任|间断|合格|匹配|变|良|同|如)",
        ),
        (
            Kind.NOT,
            r"(?<=[找看做得收达读听想分说查绕离拿用跟比认跑打连访搜])不(?:清|到|见|开|了|起|住|上|下|出|完|动|得(?!不))"
            r"|(?<!有)不是|(?<![毫差不])(?<!无处)(?<!一丝)不(?![仅但同断过论管少妨久止光只如一错时良足便利愧满等定得胜安必懈佳易停惜明"
            r"幸稳小大可高尽苟清乏变]|超过|低于|高于|早于|晚于|迟于|多于|动产|起眼|外乎|适(?![用合当应])|正当|对[等称]|规则|确定"
            r"|相上下|透明|约而同)",
        ),
        (Kind.FIRM, r"不(?:等于|一定|必要)|非(?:必须|必要|正式|法定|官方|空)"),
        (
            Kind.KIN,
            r"(?<![是除莫若])非(?![常洲凡得典议遗农要])|无(?![论线损数所比疑缝锡状限辜奈穷形意端上]|人机|关紧要)|不|否则|除[非了外]"
            r"|以外|之外|除外|拒绝|避免|防止|以[防免]|排除|失败|失效|缺[少乏失]|停[止用]|难以|免[受除于]?|杜绝|忽略|跳过"
            r"|只[能有会在需要限是]?|仅[限能可在是]?|阻止|禁|未|取代|[代替]?替[代换]?|相反|区别|改[用为成]|优于|胜过|比.{1,20}更"
            r"|莫|违法|空|否|零(?![件售点下碎星钱食])",
        ),
        (
            Kind.FAINT,
            r"取消|隐藏|关闭|难|别(?![的人处墅])|限制|异|误|缺|脱离|失去|丢失|反|拦截|屏蔽|保持|始终|仍|剩余|以[内下]|[小少低]于"
            r"|[至最]多|尚|差",
        ),
    ),
    "en": (
        (
            Kind.PHRASE,
            r"(?:\bnot|n['’]t)\s+(?:only|just|merely|simply|solely|limited|necessarily|least|until|too|sure|hesitate|confined|more|less|fewer|later|earlier|exceed\w*|to\s+mention)\b"
            r"|\bno\s+(?:later|more|less|fewer|matter|doubt|wonder|problems?|worries)\b|\bno\.?\s*\d+|(?:\bnot|n['’]t)\s+(?:really\s+)?matter\b"
            r"|\b(\w+)\s+or\s+\1\s+not\b|\b(?:or|if)\s+not\b|\bnon-?null\b|\bN/A\b|\bnot\s+applicable\b"
            r"|(?:\bcannot|\bwill\s+not|(?:ca|wo)n['’]t|\bnot\s+(?:be|possible))\b(?=[^.;,\t]{0,40}\b(?:without|until|unless)\b)",
        ),
        (Kind.INSTEAD, r"\brather\s+than\b|(?<=[a-z,)]\s)instead\s+of\b|\bas\s+opposed\s+to\b"),
        (
            Kind.FIRM,
            r"\bnor\b|\bexempt(?:s|ed)?\b|\boutside\b|\ble(?:ft|aves?|aving)\s+(?:\w+\s+)?(?:out|alone)\b|\bwhatever\b|\bsilent\b|\bcontrary\b"
            r"|\bfail(?:s|ed|ing)?\s+to\b|\brefus\w+|\brefrain\w*|\bunset\b|\bdisallow\w*|\bzero\b|\bexclu\w+|\binstead\s+of\b"
            r"|\bprefer\w*\b(?=[^.;\t]{0,60}\b(?:over|to)\b)|\bvs\b|\bversus\b",
        ),
        (
            Kind.FORBID,
            r"\b(?:must|shall|may|should)\s+(?:\w+\s+)?not\b|\b(?:mustn|shouldn)['’]t\b|\bprohibit(?:s|ed|ing|ions?)?\b"
            r"|\bforbid(?:s|den|ding)?\b|\bnot\s+(?:be\s+)?(?:allowed|permitted)\b|\bban(?:s|ned|ning)?\b",
        ),
        (
            Kind.CANNOT,
            r"\bcannot\b|\bcan['’]t\b|\bcan\s+(?:\w+\s+)?not\b|\bcould(?:n['’]t|\s+not)\b|\bunable\b|\bimpossible\b",
        ),
        (Kind.NO_LONGER, r"\bno\s+longer\b(?!\s+than)"),
        (Kind.NEVER, r"\bnever\b"),
        (Kind.NOT, r"\b(?:(?:do|does|did|is|are|was|were|has|have|had|will|would|need)\s+)?not\b|n['’]t\b"),
        (Kind.NONE, r"\bneither\b|\bnone\b|\bnothing\b|\bnobody\b|\bnowhere\b"),
        (Kind.NO, r"\bno\b(?!\s*[\t\n.,|]|\s*$)"),
        (Kind.FIRM, r"\bno\b"),
        (Kind.WITHOUT, r"\bwithout\b"),
        (
            Kind.KIN,
            r"\bun(?!der|its?\b|i(?:on|q|v|f)|til|less|do|install|mount|join|tar\b|bind|pack|wrap|subscri|box|zip|cover|load|able)-?\w{3,}"
            r"|\bin(?:valid|complete|correct|consisten|sufficien|compatib|accessib|activ|dependen|capab|appropriat|abil|accura|sensitiv"
            r"|frequent|visible|secur|adequa|eligib|variant|definit)\w*|\bim(?:possib|proper|mutab|perfect|practic)\w*|\bil(?:legal|licit)\w*"
            r"|\bir(?:regular|relevant|reversib)\w*|\bnon\w*|[\w-]free\b|\bfree\s+(?:of|from)\b|\black(?:s|ed|ing)?\b|(?<=[a-z]{3})less\b"
            r"|\bdis(?:able|regard|agree|connect|card)\w*|\bmismatch\w*|\bopt(?:s|ed|ing)?[- ]out\b|\bbeyond\b|\bsuppress\w*"
            r"|\bunless\b|\bexcept\w*|\bhid(?:e|es|den)\b|\bdislike\w*|\bprevent\w*|\bavoid\w*|\breject\w*|\bden(?:y|ies|ied|ial)\b|\bfail(?:s|ed|ures?|ing)?\b"
            r"|\bmiss(?:ing|es|ed)?\b|\babsen\w+|\bignor\w*|\bomit\w*|\bskip\w*|\bexempt\w*|\bblock(?:s|ed|ing)?\b|\bconstant\b|\bpreserv\w+"
            r"|\bbefore\b|\bcease\w*|\bhardly\b|\bseldom\b|\brarely\b|\bbarely\b|\botherwise\b|\bregardless\b|\bempty\b|\bblank\b|\bopaque\b"
            r"|\bfalse\b|\bkeep\s+\w+\s+from\b|\bsilence\b|\bapart\s+from\b|\bleft\s+open\b|\bclosed\b|\bless\b|\bfew(?:er)?\b|\blittle\b",
        ),
        (
            Kind.FAINT,
            r"\bonly\b|\bsole(?:ly)?\b|\bdiffer\w*|\binstead\b|\brestrict\w*|\blimit\w*"
            r"|\bstop(?:s|ped)?\b|\bout\s+of\b|\bvoid\b|\bwrong\w*|\bover\b|\bkeep\w*|\bremain\w*|\bstill\b|\bopen\b|\bpending\b|\bdrop\w*"
            r"|\blos[est]\w*|\bbad\b|\bpoor\w*|\blow\b|\b[md]is\w{4,}|\bviolat\w+|\balone\b|\bas-?is\b",
        ),
    ),
}
# In English, word boundaries lie between Han and Latin too.
PATTERNS = {
    language: [(kind, re.compile(words, re.IGNORECASE | (re.ASCII if language == "en" else 0))) for kind, words in kinds]
    for language, kinds in WORDS.items()
}


@lru_cache(maxsize=32768)
def read_denials(text: str, language: str) -> tuple[Denial, ...]:
    """Return the words of a text that deny or may, in order; none overlap, and a question of the form 能不能 denies nothing."""
    # "or not" denies nothing either, but may answer 未.
    masked, taken = masked_by(QUESTION, text) if language == "zh" else text, bytearray(len(text))
    found = list(untaken(masked, language, taken, own=True))
    if MIXED[language].search(text):
        found += untaken(masked, other(language), taken, own=False)
    return tuple(sorted(found, key=lambda denial: denial.start))


def untaken(text: str, language: str, taken: bytearray, *, own: bool) -> Iterator[Denial]:
    """Yield the words of one language whose characters no word has taken yet, and mark them as taken."""
    for kind, pattern in PATTERNS[language]:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                yield Denial(kind, start, end, own)
