"""What the presentation of one party says: names, legal form, SIREN, representative.

Each function reads the text of one party, in which every blank is a plain space, and returns
what it finds, or None.
"""

from __future__ import annotations

import re

from msgspec import Struct

from clauselint.library.patterns import kept_pattern
from clauselint.model.folding import fold
from clauselint.reading.phrases import earliest

__all__ = [
    "Named",
    "appellation",
    "companies",
    "company_without_form",
    "first_person",
    "opening_form",
    "people",
    "representative",
    "siren_and_siret",
    "stated_form",
    "without_article",
]

_FORMS = (
    "societe par actions simplifiee unipersonnelle",
    "societe par actions simplifiee",
    "societe a responsabilite limitee unipersonnelle",
    "societe a responsabilite limitee",
    "societe anonyme",
    "societe cooperative",
    "societe civile",
    "societe en nom collectif",
    "societe europeenne",
    "entreprise unipersonnelle a responsabilite limitee",
    "societe d exercice liberal a responsabilite limitee",
    "societe cooperative d interet collectif",
    "entrepreneur individuel",
    "entrepreneuse individuelle",
    "entreprise individuelle",
    "micro entrepreneur",
    "micro entrepreneuse",
    "micro entreprise",
    "auto entrepreneur",
    "auto entrepreneuse",
    "association loi 1901",
    "association loi de 1901",
    "association",
    "fondation",
    "groupement d interet economique",
    "etablissement public",
    "sasu",
    "sas",
    "sarl",
    "eurl",
    "snc",
    "scop",
    "gie",
    "epic",
    "selarl",
    "scic",
    "eirl",
    "scp",
    "sci",
    "sa",
    "ei",
    "s a r l",
    "s a s u",
    "s a s",
    "s a",
)
_LONGEST_ACRONYM = 7  # « S.A.R.L »; in capitals only: « sa gérante » names no company
_BLANK = " \t"
_CIVILITY = r"(?:M\.|Mme|Mlle|Mr|Monsieur|Madame|Mademoiselle)"
_PERSON = kept_pattern(
    _CIVILITY + r" +((?:(?:de|du|des|van|von|ben|el) ){0,2}"
    r"(?:d[’'])?[A-ZÀ-Þ][\w’'\-]*(?:(?:, [A-ZÀ-Þ][a-zà-ÿ\-]+){1,4}(?= [A-ZÀ-Þ]{2}))?(?: "
    r"(?:(?:[A-ZÀ-Þ]\.-?)+(?![\w])|(?:d[’'])?[A-ZÀ-Þ][\w’'\-]*|"
    r"(?:de|du|des|la|le|van|von|ben|el)(?!\w)))*)"
)
# Few contracts need these two: they are compiled when one does.
_BORN = kept_pattern(
    r"(?!E[Tt] )((?:[A-ZÀ-Þ][\w’'-]+ ){1,3}[A-ZÀ-Þ][\w’'-]+),? n[ée]+e?(?:\(e\))? le "
)
_UNTITLED = kept_pattern(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){1,3}")
_TITLES = (
    "directeur",
    "directrice",
    "general",
    "generale",
    "president",
    "presidente",
    "gerant",
    "gerante",
    "monsieur",
    "madame",
)
_PARTICLES = frozenset(
    ("de", "du", "des", "la", "le", "les", "d", "l", "et", "en", "a", "au", "aux", "sur", "pour")
)
_LEADING = (
    "entre", "et", "la", "le", "l", "d une part", "d autre part", "societe", "association",
    "entreprise", "employeur", "client", "cliente", "prestataire", "contrat",
)  # fmt: skip
_NAME_ARTICLES = ("La", "Le", "L")
_NAME_ENDS = (
    "au capital", "dont", "ayant", "immatricul", "represent", "siret", "siren", "rcs", "inscrit",
)  # fmt: skip
_CALLS = (
    "denommee", "denomme", "nommee", "appelee", "dite", "ayant pour denomination sociale",
    "ayant pour denomination", "ayant pour raison sociale",
)  # fmt: skip
_SHORT = 4  # letters; shorter words of a name may be written without a capital
_NUMBER = kept_pattern(
    r"(?<!\d)(?<!\d[ .])(\d{3})[ .]?(\d{3})[ .]?(\d{3})"
    r"(?:[ .]?(\d{3})[ .]?(\d{2}))?(?![ .]?\d)"
)
_REGISTERED = (
    "siren", "siret", "rcs", "r c s", "immatricul", "registre", "inscrit", "identifi", "repertoire",
    " rne",
)  # fmt: skip
_MONEY = ("€", "eur", "dollar")
_BY = (
    "represente", "representee", "representes", "representant", "representante",
    "en la personne de", "agissant par", "par l intermediaire de", "signataire", "gerant",
    "gerante", "president", "presidente",
)  # fmt: skip
_NEAR = 80  # characters between « représentée par » and the name: « son gérant en exercice, »
_CALLED = kept_pattern(r"ci.apr[èe]s,?(?: \w+){0,2}? ((?:l[ea] |l[’'])[A-ZÀ-Þ][\w’ '-]{2,40})")
_SIGNBOARD = 40  # characters before a quoted trade name in which it is said to be one
_TRADE_NAMES = (
    "enseigne", "nom commercial", "nom commercial de", "marque", "sigle", "enseigne commerciale",
    "denomination", "denomination sociale", "denomination commerciale", "raison sociale",
)  # fmt: skip
_OPENED, _CLOSED = '«"“', '»"”'


class Named(Struct, frozen=True):
    """A name in a text: where it stands, and the legal form beside it (« » for a person)."""

    nom: str
    start: int
    end: int
    forme: str = ""


def companies(text: str) -> tuple[Named, ...]:
    """The companies that `text` presents with their legal form, in order."""
    folded = fold(text)
    found: list[Named] = []
    last = 0
    while form := earliest(folded, _FORMS, last):
        start, end = form
        last_end, last = last, _end_of_forms(text, folded, end)
        if _is_form(text, start, end):
            named = (
                _before(text, last_end, start)
                or _after(text, folded, last)
                or _opening(text, last_end, start)
            )
        else:
            named = None
        if named:
            found.append(Named(named.nom, named.start, named.end, _form(text, start, end)))
            last = max(last, named.end)
    return tuple(found)


def _form(text: str, start: int, end: int) -> str:
    """A legal form as written, the last full stop of « S.A.R.L. » included."""
    dotted = "." in text[start:end] and text[end : end + 1] == "."
    return text[start : end + dotted]


def _is_form(text: str, start: int, end: int) -> bool:
    return end - start > _LONGEST_ACRONYM or text[start:end].isupper()


def _end_of_forms(text: str, folded: str, end: int) -> int:
    """Where the forms that follow one another end: « société coopérative (SCOP SARL) »."""
    more = earliest(folded, _FORMS, end)
    while more and not folded[end : more[0]].strip() and "\n" not in text[end : more[0]]:
        if not _is_form(text, *more):
            break
        end = more[1]
        more = earliest(folded, _FORMS, end)
    return end


def company_without_form(text: str) -> Named | None:
    """The company that `text` calls « la société Alpha » without saying its legal form."""
    folded = fold(text)
    called = earliest(folded, ("societe",), 0)
    while called:
        named = _after(text, folded, called[1])
        if named:
            return named
        called = earliest(folded, ("societe",), called[1])
    return None


def _before(text: str, start: int, end: int) -> Named | None:
    """The run of capitalised words that closes `text[start:end]`."""
    stop = end
    while stop > start and text[stop - 1] in _BLANK + ",(–—-\n":
        stop -= 1
    line = max(text.rfind("\n", start, stop) + 1, start)
    own_line = "\n" in text[stop:end]  # the form stands under the name
    at, name_at = stop, -1
    while at > line:
        word_at = max(line, max(text.rfind(mark, line, at) for mark in _BLANK) + 1)
        word = text[word_at:at]
        if word.endswith((",", ";", ":", ".", ")", "»", "°")):
            break
        if word and not (word[0].islower() and fold(word).split()[0] not in _PARTICLES):
            name_at = word_at if word[0].isupper() or word[0].isdigit() else name_at
        elif word:
            break
        at = word_at - 1
    if name_at < 0 or (own_line and name_at > line):
        return None
    return _named(text, name_at, stop)


def _opening(text: str, start: int, end: int) -> Named | None:
    """The name that opens the line of « ALPHA, entreprise de portage salarial, SASU… »."""
    line = max(text.rfind("\n", 0, end) + 1, start)
    head, comma, between = text[line:end].partition(",")
    nom = head.rpartition(":")[2].lstrip(_BLANK + "-–—•")
    proper = all(word[0].isupper() or len(word) < _SHORT for word in nom.split())
    said_of_it = len(between) <= _NEAR and not any(
        char.isdigit() or char in ")»" for char in between
    )
    if not (comma and nom and proper and said_of_it):
        return None
    return _named(text, line + len(head) - len(nom), line + len(head))


def opening_form(text: str) -> str:
    """The legal form that opens `text`, or nothing: the name then stands on the line above."""
    text = text.lstrip()
    form = earliest(fold(text), _FORMS, 0)
    return _form(text, *form) if form and form[0] == 0 else ""


def stated_form(text: str) -> str | None:
    """The first legal form that `text` names."""
    folded, last = fold(text), 0
    while form := earliest(folded, _FORMS, last):
        if _is_form(text, *form):
            return _form(text, *form)
        last = form[1]
    return None


def _named(text: str, start: int, end: int) -> Named | None:
    """The name in `text[start:end]` without « La société », « Et »…"""
    folded = fold(text[:end])
    lead = earliest(folded, _LEADING, start)
    while lead and lead[0] == start and lead[1] < end and not _elided(text, folded, *lead):
        start = lead[1] + len(folded[lead[1] :]) - len(folded[lead[1] :].lstrip())
        lead = earliest(folded, _LEADING, start)
    civil = _PERSON.match(text, start, end)
    if civil:
        return _person(civil)
    nom = text[start:end].rstrip(_BLANK + ",.:;")
    if not any(char.isalpha() for char in nom) or nom[0].islower() or fold(nom) in _LEADING:
        return None
    return Named(_tidy(nom), start, start + len(nom))


def _elided(text: str, folded: str, start: int, end: int) -> bool:
    """Whether « L’ » belongs to the name: « L’Atelier », not « l’Atelier », « L’entreprise »."""
    again = earliest(folded, _LEADING, end + 1)
    return (
        text[start:end] == "L" and text[end + 1].isupper() and not (again and again[0] == end + 1)
    )


def _after(text: str, folded: str, end: int) -> Named | None:
    """The name that follows the legal form: « la SAS Alpha au capital… »."""
    start = _skipped(text, end)
    called = earliest(folded, _CALLS, start)
    if called and called[0] == start:  # « la société anonyme dénommée « Alpha » »
        start = _skipped(text, called[1])
    stops = [at for mark in ',;:(\n«"“»”' if (at := text.find(mark, start)) >= 0]
    closing = earliest(folded, _NAME_ENDS, start)
    stop = min([len(text), *stops, *(closing[:1] if closing else ())])
    if not (text[start:stop][:1].isupper() or text[start:stop][:1].isdigit()):
        return None
    return _named(text, start, stop)


def _skipped(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip(_BLANK + '.:«"“\u00a0\u202f'))


def _tidy(text: str) -> str:
    return " ".join(text.split())


def people(text: str) -> tuple[Named, ...]:
    """The people named with a civility who are not there as representatives of a company."""
    folded = fold(text)
    found = []
    for match in _PERSON.finditer(text):
        near = max(0, match.start() - _NEAR)
        closed = max(text.rfind(mark, near, match.start()) for mark in ')»;"”')
        if not earliest(folded[max(near, closed) : match.start()], _BY, 0):
            found.append(_person(match))
    if not found and " né" in text:
        found = [_person(match) for match in _BORN.finditer(text)]
    return tuple(found)


def first_person(text: str) -> Named | None:
    """The first person named with a civility, representatives included."""
    match = _PERSON.search(text)
    return _person(match) if match else None


def _person(match: re.Match[str]) -> Named:
    nom = match[1].rstrip(".’'-")
    while nom.rpartition(" ")[2] in ("de", "du", "des", "la", "le"):
        nom = nom.rpartition(" ")[0]
    return Named(_tidy(nom), match.start(1), match.start(1) + len(nom))


def siren_and_siret(text: str) -> tuple[str | None, str | None]:
    """The SIREN and SIRET that `text` gives, digits only; the SIREN of a lone SIRET is its start.

    Nine digits count when the register is named beside them; sums of money never do.
    """
    siren = siret = None
    for match in _NUMBER.finditer(text):
        before = fold(text[max(0, match.start() - 90) : match.start()])
        after = fold(text[match.end() : match.end() + 20]).strip()
        if after.startswith(_MONEY) or before.rstrip().endswith("capital de"):
            continue
        if not any(word in before or word in after for word in _REGISTERED):
            continue
        digits = "".join(group for group in match.groups() if group)
        if len(digits) == 14:
            siret = siret or digits
        else:
            siren = siren or digits
    return siren or (siret[:9] if siret else None), siret


def representative(text: str) -> str | None:
    """Who signs for the company: the first person named after « représentée par »…"""
    by = earliest(fold(text), _BY, 0)
    if by is None:
        return None
    person = _PERSON.search(text, by[1])
    if person and person.start() - by[1] <= _NEAR:
        return _person(person).nom
    untitled = _UNTITLED.search(text[by[1] : by[1] + _NEAR])
    words = untitled[0].split() if untitled else []
    while words and fold(words[0]) in _TITLES:
        del words[0]
    return " ".join(words) if len(words) > 1 else None


def appellation(text: str) -> str | None:
    """The name the contract gives the party: « l’Employeur » gives `Employeur`.

    A trade name in quotes, « sous l’enseigne « Alpha » », is none.
    """
    for at, char in enumerate(text):
        if char not in _OPENED:
            continue
        end = min((e for mark in _CLOSED if (e := text.find(mark, at + 1)) > 0), default=-1)
        quoted = _tidy(text[at + 1 : end]) if 0 < end - at <= _NEAR else ""
        name = without_article(quoted)
        given = name[:1].isupper() or name != quoted  # « l’employeur », « Prestataire »
        trade = fold(text[max(0, at - _SIGNBOARD) : at]).rstrip().endswith(_TRADE_NAMES)
        if given and not trade and fold(name) not in ("parties", "contrat", "partie"):
            return name
    plain = _CALLED.search(text)
    return without_article(plain[1]) if plain else None


def without_article(name: str) -> str:
    """« l’Employeur » without « l’ »."""
    name = _tidy(name)
    for article in (
        "l’", "l'", "L’", "L'", "le ", "la ", "les ", "Le ", "La ", "Les ", "LE ", "LA ", "LES ",
    ):  # fmt: skip
        if name.startswith(article):
            return name[len(article) :]
    return name
