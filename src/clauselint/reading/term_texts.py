"""Readers of terms that are words: a name, a policy number, a place, a court, an index, an area.

Each takes a sentence (or the cell of a row) and where the words of its slot end, and gives the
span of what it found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from clauselint.library.patterns import kept_pattern
from clauselint.reading.plain_text import plain

__all__ = ["READERS", "Passage", "Reader"]


class Passage(Struct, frozen=True):
    """The span `[start, end)` of a paragraph to read in. The slot's words end at `after`, which is
    `start` when they stand in the label of the row (`labelled`).
    """

    text: str
    start: int
    end: int
    after: int
    labelled: bool = False


Span = tuple[int, int]
Reader = Callable[[Passage], Span | None]

_LINK = r"(?:d[eu]s? |la |les? |d[’']|l[’']|et |& |en |du )"
_NOUN = (
    r"(?:mutuel(?:le|les)|caution|garanties?|assurances?|retraites?|pr[ée]voyance|banque|populaire|"
    r"soci[ée]t[ée]|g[ée]n[ée]rale|fran[çc]aise?|compl[ée]mentaire|institution)"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÝŒ0-9][\w’'.&+-]*"
_PROPER = kept_pattern(r"[A-ZÀ-Ý][\w-]+")
_WORD = kept_pattern(r"[^\s’']+")
_NAME = kept_pattern(
    rf"[A-ZÀ-ÖØ-ÝŒ][\w’'.&+-]*(?: (?:(?:{_LINK}){{0,2}}{_CAPITAL}|(?:{_LINK})?{_NOUN}\b|& ))*"
)
# Words that a sentence opens with, or that name the parties and the texts: no insurer's name.
_COMMON = frozenset(
    "entreprise client cliente consultant consultante salarie salariee employeur partie parties "  # noqa: SIM905
    "prestataire mission prestation contrat annexe article articles code loi convention le la les "
    "l un une son sa ses cet cette ces ce il elle elles ils conformement en au aux a dans pour "
    "pendant toute tout tous chaque aucune aucun si lorsque sauf m mme mlle monsieur madame idcc "
    "siren siret rcs tva rc police attestation etat agirc arrco agirc-arrco cadre urssaf cnil rgpd "
    "porte portee portage commission du de des et ou d responsabilite numero no n l r d sas "
    "sarl securite sociale complementaire eps esn rc rcp pro assurance intervenant intervenante "
    "beneficiaire donneur ordre collaborateur collaboratrice fournisseur vous nous votre nos vos "
    "notre honoraires livrable livrables site kbis extrait chomage".split()
)
# Words that name an institution only with the name that follows them.
_GENERIC = frozenset(
    "garant assureur compagnie caisse organisme institution retraite prevoyance garantie "  # noqa: SIM905
    "financier financiere societe identite nom assurances mutuelle".split()
)
_ROMAN = kept_pattern(r"[IVXLC]+(?:\.\d+)*\.?$")
_CITED = kept_pattern(r"[LRD]\.?\d")
_OF_THE = r"(?:l[ae]s? |l')?"
_INTRODUCES = kept_pattern(
    rf"(?:aupres (?:d[eu]s? ?{_OF_THE}|d')|chez ?{_OF_THE}|par ?{_OF_THE}|: ?|est ?{_OF_THE}|"
    r"(?P<weak>d[eu] |a )(?P<the>la |l')?)"
    r"(?P<kind>(?:compagnie|societe|caisse|institution|organisme|mutuelle|groupe|banque|assureur|"
    r"courtier|etablissement|association|regime|fonds)s? (?:d'assurances? |de caution |"
    r"de garantie |de prevoyance |de retraite (?:complementaire )?|financiere? |mutuel(?:le)? |"
    r"mutualiste )?"
    r"(?:denommee? )?[«\"]? ?)?$"
)
_LABEL = kept_pattern(
    r"^(?:garant|assureur|compagnie|caisse|organisme|nom|denomination|institution|identite)"
    r"[^:]{0,40}: *"
)
# A town, a street or a register, which says where a company is.
_WHERE = kept_pattern(
    r"(?:rue|avenue|boulevard|place|cours|quai|allee|\d|rcs|registre|siege|"
    r"(?:siege(?: social)?|sise?|situee?)(?: est)?(?: sise?| situee?| fixe)? a) $"
)
_POSTAL_CODE = kept_pattern(r" ?\(\d{5}\)")
_INTRODUCED, _WEAKLY, _NOT = 0, 1, 2  # how a name is introduced
# « la caisse Alpha, à Lyon, et au régime de… »: what follows is another body than the one before
_ANOTHER = kept_pattern(r"(?:^|[ ,])et (?:du |aux? (?!titre)|a l[a' ]|aupres |chez )")
_CELL_END = kept_pattern(r"[,;:(\n]| [–—-] |\bpolice\b|\bcontrat\b|\bn°|\.(?:\s|$)|\bsous le\b")


def read_name(passage: Passage) -> Span | None:
    """The name of an institution: the cell up to its address, or the best capitalised words."""
    if passage.labelled:
        return _name_in_cell(passage)
    found = [
        score
        for match in _NAME.finditer(passage.text, passage.start, passage.end)
        if (score := _name_score(passage, match)) is not None
    ]
    return _trimmed(passage.text, min(found)[2]) if found else None


def _name_in_cell(passage: Passage) -> Span | None:
    start = passage.start
    cell = passage.text[start : passage.end]
    label = _LABEL.match(plain(cell))
    start += label.end() if label else len(cell) - len(cell.lstrip())
    end = _CELL_END.search(passage.text, start, passage.end)
    span = (start, end.start() if end else passage.end)
    name = _trimmed(passage.text, span)
    return name if name and re.search(r"[A-ZÀ-Ý]", passage.text[name[0] : name[1]]) else None


def _name_score(passage: Passage, match: re.Match[str]) -> tuple[int, int, Span] | None:
    """How unlikely a run of capitalised words is the name, and its span; None when it is none."""
    proper = _proper(match.group())
    if proper is None:
        return None
    start, end = match.start() + proper, match.end()
    before = plain(passage.text[max(passage.start, start - 60) : start])
    if _WHERE.search(before) or _POSTAL_CODE.match(passage.text, end):
        return None
    introduced = _how_introduced(before, match.group()[proper:])
    if introduced is None:
        return None
    if introduced == _NOT and not before.strip() and passage.after > end:
        introduced = _INTRODUCED  # « Hestia Pro garantit… » opens its sentence
    if start < passage.after < end:  # « Compagnie Armor »: the name holds the words of the slot
        return 0, 0, (start, end)
    behind = start < passage.after
    if behind and _ANOTHER.search(plain(passage.text[end : passage.after])):
        return None
    distance = passage.after - end if behind else start - passage.after
    if introduced != _INTRODUCED and distance > 40:
        return None
    return introduced * 2 + behind, abs(distance), (start, end)


def _how_introduced(before: str, name: str) -> int | None:
    """How `before` introduces `name`; None for « de l’Exploitant », a word that was defined."""
    found = _INTRODUCES.search(before)
    if found is None:
        return _NOT
    if not found["weak"] or found["kind"]:
        return _INTRODUCED
    defined = found["the"] and " " not in name and not name.isupper()
    return None if defined else _WEAKLY


def _proper(words: str) -> int | None:
    """Where the proper name starts in a run of words: those that name nothing are left out."""
    for word in _WORD.finditer(words):
        first = plain(word.group()).rstrip(".")
        if not word.group()[0].isupper() or first in _COMMON or _ROMAN.match(word.group()):
            continue
        rest = _PROPER.findall(words[word.end() :])
        named = first not in _GENERIC or any(
            plain(other) not in _COMMON and plain(other) not in _GENERIC for other in rest
        )
        long_enough = sum(char.isalpha() for char in words[word.start() :]) >= 3
        return word.start() if named and long_enough and not _CITED.match(word.group()) else None
    return None


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span
    while end > start and text[end - 1] in " \t.,;:'’«»\"&-–\u00a0\u202f":
        end -= 1
    while start < end and text[start] in ' \t«"\u00a0\u202f':
        start += 1
    return (start, end) if end - start >= 2 else None


_POLICY = kept_pattern(
    r"(?:[Pp]olices?|POLICE|[Cc]ontrat|[Aa]dh[ée]sion|[Nn]um[ée]ro|[Rr][ée]f[ée]rences?|[Nn][°ºo]s?)"
    r"(?:[ \t\u00a0\u202f:°]|[Nn]°|de |la |d[’']assurance |police |contrat |num[ée]ro |est le )*"
    r"(?P<no>[A-Z0-9][A-Za-z0-9./_-]*(?:[ \u00a0\u202f][A-Z0-9./_-]*\d[A-Z0-9./_-]*)*"
    r"(?:[ \u00a0\u202f][A-Z](?![\w’'.]))?)"
)
_NOT_POLICY = kept_pattern(r"(?:rcs|siren|siret|article|tva|orias|capital)[^,;.]{0,30}$")


def read_policy(passage: Passage) -> Span | None:
    """The number of an insurance policy."""
    for match in _POLICY.finditer(passage.text, passage.start, passage.end):
        number = match["no"].rstrip("./-_")
        before = plain(passage.text[max(passage.start, match.start() - 40) : match.start()])
        if sum(char.isdigit() for char in number) >= 3 and not _NOT_POLICY.search(before):
            return match.start("no"), match.start("no") + len(number)
    if passage.labelled:
        alone = re.search(r"\b(?=[A-Z0-9./ _-]*\d{3})[A-Z0-9][A-Z0-9./_ -]{3,}", _window(passage))
        if alone:
            return _trimmed(
                passage.text, (passage.start + alone.start(), passage.start + alone.end())
            )
    return None


def _window(passage: Passage) -> str:
    return passage.text[passage.start : passage.end]


_PREPOSITION = kept_pattern(
    r"(?:^|[\s,:’'])([àÀ]|[Aa]ux?|[Ss]ur|[Dd]ans|[Cc]hez|[Ee]n(?! est)|:|agit d[eu]|[Dd]epuis|"
    r"situ[ée]e?s?|fix[ée]e?s?)\s"
)
_KEPT_PREPOSITIONS = ("a", "au", "aux", "sur", "dans", "chez", "en")
_PLACE_END = kept_pattern(
    r";|\.(?:\s|$)|\n|, (?:sauf|et (?:peut|pourra)|sans|ainsi que|selon|sous|où|qui|dans la limite|"
    r"avec|du \d|à compter|pour)| (?:ainsi qu|où |sous la |selon |pendant )|\("
)
_VAGUE = kept_pattern(
    r"(?:conditions particulieres|ses propres|lieux? (?:indique|designe|convenu|mentionne)|cette|"
    r"cet |contrat|autonomie|le cadre|qualite|exclusivite|temps|respect|mieux|delai|forfait|aucun|"
    r"l'entreprise de|vertu|collaboration|article|annexe|cours|fonction|informe|accord avec|"
    r"maximum|compte |l'execution|toute |pleine )"
)
# « à l’adresse suivante : »
_FOLLOWING = kept_pattern(
    r"(?:(?:[àÀ]|[Aa]ux?|[Ss]ur|[Dd]ans|[Cc]hez|[Ee]n)\s)?(?:l[ae]s?\s|l[’'])?"
    r"(?:adresses?|lieux?|sites?|loca(?:l|ux)|endroits?|établissements?|chantiers?)\s"
    r"(?:suivante?s?|ci-(?:après|dessous))[^:\n]{0,20}:\s*"
)
_PLACE = kept_pattern(r"\d{5}|(?<![\w’'])[A-ZÀ-Ý][\w-]{2,}")


def read_place(passage: Passage) -> Span | None:
    """Where the work is done: the words after the first preposition that names a place."""
    if passage.labelled:
        line = passage.text.find("\n", passage.start, passage.end)
        return _trimmed(passage.text, (passage.start, line if line >= 0 else passage.end))
    for match in _PREPOSITION.finditer(passage.text, passage.after - 1, passage.end):
        named_by_preposition = plain(match[1]) in _KEPT_PREPOSITIONS
        start = match.start(1) if named_by_preposition else match.end()
        end = _PLACE_END.search(passage.text, match.end(), passage.end)
        span = (start, end.start() if end else passage.end)
        words = passage.text[match.end() : span[1]]
        named = any(plain(word) not in _COMMON for word in _PLACE.findall(words))
        if named and not _VAGUE.search(plain(words)[:60]):
            said = _FOLLOWING.match(passage.text, *span)
            return _trimmed(passage.text, (said.end() if said else start, span[1]))
    return None


_TOWN = (
    r" (?:de(?: la)?|du|des|d[’']|de l[’'])(?: ?[(\[][^)\]]{2,20}[)\]]|"
    r" ?(?:La |Le |Les |L[’'])?[A-ZÀ-Ý][\w’-]+(?:[ -][A-ZÀ-Ý][\w’-]+)*)| [(\[][^)\]]{2,20}[)\]]"
)
_COURT = kept_pattern(
    r"(?:[Tt]ribuna(?:l|ux)|TRIBUNA(?:L|UX)|[Cc]onseil de [Pp]rud|[Cc]our d[’']appel|"
    r"[Jj]uridictions? (?:de|du)|[Cc]hambre commerciale)(?: (?:d[eu]s?(?= [a-z]|"
    r" Commerce| Grande| Prud| Activit)|[Jj]udiciaire|[Cc]ommerce|COMMERCE|[Gg]rande|[Ii]nstance|"
    r"[Aa]ctivit[ée]s|[ÉéEe]conomiques|[Aa]dministratif|comp[ée]tents?|ressort|si[èe]ge))*"
    r"(?:[’']hommes)?(?: comp[ée]tents?)?"
    rf"(?P<town>{_TOWN})?"
)


def read_court(passage: Passage) -> Span | None:
    """The court that the contract names, with its town if it gives one; « le tribunal » is none."""
    best: tuple[int, Span] | None = None
    for match in _COURT.finditer(passage.text, passage.start, passage.end):
        if " " not in match.group():
            continue
        rank = 0 if match["town"] else 1
        if best is None or rank < best[0]:
            best = (rank, match.span())
    return _trimmed(passage.text, best[1]) if best else None


_INDEX = kept_pattern(
    r"syntec|icht[ -]?(?:rev[ -]?)?ts\d?|smic|"
    r"salaire minimum (?:interprofessionnel )?de croissance|"
    r"plafond (?:mensuel |annuel )?de la securite sociale|"
    r"indices? (?:(?:du|de la|des|de l'|d'|de) )?(?:prix|cout|salaires?|loyers?|insee|inflation)"
    r"[a-z' -]{0,60}?(?= publie|,|\.|;|\(|$)|inflation|insee"
)
_NAMED_INDEX = kept_pattern(r"indice (?:d[eu]s? |«\s?)?([A-Z][\w-]+(?: [A-Z][\w-]+)*)")


def read_index(passage: Passage) -> Span | None:
    """The name of a price index, known or introduced by « indice »."""
    match = _INDEX.search(plain(passage.text), passage.start, passage.end)
    if match:
        return match.span()
    found = _NAMED_INDEX.search(passage.text, passage.start, passage.end)
    return found.span(1) if found else None


_AREA = kept_pattern(
    r"(?:sur|dans|en|a) (?P<area>(?:l'ensemble d[eu] |tout(?:e)? )?(?:l[ea]s? |l'|un )?"
    r"(?:territoire|france|region|departement|rayon|zone|europe|union europeenne|ile-de-france|"
    r"ville|metropole|agglomeration|secteur geographique|pays|monde)[^,;.(\n]{0,60})"
)
_AREA_END = kept_pattern(
    r" (?:de (?:travailler|exercer|s'interesser|creer|participer)|pour |a compter|pendant|"
    r"directement|toute |et ce |et pour|d'exercer|au cours|durant|aupres)"
)


def read_area(passage: Passage) -> Span | None:
    """The area that a clause covers: « tout le territoire français », « un rayon de 50 km »."""
    text = plain(passage.text)
    match = _AREA.search(text, passage.start, passage.end)
    if match is None:
        return None
    end = _AREA_END.search(match["area"])
    stop = match.start("area") + end.start() if end else match.end("area")
    return _trimmed(passage.text, (match.start("area"), stop))


_CLAUSE_END = kept_pattern(r"[;.](?:\s|$)|\n")


def read_freely(passage: Passage) -> Span | None:
    """The words after those of the slot, up to the end of the clause."""
    start = passage.start if passage.labelled else passage.after
    end = _CLAUSE_END.search(passage.text, start, passage.end)
    return _trimmed(passage.text, (start, end.start() if end else passage.end))


READERS: Mapping[str, Reader] = {
    "nom": read_name,
    "police": read_policy,
    "lieu": read_place,
    "juridiction": read_court,
    "indice": read_index,
    "zone": read_area,
    "libre": read_freely,
    "": read_freely,
}
