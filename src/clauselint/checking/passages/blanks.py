"""Blanks left to fill: « [à compléter] », « ……… », « XXX », « {{ nom }} », Word's placeholders.

A contract without any is the rule, so a pattern is only searched where its sign stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from clauselint.checking.passages.passage import Passage, grouped, passage, stretches
from clauselint.library.patterns import kept_pattern
from clauselint.model import ArticleKind, Document

__all__ = ["find"]


# What opens the line that is filled by hand when one signs, wherever it stands.
_SIGNED = ("Bon pour accord", "BON POUR ACCORD", "Lu et approuvé", "Fait à", "Date et signature")


class _Form(Struct, frozen=True):
    """A way to leave a blank: the texts that announce it, its pattern, what it is not.

    `written_by_hand` forms are filled when one signs: « Fait à ……, le …… ».
    """

    signs: tuple[str, ...]
    pattern: str
    excuses: Callable[[str, re.Match[str]], bool] | None = None
    written_by_hand: bool = False


_FILL = r"(?:compl[ée]ter|pr[ée]ciser|d[ée]finir|renseigner|remplir|ins[ée]rer|indiquer)"
_GENERIC = (
    r"(?:nom|pr[ée]nom|noms? et pr[ée]noms?|d[ée]nomination|raison sociale|adresse|date|montant"
    r"|ville|lieu|fonction|qualit[ée]|num[ée]ro|dur[ée]e)"
)
_HOLDERS = (
    r"(?:Cliquez|Appuyez|Cliquer)(?: ou appuyez)? ici pour (?:entrer|taper|ajouter)[^.]*|"
    r"Choisissez un [ée]l[ée]ment|Entrez (?:du texte|une date)|S[ée]lectionnez une date|"
    r"Click or tap (?:here )?to enter [^.]*|Choose an item|Lorem ipsum"
)
_TAIL = r"(?<=[:°€àe])[ \u00a0](?:…|\.{3})(?=\s*$)"
_UNKNOWN = r"(?<![\w.])X(?=[ \u00a0\u202f](?:€|%|euros?|jours?|mois|ans|heures)(?!\w))"
_BRACKETED = (
    rf"[(\[«:]\s*(?:[\w’' ]{{1,30}} )?à {_FILL}[^)\]»;.]{{0,40}}[)\]»]?(?=\s*(?:$|[\w.;,]))"
)
_NAMELESS = (
    r"\b(?:[Ll]e|[Ll]a|[Ll][’']|à|de|du|[Ss]ociété|M\.|Mme|[Mm]onsieur|[Mm]adame|par|est)\s?"
    rf"\({_GENERIC}(?: (?:de|du|de la|des|d[’'])\s?[^),]{{1,40}})?\)"
)


def _kept_bracket(text: str, match: re.Match[str]) -> bool:
    """« [sic] », a note « [2] », the cut of a quotation, a ticked box of a list."""
    inside = match[1].strip().lower()
    unit = re.match(r"\s?(?:€|%|euros?|jours?|mois|ans?)\b|\s?[€%]", text[match.end() :])
    if inside.isdigit():
        return unit is None
    if inside in ("sic", "etc", "réservé", "reserve", "ancien", "nouveau", "☐", "☒"):
        return True
    if inside in ("…", "...") and _quoted(text, match.start()):
        return True
    boxes = len(re.findall(r"\[[ xX✓✗]?\]", text))
    return inside in ("", "x", "✓", "✗") and (boxes > 1 and text[match.start() :].strip() != "[ ]")


def _quoted(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("«") > before.count("»") or before.count("“") > before.count("”")


def _roman(text: str, match: re.Match[str]) -> bool:
    """« XX – RUPTURE », « article XX », « XXe siècle »."""
    if "/" in match[0] or not re.fullmatch("X{2,3}[IVX]*e?", match[0]):
        return False
    before = text[: match.start()].rstrip().lower()
    heading = not before and re.match(r"\s*[.\-–—:)]|\s+[A-ZÀ-Ý]", text[match.end() :])
    named = re.search(r"(?:article|titre|chapitre|annexe|livre|section|partie|si[èe]cle|art\.)s?$|"
                      r"\bet$|\b[IVX]+\s*(?:,|[àa])$", before, re.I)  # fmt: skip
    return bool(heading or named) or match[0].endswith("e")


def _product(text: str, match: re.Match[str]) -> bool:
    """The X of « 3 X 5 jours » or of a formula multiplies or is a variable."""
    before = text[: match.start()].rstrip()
    return "=" in text or before[-1:].isdigit() or before[-1:] in "€%)*+"


def _contents(text: str, match: re.Match[str]) -> bool:
    """The dots between a title and its page."""
    after = text[match.end() :].strip()
    return after.isdigit()


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """« Objectif : à définir chaque mois par le client. » tells who does it, and when."""
    return match[0].startswith(":") and bool(text[match.end() :].strip(" .;"))


def _address(_: str, match: re.Match[str]) -> bool:
    return bool(re.search(r"@|://|www\.", match[0]))


_TO_FILL = tuple(
    f"à {word}"
    for word in (
        "compléter", "completer", "préciser", "preciser", "définir", "definir", "renseigner",
        "remplir", "insérer", "inserer", "indiquer",
    )
)  # fmt: skip
_INSTRUCTIONS = tuple(
    f"({word}"
    for word in (
        "à ", "compl", "préc", "prec", "défin", "renseign", "rempl", "insér", "inser", "indiq",
        "rayer", "choisir", "cocher",
    )
)  # fmt: skip
_NAMES = (
    "(nom", "(prénom", "(dénom", "(raison", "(adresse", "(date", "(montant", "(ville", "(lieu",
    "(fonction", "(qualité", "(numéro", "(durée",
)  # fmt: skip
_FORMS = (
    _Form(("[",), r"\[([^\[\]]{0,120})\]", _kept_bracket),
    _Form(("{",), r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\$?\{[A-Za-zÀ-ÿ_][^{}]{0,60}\}"),
    _Form(("<",), r"<<[^<>]{1,120}>>|<\s?[A-Za-zÀ-ÿ_][^<>]{0,60}>", _address),
    _Form(("_",), r"«\s?\w*_\w*\s?»"),
    _Form(("....",), r"\.{4,}(?:[\s.]*\.{2,})?", _contents, written_by_hand=True),
    _Form(("……",), r"…{2,}", _contents, written_by_hand=True),
    _Form((" …", "\u00a0…", " ...", "\u00a0..."), _TAIL, _contents, written_by_hand=True),
    _Form(("__",), r"_{2,}(?:[/.]_{2,})+|_{3,}(?:\s*_{3,})*", written_by_hand=True),
    _Form(("XX",), r"(?<![A-Za-z])XX+(?:[/.]X+)*\w*", _roman),
    _Form((" X ", " X\u00a0", " X\u202f"), _UNKNOWN, _product),
    _Form(_TO_FILL, _BRACKETED, _goes_on),
    _Form(_TO_FILL, rf"^\s*à {_FILL}\s*$"),
    _Form(_INSTRUCTIONS, rf"\(\s*(?:{_FILL}|rayer|choisir|cocher)\b[^)]{{0,80}}\)"),
    _Form(_NAMES, _NAMELESS),
    _Form(("_",), r"(?<!\w):[a-z]+(?:_[a-z]+)+:"),
    _Form(("~",), r"~[a-z]+(?:_[a-z]+)*~"),
    _Form(("/ ", "/\t"), r"\b(?:le|au|du)\s*:?\s*/\s+/(?:\s*\d{2,4})?", written_by_hand=True),
    _Form((" DATE",), r"(?<=\b(?:le|du|au) )DATE\b"),
    _Form((" VILLE",), r"(?<=\bà )VILLE\b"),
    _Form(("???",), r"\?{3,}"),
    _Form(("ici pour", "tap ", "un élément", "an item", "Entrez ", "une date", "Lorem"), _HOLDERS),
)


def find(document: Document) -> tuple[Passage, ...]:
    """All blanks as one passage, which quotes the first."""
    return grouped(tuple(_blanks(document)))


def _blanks(document: Document) -> Iterator[Passage]:
    whole = "\n".join(paragraph.text for paragraph in document.text.paragraphs)
    forms = [(form, kept_pattern(form.pattern)) for form in _FORMS if _announced(form, whole)]
    for article, paragraph in stretches(document) if forms else ():
        if paragraph.toc:
            continue
        by_hand = article.kind is ArticleKind.SIGNATURE or paragraph.text.lstrip().startswith(
            _SIGNED
        )
        spans: list[tuple[int, int]] = []
        for form, pattern in forms:
            if (by_hand and form.written_by_hand) or not _announced(form, paragraph.text):
                continue
            for match in pattern.finditer(paragraph.text):
                excused = form.excuses is not None and form.excuses(paragraph.text, match)
                if not excused and not _inside(match, spans):
                    spans.append(match.span())
        for start, end in sorted(spans):
            yield passage(article, paragraph, start, end)


def _announced(form: _Form, text: str) -> bool:
    return any(map(text.__contains__, form.signs))


def _inside(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in spans)
