"""What expressions can say: names, functions, attributes and tests, with the kind of each value.

A kind is `document`, `terme:duree`, `clause`, `fait`, `partie`, a type of the vocabulary, `texte`,
`booleen`, `liste:KIND`, or empty when it can't be known before a contract is read.
The table is that of docs/architecture.md; checking gives the functions and tests their meaning.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

__all__ = [
    "ATTRIBUTES",
    "COMPARISONS",
    "DOSSIER_FUNCTIONS",
    "FILTER_KINDS",
    "FUNCTIONS",
    "PASSAGES",
    "QUANTITIES",
    "TESTS",
    "VIEWS",
    "Signature",
    "attributes_of",
    "tests_of",
]


class Signature(Struct, frozen=True):
    """The kinds of a function's arguments and of its result.

    An argument starting with `=` is a name between quotes: of a term, a clause, a fact, a party;
    or a day, an amount, a rate to be read.
    """

    arguments: tuple[str, ...]
    result: str


FUNCTIONS: Mapping[str, Signature] = {
    "terme": Signature(("=terme",), "terme"),
    "clause": Signature(("=clause",), "clause"),
    "clause_du_dossier": Signature(("=clause", "=document"), "clause"),
    "dossier_contient": Signature(("=document",), "booleen"),
    "fait": Signature(("=fait",), "fait"),
    "partie": Signature(("=partie",), "partie"),
    "mois": Signature(("entier",), "duree"),
    "semaines": Signature(("entier",), "duree"),
    "jours": Signature(("entier",), "duree"),
    "jour": Signature(("=jour",), "date"),
    "euros": Signature(("=nombre",), "montant"),
    "pourcent": Signature(("=nombre",), "pourcentage"),
    "ajouter": Signature(("date", "duree"), "date"),
    "dernier_jour": Signature(("date", "duree"), "date"),
    "jours_ouvrables_apres": Signature(("date", "entier"), "date"),
    "minimum_conventionnel": Signature((), "paie_minimale"),
    "smic_du_contrat": Signature((), "montant"),
    "valeur_legale": Signature(("=table", "date"), ""),
    "jours_semaine_faux": Signature((), "liste:date_dite"),
    "periodes": Signature((), "liste:periode"),
    "duree_du_contrat": Signature((), "duree"),
    "ecarts_de_prix": Signature((), "liste:ecart_prix"),
    "devises": Signature((), "liste:devise_dite"),
    "mois_de_base": Signature((), "date"),
    "passages": Signature(("=passages",), "liste:passage"),
    "citations": Signature((), "liste:citation"),
    "citations_modifiees": Signature((), "liste:citation"),
    "articles_modifies": Signature((), "liste:texte"),
    "denominations_anciennes": Signature((), "liste:denomination"),
    "identifiants": Signature((), "liste:identifiant"),
}

# What reads no document, and serves rules of both kinds.
_PLAIN = (
    "mois",
    "semaines",
    "jours",
    "jour",
    "euros",
    "pourcent",
    "ajouter",
    "dernier_jour",
    "jours_ouvrables_apres",
    "valeur_legale",
)

DOSSIER_FUNCTIONS: Mapping[str, Signature] = {
    **{name: FUNCTIONS[name] for name in _PLAIN},
    "terme_de": Signature(("=cote", "=terme"), "terme"),
    "clause_de": Signature(("=cote", "=clause"), "clause"),
    "fait_de": Signature(("=cote", "=fait"), "fait"),
    "partie_de": Signature(("=cote", "=partie"), "partie"),
    "contrat": Signature(("=cote",), "contrat"),
    "existe": Signature(("=cote",), "booleen"),
    "avenants": Signature((), "liste:avenant"),
    "avenants_de": Signature(("=cote",), "liste:avenant"),
    "terme_dans": Signature(("avenant", "=terme"), "terme"),
    "clause_dans": Signature(("avenant", "=clause"), "clause"),
    "fait_dans": Signature(("avenant", "=fait"), "fait"),
    "partie_dans": Signature(("avenant", "=partie"), "partie"),
    "renvois": Signature((), "liste:renvoi"),
}
"""The functions of rules about a dossier: the terms in force on each side, and the amendments."""

ATTRIBUTES: Mapping[str, Mapping[str, str]] = {
    "contrat": {"type": "type_document", "date": "date", "titre": "texte", "portage": "booleen"},
    "avenant": {
        "cote": "texte",
        "rang": "entier",
        "date": "date",
        "titre": "texte",
        "orphelin": "booleen",
        "fin_precedente": "date",
        "fin": "date",
        "prolonge": "booleen",
        "prolongations": "entier",
        "tardif": "booleen",
    },
    "renvoi": {
        "texte": "texte",
        "ecrit": "texte",
        "vrai": "texte",
        "juste": "booleen",
        "cible": "contrat",
    },
    "document": {
        "type": "type_document",
        "portage": "booleen",
        "porte_sur": "type_document",
        "date": "date",
        "titre": "texte",
    },
    "terme": {"nom": "texte", "texte": "texte", "derive": "booleen"},
    "clause": {},
    "fait": {"texte": "texte", "durees": "liste:duree"},
    "partie": {
        "nom": "texte",
        "adresse": "texte",
        "siren": "texte",
        "siret": "texte",
        "forme": "texte",
        "representant": "texte",
        "appellation": "texte",
    },
    "date": {},
    "duree": {
        "mois": "entier",
        "jours": "entier",
        "heures": "entier",
        "decompte": "texte",
        "illimitee": "booleen",
    },
    "montant": {"montant": "nombre", "devise": "texte", "taxe": "texte"},
    "pourcentage": {"valeur": "nombre"},
    "delai_paiement": {"jours": "entier", "depart": "texte", "fin_de_mois": "booleen"},
    "taux_penalites": {
        "base": "texte",
        "facteur": "nombre",
        "points": "nombre",
        "taux": "nombre",
    },
    "date_dite": {
        "valeur": "date",
        "jour_semaine": "entier",
        "vrai_jour": "texte",
        "texte": "texte",
    },
    "passage": {"texte": "texte", "nombre": "entier", "detail": "texte"},
    "periode": {"debut": "date", "fin": "date", "duree": "duree", "texte": "texte"},
    "citation": {
        "code": "texte",
        "article": "texte",
        "base": "entier",
        "etat": "texte",
        "texte": "texte",
        "remplace_par": "texte",
        "depuis": "date",
        "ecarte": "booleen",
    },
    "denomination": {"texte": "texte", "actuel": "texte", "depuis": "date"},
    "identifiant": {
        "nature": "texte",
        "texte": "texte",
        "valeur": "texte",
        "juste": "booleen",
        "siren": "texte",
        "siren_voisin": "texte",
    },
    "paie_minimale": {
        "comparee": "montant",
        "exigee": "montant",
        "part": "pourcentage",
        "classe": "texte",
    },
    "ecart_prix": {"calcul": "texte", "attendu": "montant", "ecrit": "montant"},
    "devise_dite": {"devise": "texte", "texte": "texte"},
    "nombre": {},
    "entier": {},
    "texte": {},
    "type_document": {},
    "booleen": {},
    "liste": {},
}

VIEWS = frozenset({"avenant", "clause", "contrat", "document", "fait", "partie", "renvoi", "terme"})
"""Kinds that stand for a part of the document: they can be tested, not compared or added."""

PASSAGES = frozenset(
    """annexes_absentes appellations_doubles articles_vides champs_vides definitions_fautives
    exemplaires_insuffisants nombres_discordants numeros_fautifs renvois_casses residus revisions
    signatures_manquantes termes_flous textes_caches""".split()  # noqa: SIM905
)
"""What `passages('…')` finds."""

QUANTITIES = frozenset(
    {"date", "duree", "montant", "pourcentage", "delai_paiement", "taux_penalites"}
)
"""Kinds that compare with their own kind only."""

_KNOWN = ("connu", "connue", "inconnu", "inconnue")
_PRESENT = ("present", "presente", "absent", "absente")

TESTS: Mapping[str, tuple[str, ...]] = {
    "document": (),
    "terme": _KNOWN,
    "partie": _KNOWN,
    "clause": (*_PRESENT, "exclue"),
    "fait": _PRESENT,
    "contrat": _KNOWN,
    "avenant": (),
    "renvoi": (),
}
"""The tests of each kind; values of any other kind may be asked whether they are known."""

COMPARISONS: Mapping[str, tuple[str, ...]] = {
    "meme_que": ("terme", "partie"),
    "meme_societe_que": ("texte",),
    "meme_personne_que": ("texte",),
    "meme_adresse_que": ("texte",),
    "meme_texte_que": ("texte",),
}
"""The tests that take the other value between parentheses, and the kinds that they compare: what
is written otherwise and means the same is the same. `meme_que` compares as the term or party is."""

FILTER_KINDS: Mapping[str, str] = {
    "enumerer": "texte",
    "first": "element",
    "join": "texte",
    "last": "element",
    "length": "entier",
    "max": "element",
    "min": "element",
}
"""The filters, and what they give: `element` is the kind of the list's elements."""


def attributes_of(kind: str) -> Mapping[str, str]:
    """The attributes of a value of `kind`, with their kinds; all of them when it is not known."""
    name, _, inner = kind.partition(":")
    if not name:
        everything = {attr for table in ATTRIBUTES.values() for attr in table}
        return dict.fromkeys((*everything, "valeur", "valeurs"), "")
    if name == "terme":
        value = {"valeur": inner, "valeurs": f"liste:{inner}" if inner else "liste"}
        return {**ATTRIBUTES["terme"], **value}
    return ATTRIBUTES[name]


def tests_of(kind: str) -> tuple[str, ...]:
    """The tests that a value of `kind` admits."""
    name = kind.partition(":")[0]
    return TESTS.get(name, (*_KNOWN, *_PRESENT, "exclue") if not name else _KNOWN)
