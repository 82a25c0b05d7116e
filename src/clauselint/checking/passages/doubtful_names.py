"""Capitalised words that may name a stranger, and that words alone can't tell from anything else.

A title or « la société » says that a name follows; without them « Sabine Duval », « Castel Droit »
and « Comité Directeur » look alike. A contract without such words is the rule: one search over its
text finds those that have them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from clauselint.library.patterns import kept_pattern
from clauselint.model import Article, Paragraph
from clauselint.model.folding import WORD, fold

__all__ = ["Doubtful", "doubtful_names"]

Stretch = tuple[Article, Paragraph]

_CAPITAL = kept_pattern(r"[A-ZÀ-Ý][a-zà-ÿœ][\w&-]*")
# The patterns below are compiled by their first use: a contract without a suspect needs none.
_WORD = r"[A-ZÀ-Ý][\w&-]*"
_NAME = kept_pattern(  # a capital first: the search skips to it
    r"[A-ZÀ-Ý](?:(?<![\w@./'’{-].)|(?<=\b[dlDL]['’].))[\w&-]*"
    rf"(?: (?:(?:de|du|des|la|le|et|&) |d['’])?{_WORD}){{0,4}}"
)
_ENDS = kept_pattern(r"[.;!?:](?=\s)|\n")
_ABBREVIATED = kept_pattern(r"\b(?:M|MM|n|art|Art|L|R|D|[A-Z])$")
_PLACE = kept_pattern(
    r"\b(?:rue|avenue|av|boulevard|bd|place|quai|cours|impasse|allee|chemin|route|square|passage|"
    r"faubourg|esplanade|villa|cite|zone|parc|batiment|tour|residence|\d{5}|rcs|greffe|tribunal\w*|"
    r"cour|ville|commune|site|gare|aeroport|region|departement|pays|cedex|en|vers|depuis)"
    r"(?: (?:de|du|des|la|le|les|d|l|commerce|appel|judiciaire))* ?$"
)
# What only someone does: after a single name, « Alma remettra », « Alma ne paie pas ».
_ACTS = kept_pattern(
    r" (?:(?:ne|n|se|s|en|y|lui|leur) )*(?!(?:sera|seront|aura|auront|fera|aidera|servira)\b)"
    r"(?:\w+(?:ra|ront)|doit|peut|met|remet|prend|paie|paye|verse|fournit|garantit|conserve|refuse|"
    r"accepte|valide|approuve|signe|assure|engage|interdit|recoit|prete|dispose|demande|autorise|"
    r"designe|communique|informe|rembourse|transmet|ouvre|cede|exige|choisit|organise|change|resilie|"
    r"(?:est|sera|seront) (?:pas |plus )?(?:tenue?s?|responsables?|libres?|redevables?))\b"
)
# What someone has: before a single name, « les salariés d’Alma », « chez Alma ».
_HAS = kept_pattern(
    r"(?:\b(?:salaries?|personnel|preposes?|dirigeants?|equipes?|services?|clients?|clientele|locaux|"
    r"bureaux|etablissements?|fournisseurs?|concurrents?|compte|profit|benefice|charge|reglement "
    r"interieur|accord(?: ecrit)?|consignes?|instructions?|informations?|procedes?|propriete) "
    r"(?:de|d)|\bchez|\benvers|\baupres de) $"
)
# Words before the name of someone who acts or is dealt with: after a noun it mostly names a thing
# (« le projet Alma »), after « sous » or « sur » a tool.
_LEADING = frozenset(
    "a de d par chez avec pour envers contre que qu si et ou ni dont lorsque quand puis "  # noqa: SIM905
    "informe informer previent prevenir avertit avertir consulte consulter saisit saisir "
    "assiste assister rejoint rejoindre represente representer remplace remplacer".split()
)
_DETERMINERS = frozenset(
    "le la les l du des au aux un une ce cet cette ces son sa ses leur leurs nos vos notre "  # noqa: SIM905
    "votre chaque tout toute tous toutes dudit ledit ladite quelque aucun aucune autre meme".split()
)
_TITLES = frozenset({"m", "mme", "mlle", "monsieur", "madame", "mademoiselle", "mm"})
# Words that open a sentence and are in no name.
_OPENERS = frozenset(
    "a afin ainsi alors apres au aucun aucune aussi autant aux avant avec ce celle celles "  # noqa: SIM905
    "celui ces cet cette ceux chacun chacune chaque chez ci comme conformement contre d dans "
    "de depuis des donc du durant elle elles en enfin ensuite entre et etant faute ici il ils "
    "jusqu l la le les leur leurs lorsqu lorsque lors mais malgre moyennant ne ni nonobstant "
    "nul on or ou outre par parce passe pendant pour puis quant que quel quelle qui quiconque "
    "sa sans sauf se selon ses si sinon soit son sous suivant sur tant toujours tous tout "
    "toute toutefois toutes un une vers voir y".split()
)
# Public bodies and indices that any contract may name, the country, and what a body calls itself.
_PUBLIC = frozenset(
    "france urssaf insee cnil legifrance syntec agirc arrco apec dreets inpi bpifrance chorus "  # noqa: SIM905
    "cpam carsat dgfip dgccrf ademe anssi afnor europe euribor eonia "
    "caution assurance assurances banque compagnie institution commission mutuelle caisse".split()
)
_JOINING = frozenset({"que", "qu", "si", "lorsque", "quand", "et", "ou", "dont", "puis"})


class Doubtful(Struct, frozen=True):
    """A name in doubt: `[start, end)` of the text of its paragraph, and of its sentence.

    `acts`: its verb is one that only someone does. `led`: it stands where someone is named, after
    « par » or « avec », or opens the sentence.
    """

    article: Article
    paragraph: Paragraph
    start: int
    end: int
    sentence: tuple[int, int]
    acts: bool
    led: bool

    @property
    def name(self) -> str:
        return self.paragraph.text[self.start : self.end]


def doubtful_names(stretches: Sequence[Stretch], known: AbstractSet[str]) -> tuple[Doubtful, ...]:
    """The names in doubt: none of their words is `known` (folded) or said in lower case."""
    text = "\n".join(paragraph.text for _, paragraph in stretches)
    plain = text.replace("\u00a0", " ").replace("’", " ")
    familiar = known | _OPENERS | _PUBLIC | _TITLES
    strange = {
        word
        for word in set(_CAPITAL.findall(text))
        if (small := word.lower()) not in familiar
        and f" {small}" not in plain
        and familiar.isdisjoint(WORD.findall(fold(word)))
    }
    return tuple(_in_sentences(stretches, strange)) if strange else ()


def _in_sentences(stretches: Sequence[Stretch], strange: AbstractSet[str]) -> Iterator[Doubtful]:
    for article, paragraph in stretches:
        text = paragraph.text
        if not any(word in text for word in strange):
            continue
        text = text.replace("\u00a0", " ")
        for match in _NAME.finditer(text):
            name = _without_opener(match[0])
            if not strange.isdisjoint(_CAPITAL.findall(name)):
                span = (match.end() - len(name), match.end())
                found = _placed(article, paragraph, text, span)
                if found:
                    yield found


def _without_opener(name: str) -> str:
    """« Si Alma » opens a sentence by a word that is no part of the name; « Ni la Banque » has no
    name.
    """
    first, _, rest = name.partition(" ")
    if fold(first) not in _OPENERS:
        return name
    return rest if rest[:1].isupper() else ""


def _placed(
    article: Article, paragraph: Paragraph, text: str, span: tuple[int, int]
) -> Doubtful | None:
    """The words at `span` with what stands around; None if that says that they are no name of
    someone: a term of the contract, a place, a heading, a quoted word.
    """
    start, end = span
    opens, ends = sentence = _around(text, start, end)
    words = WORD.findall(fold(text[start:end]))
    before = WORD.findall(fold(text[opens:start]))
    mark = text[:start].rstrip()[-1:]
    quoted = bool(mark) and mark in '«“"'
    unended = text[opens:ends].strip()[-1:] not in ".;!?:"
    if words[0] in _TITLES or quoted or unended:
        return None
    if before and (mark.isalnum() or mark in "'’") and before[-1] in _DETERMINERS | _TITLES:
        return None
    said = " ".join(before) + " "
    if _PLACE.search(said):
        return None
    opening = not before or mark == ","
    after = " ".join(WORD.findall(fold(text[end:ends])))
    leading = not opening and before[-1] in _LEADING
    acts = (opening or (leading and before[-1] in _JOINING)) and _ACTS.match(f" {after}")
    found = Doubtful(article, paragraph, start, end, sentence, bool(acts), opening or leading)
    return found if len(words) > 1 or acts or _HAS.search(said) else None


def _sentence_ends(text: str) -> list[int]:
    return [
        match.end()
        for match in _ENDS.finditer(text)
        if not (match[0] == "." and _ABBREVIATED.search(text[: match.start()]))
    ]


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    ends = _sentence_ends(text)
    return (
        max((at for at in ends if at <= start), default=0),
        min((at for at in ends if at >= end), default=len(text)),
    )
