"""The role of a party, from the words a contract uses for it and the kind of contract."""

from __future__ import annotations

from collections.abc import Collection

from clauselint.model import DocumentType, Role, TypeFound
from clauselint.model.folding import fold

__all__ = [
    "PORTED",
    "calls_client",
    "client_words",
    "expected_roles",
    "is_detail_label",
    "is_name_label",
    "is_person_label",
    "is_pronoun",
    "is_work",
    "names_a_role",
    "opens_with_role",
    "role_said",
]

# What the person of a portage contract is called.
PORTED = ("salarie porte", "salariee portee", "consultant porte", "consultante portee")

_PORTAGE = ("portage", "eps")
_CLIENT = (
    "client", "donneur d ordre", "donneuse d ordre", "beneficiaire", "commanditaire",
    "maitre d ouvrage", "utilisatrice",
)  # fmt: skip
_EMPLOYER = ("employeur", "employeuse")
_PROVIDER = ("prestataire", "fournisseur", "sous traitant", "freelance", "independant")
_WORKER = ("salarie", "porte", "consultant", "collaborat", "intervenant", "employe")

_PRONOUNS = ("nous", "vous")

_FILLERS = frozenset(
    ("le", "la", "l", "e", "de", "du", "des", "entreprise", "societe", "salarial", "nom")
)
_INTRODUCING = frozenset(
    ("identite", "coordonnees", "designation", "presentation", "raison", "sociale",
     "denomination", "prenom", "prenoms", "et", "un", "une", "notre", "votre")
)  # fmt: skip
_LONGEST_LABEL = 5  # words
_PERSON_LABELS = ("nom et prenom", "prenom et nom", "prenom nom", "nom prenom")
_NAME_LABELS = (
    *_PERSON_LABELS,
    "denomination", "raison sociale", "nom", "societe", "entreprise", "identite", "nom et prenom",
    "prenom et nom", "nom de la societe", "denomination sociale", "nom complet",
)  # fmt: skip
_DETAIL_LABELS = (
    "siege", "adresse", "domicile", "immatriculation", "rcs", "r c s", "siren", "siret", "registre",
    "represent", "capital", "forme", "statut", "tva", "signataire", "gerant", "president", "numero",
    "code ape", "code naf", "ape", "naf", "greffe",
)  # fmt: skip


def is_work(found: TypeFound) -> bool:
    """Whether the document is a work contract or amends one, or prepares one (convention)."""
    kind = found.porte_sur if found.type is DocumentType.AVENANT else found.type
    return kind in (DocumentType.CDD, DocumentType.CDI, DocumentType.CONVENTION)


def role_said(words: str, found: TypeFound, *, person: bool) -> Role | None:
    """The role that `words` (folded: an appellation, a label, a name) give a party, or None."""

    def says(roots: Collection[str]) -> bool:
        return any(f" {root}" in f" {words}" for root in roots)

    if says(_PORTAGE) and not person:
        return Role.ENTREPRISE_DE_PORTAGE
    if says(_CLIENT):
        return Role.ENTREPRISE_CLIENTE
    if says(_EMPLOYER) or (not person and is_work(found) and _bare(words) == "societe"):
        return Role.ENTREPRISE_DE_PORTAGE if found.portage else Role.EMPLOYEUR
    if says(_PROVIDER):
        if not found.portage:
            return Role.PRESTATAIRE
        return Role.SALARIE_PORTE if person else Role.ENTREPRISE_DE_PORTAGE
    if says(_WORKER):
        if found.portage:
            return Role.SALARIE_PORTE if person else None
        return Role.SALARIE if is_work(found) else Role.PRESTATAIRE
    if is_work(found) and is_pronoun(
        words := words.strip()
    ):  # the employer writes: « nous » embauchons « vous »
        return expected_roles(found, person=words.endswith("vous"))[0]
    return None


def is_pronoun(words: str) -> bool:
    """Whether `words` (folded; a heading may precede the label) are « nous » or « vous » alone."""
    said = words.split()
    return bool(said) and all(word in _PRONOUNS for word in said)


def expected_roles(found: TypeFound, *, person: bool) -> tuple[Role, ...]:
    """The roles a contract of this kind presents, in the order in which it usually does."""
    if is_work(found):
        if person:
            return (Role.SALARIE_PORTE if found.portage else Role.SALARIE,)
        employer = Role.ENTREPRISE_DE_PORTAGE if found.portage else Role.EMPLOYEUR
        return (employer, Role.ENTREPRISE_CLIENTE)
    kind = found.porte_sur if found.type is DocumentType.AVENANT else found.type
    if kind is not DocumentType.PRESTATION:
        return ()
    if found.portage:
        worker = (Role.SALARIE_PORTE,) if person else ()
        return (*worker, Role.ENTREPRISE_DE_PORTAGE, Role.ENTREPRISE_CLIENTE)
    return (Role.PRESTATAIRE, Role.ENTREPRISE_CLIENTE)


def names_a_role(text: str) -> bool:
    """Whether `text` is the name of a role and nothing else: « LE CLIENT », « Employeur : »,
    « Nous ».
    """
    words = [word for word in fold(text).split() if word not in _FILLERS]
    if words in (["nous"], ["vous"]):
        return True
    roots = (*_PORTAGE, *_CLIENT, *_EMPLOYER, *_PROVIDER, *_WORKER)
    return 0 < len(words) <= 3 and " ".join(words).startswith(roots)


def opens_with_role(label: str) -> bool:
    """Whether `label` (folded) names a party: « 2. Identité du client »; not « Prix du client »."""
    if is_pronoun(label):
        return True
    left_out = _FILLERS | _INTRODUCING | {*_PRONOUNS}
    words = [word for word in label.split() if word not in left_out and not word.isdigit()]
    roots = (*_PORTAGE, *_CLIENT, *_EMPLOYER, *_PROVIDER, *_WORKER)
    return 0 < len(words) <= _LONGEST_LABEL and " ".join(words).startswith(roots)


def calls_client(folded: str) -> bool:
    """Whether the words of `folded` speak of the client, by any of its names."""
    return any(f" {root}" in f" {folded}" for root in _CLIENT)


def client_words() -> str:
    """A pattern of the words that name the client, for folded texts."""
    return rf"\b(?:{'|'.join(_CLIENT)})[a-z]*"


def is_name_label(label: str) -> bool:
    """Whether `label` (folded) introduces the name of a party: « Dénomination »."""
    return _bare(label) in _NAME_LABELS or is_person_label(label)


def _bare(words: str) -> str:
    """« la societe » without its article."""
    words = words.strip()
    for article in ("la ", "le ", "l ", "notre ", "votre "):
        words = words.removeprefix(article)
    return words


def is_person_label(label: str) -> bool:
    """Whether `label` (folded) introduces the name of a person: « Nom et prénom »."""
    return label.strip().startswith(_PERSON_LABELS)


def is_detail_label(label: str) -> bool:
    """Whether `label` (folded) introduces a detail of a party: « Siège », « SIREN »."""
    label = " ".join(label.split())
    return label.removeprefix("n ").startswith(_DETAIL_LABELS)
