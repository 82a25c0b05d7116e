"""Where a contract presents its parties, and all that it says of each.

In running text a presentation runs from a name to the next one; in a table it is a row, a column
or a block of rows (« Dénomination », « Siège », « SIREN »).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clauselint.model import Part, Place, Role, TypeFound
from clauselint.model.folding import fold
from clauselint.reading.identities import (
    Named,
    appellation,
    companies,
    company_without_form,
    first_person,
    opening_form,
    people,
    representative,
    siren_and_siret,
)
from clauselint.reading.party_pieces import Piece
from clauselint.reading.roles import (
    PORTED,
    calls_client,
    client_words,
    is_detail_label,
    is_name_label,
    is_person_label,
    is_pronoun,
    names_a_role,
    opens_with_role,
    role_said,
)

__all__ = ["Presentation", "merged", "presented_ahead", "presented_as"]

_PRESENTS = ("ne le ", "nee le ", "demeurant", "domicili", "nationalite", "residant", "ci apres")
_OPENERS = frozenset(
    "et entre d une autre part 1 2 3 la le l m mme monsieur madame mademoiselle mlle".split()  # noqa: SIM905
)
_LONGEST_NAME = 80
_SHORTEST_ALONE = 3  # letters of a name of one word, in capitals
_LONGEST_LABEL = 5  # words: « Consultant », « 1.1 Intervenant désigné »
_BESIDE = 20  # characters in which « , salarié porté » begins
_CLOSE = 200  # characters between a person and the name that the contract gives them
_PUBLIC_BODIES = (
    "commune ", "ville ", "département ", "région ", "métropole ", "communauté ", "université ",
    "centre hospitalier", "chambre de commerce", "chambre des métiers", "agglomération ",
)  # fmt: skip
_LINKS = frozenset(
    "est la le l societe entreprise suivante suivant ci apres denommee designee soit dite dit "  # noqa: SIM905
    "nommee nom".split()
)
_DOING = (
    "realis", "execut", "confie", "accompli", "assure", "salarie", "consultant", "intervenant",
    "ministere de", "intermediaire de",
)  # fmt: skip
_FULL_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){1,3}"
_WORKERS = ("salarie", "porte", "consultant", "intervenant", "collaborat")


_NOTHING = Piece("", Place(Part.BODY, 0, 0, 0))


class Presentation(Struct, frozen=True):
    """A party in the making: its name, where it stands, and all that is said of it.

    `label` is what stands over it or beside it, folded; `label_text` the role that this names, as
    written: « Le Client », or nothing.
    """

    named: Named
    piece: Piece
    said: str
    person: bool
    label: str = ""
    label_text: str = ""


def presented_ahead(pieces: Sequence[Piece], found_type: TypeFound) -> list[Presentation]:
    """The parties that `pieces` present, each with all that is said until the next one."""
    drafts: list[Presentation] = []
    heading = heading_text = ""
    above = _NOTHING
    for piece in pieces:
        labelled = _labelled(piece, found_type, heading) if piece.label else None
        starts = [] if piece.label else _starts(piece)
        count = len(drafts)
        if drafts and _goes_on(drafts[-1].piece, piece):
            drafts[-1] = _adding(drafts[-1], f"{piece.head} {piece.text}")
        elif labelled:
            drafts.append(labelled)
        elif piece.label:
            if drafts and is_detail_label(piece.label):
                drafts[-1] = _adding(drafts[-1], f"{piece.label} {piece.text}")
        elif not starts and _looks_like_name(above.text) and (form := _form_below(piece.text)):
            named = replace(_whole(above.text), forme=form)
            drafts.append(Presentation(named, above, piece.text, person=False, label=heading))
            starts = [(named, False)]
        elif not starts and heading and _names_someone(piece.text, found_type):
            worker = role_said(heading, found_type, person=True) is Role.SALARIE_PORTE
            starts = [(_whole(piece.text), worker)]
            _add_started(drafts, piece, starts, heading)
        else:
            _add_started(drafts, piece, starts, heading)
        for fresh in range(count, len(drafts)):
            drafts[fresh] = _called(drafts[fresh], heading_text)
        if not piece.label:
            heading = "" if starts else _heading(piece, found_type) or heading
            role = piece.text if names_a_role(piece.text) else heading_text
            heading_text = "" if starts else role
            above = piece
    return drafts


def _called(draft: Presentation, heading: str) -> Presentation:
    """With the role that names the party where it is presented, if anything does."""
    before = draft.piece.text[: draft.named.start].rpartition("\n")[2].rstrip()
    for label in (draft.piece.label_text, before if before.endswith(":") else "", heading):
        if label and names_a_role(label):
            return replace(draft, label_text=label.strip(" :\t"))
    return draft


def _goes_on(named: Piece, piece: Piece) -> bool:
    """Whether a cell tells more of the party that its row has named: « Client | Alpha | RCS … »."""
    return named.row >= 0 and piece.row == named.row and not companies(piece.text)


def _form_below(text: str) -> str:
    """The legal form that opens a line under a name: in a letterhead, after its address."""
    return next(filter(None, map(opening_form, text.split("\n"))), "")


def _add_started(
    drafts: list[Presentation], piece: Piece, starts: Sequence[tuple[Named, bool]], heading: str
) -> None:
    """Give the text before the first name to the party before, and each name its own text."""
    if drafts:
        ahead = piece.text[: starts[0][0].start] if starts else piece.text
        drafts[-1] = _adding(drafts[-1], ahead)
    ends = [*(named.start for named, _ in starts[1:]), len(piece.text)][: len(starts)]
    for (named, person), end in zip(starts, ends, strict=True):
        before, colon, _ = piece.text[: named.start].rstrip().rpartition(":")
        label = fold(before.rpartition("\n")[2]) if colon else ""
        said = piece.text[named.start : end]
        drafts.append(Presentation(named, piece, said, person, f"{heading} {label}".strip()))


def _whole(line: str) -> Named:
    nom = line.strip()
    for lead in ("La société ", "Société ", "La Société "):
        nom = nom.removeprefix(lead)
    return _standing(nom, line.index(nom))


def _standing(written: str, start: int) -> Named:
    """A name as it is written from `start`, a tab in it being a blank."""
    return Named(" ".join(written.split()), start, start + len(written))


def _adding(draft: Presentation, said: str) -> Presentation:
    return replace(draft, said=f"{draft.said}\n{said}")


def _heading(piece: Piece, found_type: TypeFound) -> str:
    """« EMPLOYEUR » alone on its line: the role of the party that follows."""
    folded = fold(piece.text).strip(" ")
    alone = len(folded.split()) <= 4
    return folded if alone and role_said(folded, found_type, person=True) else ""


def _looks_like_name(text: str) -> bool:
    words = text.split()
    proper = all(word[0].isupper() or (len(word) < 4 and word.isalpha()) for word in words)
    alone = ":" not in text and text.strip()[-1:] not in (".", ";", ",")
    return 1 < len(words) < 7 and proper and alone and not names_a_role(text)


def _names_someone(text: str, found_type: TypeFound) -> bool:
    """Whether `text` looks like a name and not like a label: « Profil du consultant »."""
    folded = fold(text)
    labels = is_detail_label(folded) or role_said(folded, found_type, person=True)
    return _looks_like_name(text) and not labels


def _labelled(piece: Piece, found_type: TypeFound, heading: str = "") -> Presentation | None:
    """The party of a table row such as « Client | Alpha, SAS, 3 rue du Port… », under `heading`."""
    label = piece.label.split(" ci apres")[0]
    if len(label) > _LONGEST_NAME or is_detail_label(label):
        return None
    person = False
    if not opens_with_role(label) and not is_name_label(label):
        return None
    named = next(iter(companies(piece.text)), None)
    if named is None:
        named = first_person(piece.text)
        if named and _signs_below(piece.text, named):
            named = None
        person = named is not None
    if named is None:
        nom = piece.text.partition("\n")[0].partition(",")[0].strip()
        if not nom or len(nom) > _LONGEST_NAME or not nom[0].isalnum() or nom[0].islower():
            return None
        named = _standing(nom, piece.text.index(nom))
        worker = role_said(f"{heading} {label}", found_type, person=True)
        person = is_person_label(label) or worker in (Role.SALARIE_PORTE, Role.SALARIE)
        known = siren_and_siret(piece.text)[0] is not None
        if (person or (is_pronoun(label) and not known)) and not _looks_like_name(nom):
            return None
    return Presentation(named, piece, piece.text[named.start :], person, f"{heading} {label}")


def _signs_below(text: str, named: Named) -> bool:
    """Whether a name stands on the first line, and `named` signs for it on another one."""
    first = text.partition("\n")[0].partition(",")[0]
    below = named.start > len(first) and representative(text) == named.nom
    return below and first[:1].isalnum() and first[:1] == first[:1].upper()


def _starts(piece: Piece) -> list[tuple[Named, bool]]:
    """The names that open the presentation of a party in `piece`; true for a person."""
    found = [(named, False) for named in companies(piece.text)]
    taken = [range(named.start, named.end) for named, _ in found]
    for named in people(piece.text):
        if any(named.start in span for span in taken):
            continue
        before = set(fold(piece.text[: named.start]).split())
        after = fold(piece.text[named.end :])
        label, colon, _ = piece.text[: named.start].rpartition(":")
        labelled = bool(colon) and opens_with_role(fold(label.rpartition("\n")[2]))
        if labelled or before <= _OPENERS or any(word in after for word in _PRESENTS):
            found.append((named, True))
    if not found and (siren_and_siret(piece.text)[0] or "siège" in piece.text):
        named_first = company_without_form(piece.text) or _first_words(piece.text)
        found = [(named_first, False)] if named_first else []
    return sorted(found, key=lambda pair: pair[0].start)


def _first_words(text: str) -> Named | None:
    """The name that opens « – La Mairie de Brest, sise… », which says no legal form."""
    bare = text.lstrip("-–—• \u00a0\t")
    nom = re.split(r"[,(:\n]| dont ", bare)[0].strip()
    for lead in ("Et ", "ET ", "Entre ", "La ", "Le ", "L’", "et la ", "et le ", "et l’"):
        nom = nom.removeprefix(lead)
    alone = nom.isupper() and nom.isalpha() and len(nom) >= _SHORTEST_ALONE
    alone = alone or nom.startswith(_PUBLIC_BODIES)
    if not (alone or _looks_like_name(nom)) or is_detail_label(fold(nom)) or names_a_role(nom):
        return None
    return _standing(nom, text.index(nom))


def merged(drafts: Sequence[Presentation]) -> list[Presentation]:
    """Each party once: a cover page or the text may name it again."""
    found: dict[str, Presentation] = {}
    for draft in drafts:
        name = fold(draft.named.nom)
        found[name] = _adding(found[name], draft.said) if name in found else draft
    return list(found.values())


def presented_as(
    role: Role, pieces: Sequence[Piece], found_type: TypeFound, known: set[str]
) -> Iterator[Presentation]:
    """Where an article, a table or an annex presents the party of `role`."""
    for position, piece in enumerate(pieces):
        draft = _row(role, pieces, position, found_type) if piece.label else None
        if draft is None and not piece.label:
            above = pieces[position - 1] if position else _NOTHING
            draft = _worker(piece) if role is Role.SALARIE_PORTE else _client(piece, above)
            draft = draft and _with_details_below(draft, pieces[position + 1 :])
        if draft and fold(draft.named.nom) not in known:
            yield draft


def _with_details_below(draft: Presentation, below: Sequence[Piece]) -> Presentation:
    """A party named on a line of its own, with the lines under it: « Capital : … », « RCS … »."""
    for piece in below:
        if piece.in_table or not is_detail_label(fold(piece.text).strip()):
            break
        draft = _adding(draft, piece.text)
    return draft


def _row(
    role: Role, pieces: Sequence[Piece], position: int, found_type: TypeFound
) -> Presentation | None:
    """The party of a table row, with the rows of details under it."""
    piece = pieces[position]
    draft = _labelled(piece, found_type)
    if draft is None:
        return None
    person = role is Role.SALARIE_PORTE
    said = role_said(draft.label, found_type, person=person)
    if said is not role and not (is_name_label(draft.label) and _announced(role, pieces, position)):
        return None
    for below in pieces[position + 1 :]:
        if _goes_on(piece, below):
            draft = _adding(draft, f"{below.head} {below.text}")
        elif below.label and is_detail_label(below.label):
            draft = _adding(draft, f"{below.label} {below.text}")
        elif below.label or not below.in_table:
            break
    return draft


def _announced(role: Role, pieces: Sequence[Piece], position: int) -> bool:
    """Whether the text just above a table says whom it describes."""
    above = [piece for piece in pieces[max(0, position - 4) : position] if not piece.in_table]
    words = ("client",) if role is Role.ENTREPRISE_CLIENTE else ("salarie", "consultant")
    return any(word in fold(piece.text) for piece in above[-2:] for word in words)


def _client(piece: Piece, above: Piece) -> Presentation | None:
    """« Alpha, SAS (« le Client ») », « le Client est Alpha, SAS », « le Client suivant : »."""
    folded = fold(piece.text)
    announced = above.text.rstrip().endswith(":") and calls_client(fold(above.text))
    announced = announced or (opens_with_role(piece.heading) and calls_client(piece.heading))
    if not announced and not calls_client(folded):
        return None
    plain = company_without_form(piece.text)
    for named in companies(piece.text) or ((plain,) if plain else ()):
        before = folded[max(0, named.start - _LONGEST_NAME) : named.start]
        called = fold(appellation(piece.text[named.end :]) or "")
        link = re.split(client_words(), before)
        said = len(link) > 1 and set(link[-1].split()) <= _LINKS
        if announced or said or calls_client(called):
            return Presentation(named, piece, piece.text[named.start :], person=False)
    return None


def _worker(piece: Piece) -> Presentation | None:
    """« La prestation est réalisée par Mme… », « M. … (« le Salarié porté ») »."""
    for named in people(piece.text):
        before = fold(piece.text[max(0, named.start - _LONGEST_NAME) : named.start])
        after = piece.text[named.end : named.end + _CLOSE]
        called = fold(appellation(after) or "")
        titled = opens_with_role(piece.heading) and piece.heading.split()[-1].startswith(_WORKERS)
        beside = fold(after[:_BESIDE]).split()[:1]
        if (
            titled
            or any(word in before for word in _DOING)
            or any(word in called for word in _WORKERS)
            or (beside and beside[0].startswith(_WORKERS))
        ):
            said = piece.text[named.start :].partition(";")[0]
            return Presentation(named, piece, said, person=True)
    return _introduced_worker(piece) or _apposed_worker(piece)


def _apposed_worker(piece: Piece) -> Presentation | None:
    """« … par Zoé Martin, salariée portée » names a person without a civility."""
    if " port" not in piece.text:
        return None
    for match in re.finditer(rf"({_FULL_NAME}) ?[,(] ?(\w+ \w+)", piece.text):
        if fold(match[2]) in PORTED:
            named = Named(match[1], match.start(1), match.end(1))
            return Presentation(named, piece, piece.text[named.start :], person=True)
    return None


def _introduced_worker(piece: Piece) -> Presentation | None:
    """« Consultant : Zoé Martin, ingénieure » names a person without a civility."""
    label, colon, rest = piece.text.partition(":")
    words = fold(label).split()
    if not colon or len(words) > _LONGEST_LABEL or not any(w.startswith(_WORKERS) for w in words):
        return None
    nom = re.split(r"[,;(\n]| – ", rest)[0].strip(" .\u00a0")
    if not _looks_like_name(nom) or any(char.isdigit() for char in nom):
        return None
    start = len(label) + 1 + rest.index(nom)
    return Presentation(_standing(nom, start), piece, rest, person=True)
