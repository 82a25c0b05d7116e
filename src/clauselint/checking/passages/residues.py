"""Companies and persons left over from another contract: no party, and nowhere introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from clauselint.checking.analysis import Analysis
from clauselint.checking.passages.doubtful_names import Doubtful, doubtful_names
from clauselint.checking.passages.passage import Passage, passage, stretches
from clauselint.library.patterns import kept_pattern
from clauselint.model import Article, ArticleKind, Document, Paragraph
from clauselint.model.folding import WORD, fold

if TYPE_CHECKING:
    from clauselint.language.names import Name

__all__ = ["find"]

_NAME = r"[A-ZÀ-Ý](?:\.|[\w’'&\-]*)(?:\s(?:(?:de|du|des|la|et|&|d[’'])\s?)?[A-ZÀ-Ý][\w’'&\-]*){0,4}"
_REACH = 60  # characters around a name in which it is said who that is
_NAMED_ONE = kept_pattern(
    r"\b(?:(?P<company>[Ll]a [Ss]ociété)|M\.|Mme|Mlle|Monsieur|Madame|Mademoiselle)"
    rf" (?P<name>{_NAME})"
)
# Words by which a sentence says who a third party is; compiled by their first use.
_ROLES = kept_pattern(
    r"\b(?:assureur|assur(?:e|ee|ance|ances)|garant|garantie|caution|cautionnement|mutuelle|"
    r"prevoyance|retraite|banque|mediateur|mediatrice|arbitre|expert|experte|conciliateur|referente?|"
    r"responsable|interlocut\w+|representante?|representee?|directeur|directrice|gerante?|"
    r"president\w*|chef\w*|delegue\w*|contact|tuteur|tutrice|correspondant\w*|salariee?s?|"
    r"consultante?s?|collaborat\w+|sous traitant\w*|heberge\w*|editeur|editrice|editee?s?|filiale|"
    r"groupe|mere|capital|siege|rcs|siren|siret|immatriculee?|demeurant|fonction|qualite|delegation|"
    r"pouvoir|courtier|organisme|fournisseur|fabricant|prestataire|intervenante?|remplacant\w*|"
    r"remplace\w*|client final|medecin|notaire|avocat\w*|huissier|commissaire|comptable|signataire|"
    r"auteur|autrice|dpo|protection des donnees|ci apres|concurrent\w*|partenaire\w*|cliente? de|"
    r"logiciel\w*|progiciel\w*|licence|suivi par|confiee?|execut\w+ par|realisee? par|"
    r"ingenieure?|developpeu\w+|technicien\w*|manager|membre\w*)\b"
)
_BY = kept_pattern(r"\b\w+ee?s? (?:\w+ )?(?:par|aupres de|chez)(?: la)?$")
# « assurée par Alma »: a third party whose part is said by what it does.
_THIRD = kept_pattern(
    r"\b(?:assur|souscri|accord|deliv|garanti|confi|edit|heberg|cautionn|publi|couvert|couvr|gere|"
    r"propos|commercialis|agre|certifi|adhe|affili|exploit|depos|mandat)\w* (?:\w+ ){0,3}"
    r"(?:par|aupres de|chez|a|aupres d)$|\b(?:assureur|garant|caution|banque|mediateur|mediatrice|"
    r"arbitre|expert|experte|conciliateur|caisse|compagnie|mutuelle|courtier|notaire|avocat|huissier)$"
)
_SHORT = 4  # letters of an acronym; a longer word in capitals is a name
_IS = kept_pattern(r"(?:est|sera|agit|intervient|exerce|assure|occupe|a qualite)\b")
# After a comma, a sentence that goes on rather than an apposition.
_RESUMES = kept_pattern(
    r"(?:le|la|les|l|un|une|il|elle|ils|elles|et|ou|mais|sauf|sans|si|a|dans|pour)\b"
)
_NAMED = ("ci-apr", "appelé", "dénommé", "désigné")
_AT_ITS_SEAT = kept_pattern(r"\b(?:au|le|du) siege(?: social)? d[eu]$")  # says where, not who
_ADJACENT = 3  # words before a name that say a role: « le mediateur, M. »
_FORMS = frozenset(
    "sa sas sarl sasu eurl sci snc scop societe groupe la le les de du et".split()  # noqa: SIM905
)
_TITLES = frozenset({"m", "mme", "mlle", "monsieur", "madame", "mademoiselle"})
_FRONT = (ArticleKind.TITRE, ArticleKind.PARTIES, ArticleKind.SIGNATURE)
_GENERIC = frozenset(
    "portage cliente client prestataire mere par porteuse x ci entreprise".split()  # noqa: SIM905
)


def find(document: Document, analysis: Analysis) -> tuple[Passage, ...]:
    """The first mention of each; a name that one sentence of the contract explains is introduced,
    and so is one of the presentation of the parties or of the signature.

    A title or « la société » announces a name; those that stand alone are left to `analysis`.
    """
    known = _presented(document)
    strange = [
        (article, paragraph, match)
        for article, paragraph, match in _mentions(document)
        if not _known(match, known)
    ]
    for _, paragraph, match in strange:
        if _explained(paragraph.text, *match.span()):
            known.update(_key(match["name"]))
    found: dict[str, Passage] = {}
    for article, paragraph, match in strange:
        name = " ".join(_key(match["name"]))
        if name not in found and not _known(match, known):
            found[name] = passage(article, paragraph, *match.span("name"))
            known.update(_key(match["name"]))
    for doubtful in _strangers(_unexplained(document, known), analysis):
        name = " ".join(_key(doubtful.name))
        if name not in found:
            span = (doubtful.start, doubtful.end)
            found[name] = passage(doubtful.article, doubtful.paragraph, *span)
    return tuple(sorted(found.values(), key=lambda one: (one.place.part, one.place.paragraph)))


def _unexplained(document: Document, known: set[str]) -> list[Doubtful]:
    """The names in doubt of which no sentence says who they are."""
    running = [
        (article, paragraph)
        for article, paragraph in stretches(document)
        if article.kind not in _FRONT
        and paragraph.cell is None
        and paragraph.level is None
        and paragraph.part.value not in ("header", "footer")
    ]
    doubtful = doubtful_names(running, known)
    explained = {word for one in doubtful if _introduced(one) for word in _key(one.name)}
    return [one for one in doubtful if explained.isdisjoint(_key(one.name))]


def _introduced(doubtful: Doubtful) -> bool:
    """Whether its sentence says who a name in doubt is. It stands alone: the word before it is no
    role, but the verb may say one (« assurée par », « désigné : »).
    """
    text = doubtful.paragraph.text
    before = " ".join(WORD.findall(fold(text[doubtful.sentence[0] : doubtful.start])))
    after = text[doubtful.end : doubtful.sentence[1]]
    said = " ".join(fold(after[:_REACH]).split())
    if _THIRD.search(before) or _ROLES.search(" ".join(_key(doubtful.name))):
        return True
    if _ROLES.search(_label(text[: doubtful.start])):
        return True
    if before.endswith((" est", " sont", " sera")) and _ROLES.search(before):
        return True
    if any(word in after[:_REACH].lower() for word in _NAMED):
        return True
    if after.lstrip().startswith((",", "(")):
        return not _RESUMES.match(" ".join(WORD.findall(said)))
    return bool(_IS.match(said) and _ROLES.search(said))


def _label(before: str) -> str:
    """The folded words that announce what follows: « Retraite complémentaire : », else nothing."""
    if not before.rstrip().endswith(":"):
        return ""
    start = max(before.rfind(mark) for mark in (". ", ";", "\n")) + 1
    return " ".join(WORD.findall(fold(before[start:])))


def _strangers(doubtful: Sequence[Doubtful], analysis: Analysis) -> Iterator[Doubtful]:
    """Those that do what only someone does, and those that their sentence, analysed, shows to be
    the name of a person, or of an organisation where one may be named.
    """
    unsure = [one for one in doubtful if not one.acts]
    analysed = analysis.names([_sentence(one) for one in unsure])
    named = {
        one
        for one, names in zip(unsure, analysed or (), strict=False)
        if any(_is_someone(one, name) for name in names)
    }
    yield from (one for one in doubtful if one.acts or one in named)


def _is_someone(doubtful: Doubtful, name: Name) -> bool:
    start = doubtful.start - doubtful.sentence[0]
    end = doubtful.end - doubtful.sentence[0]
    labels = ("PER", "ORG") if doubtful.led else ("PER",)
    return name.label in labels and name.start < end and name.end > start


def _sentence(doubtful: Doubtful) -> str:
    """Its sentence, the family name in small letters: the model knows no « Karim BELHADJ »."""
    text = doubtful.paragraph.text
    start, end = doubtful.sentence
    name = " ".join(
        word.capitalize() if word.isupper() and len(word) > _SHORT else word
        for word in doubtful.name.split(" ")
    )
    return text[start : doubtful.start] + name + text[doubtful.end : end]


def _mentions(document: Document) -> Iterator[tuple[Article, Paragraph, re.Match[str]]]:
    for article, paragraph in stretches(document):
        text = paragraph.text
        if article.kind in _FRONT or paragraph.part.value in ("header", "footer"):
            continue
        if paragraph.cell is not None or not any(
            sign in text for sign in ("ociété", "M. ", "Mme ", "Mlle ", "Monsieur ", "Madame ")
        ):
            continue
        for match in _NAMED_ONE.finditer(text.replace("\u00a0", " ")):
            if not (match[0].startswith("M. ") and _numbers(article, paragraph, match.start())):
                yield article, paragraph, match


def _numbers(article: Article, paragraph: Paragraph, start: int) -> bool:
    """Whether « M. » is the number of a heading, after « L. », and no title: « M. Assurance »."""
    opens = article.place.paragraph == paragraph.number and article.place.part is paragraph.part
    return opens and article.numero.rpartition(".")[2] == "M" and not paragraph.text[:start].strip()


def _presented(document: Document) -> set[str]:
    """The words of the names of the parties, of the presentation, the signature and the tables."""
    words: set[str] = set(_GENERIC)
    for party in document.parties:
        for name in (party.nom, party.representant, party.appellation):
            words.update(_key(name or ""))
    for article, paragraph in stretches(document):
        if article.kind in _FRONT or paragraph.cell is not None:
            capitals = [
                word for word in paragraph.text.replace("’", " ").split() if word[:1].isupper()
            ]
            words.update(_key(" ".join(capitals)))
    return words


def _explained(text: str, start: int, end: int) -> bool:
    """Whether the sentence of a mention says who is meant: « Mme Roy, qui tient la caisse »."""
    opens = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start))
    ends = text.find(". ", end)
    before = text[max(opens + 1, start - _REACH) : start].rstrip()
    after = text[end : ends if ends > 0 else None]
    plain = " ".join(fold(before).split())
    if _AT_ITS_SEAT.search(plain):
        plain = ""
    if _BY.search(plain) or _ROLES.search(" ".join(plain.split()[-_ADJACENT:])):
        return True
    tied = before.endswith((",", ":")) or plain.endswith((" est", " sont", " sera", " par", " de"))
    if tied and _ROLES.search(plain):
        return True
    said = " ".join(fold(after[:_REACH]).split())
    if any(word in after[:_REACH].lower() for word in _NAMED):
        return True
    if after.lstrip().startswith((",", "(")):
        return not _RESUMES.match(said)
    return bool(_IS.match(said) and _ROLES.search(said))


def _key(name: str) -> list[str]:
    return [w for w in WORD.findall(fold(name)) if w not in _FORMS and w not in _TITLES]


def _known(match: re.Match[str], known: set[str]) -> bool:
    """Whether a name is explained: by its last word for a person, by its first for a company."""
    telling = [word for word in _key(match["name"]) if len(word) > 1]
    return not telling or telling[0 if match["company"] else -1] in known
