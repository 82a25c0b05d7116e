"""What a library holds: clauses, rules, templates and law, as the rest of the program sees them.

Frozen and typed; made from YAML by `library.load`, never from dicts elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from clauselint.library.cues import Cue
from clauselint.library.expressions import Expression
from clauselint.model import DocumentType

__all__ = [
    "EQUILIBREE",
    "MOTIFS",
    "VARIANTES",
    "Clause",
    "ClauseExample",
    "Constat",
    "FaitSlot",
    "Fondement",
    "Gravite",
    "Indice",
    "Lien",
    "Message",
    "MessageTemplate",
    "Outcome",
    "Parametre",
    "Portee",
    "Reconnaissance",
    "Rule",
    "RuleExample",
    "TermeSlot",
    "TermeType",
    "Variante",
]


EQUILIBREE = "equilibree"
"""The variant that serves when nothing else is asked for, and where another has no text."""

VARIANTES = (EQUILIBREE, "client", "portage")
"""The variants of the standard library: balanced, or in favour of either company."""


class Gravite(StrEnum):
    ERREUR = "erreur"
    AVERTISSEMENT = "avertissement"
    INFO = "info"


class Outcome(StrEnum):
    """What a rule says of a document."""

    CONFORME = "conforme"
    NON_CONFORME = "non_conforme"
    SANS_OBJET = "sans_objet"
    INDETERMINE = "indetermine"


class Portee(StrEnum):
    """How far apart the groups of a cue may stand."""

    PHRASE = "phrase"
    PARAGRAPHE = "paragraphe"
    ARTICLE = "article"


class TermeType(StrEnum):
    DATE = "date"
    DUREE = "duree"
    MONTANT = "montant"
    POURCENTAGE = "pourcentage"
    DELAI_PAIEMENT = "delai_paiement"
    TAUX_PENALITES = "taux_penalites"
    NOMBRE = "nombre"
    ENTIER = "entier"
    TEXTE = "texte"


class Fondement(Struct, frozen=True):
    """A legal basis: « C. trav. » L1254-15 1° i), in force since `depuis`."""

    texte: str
    article: str
    division: str = ""
    depuis: date | None = None
    jusqua: date | None = None
    id: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.texte, self.article, self.division) if part)


class Indice(Struct, frozen=True):
    cue: Cue
    portee: Portee = Portee.PHRASE


class FaitSlot(Struct, frozen=True):
    """A named statement: true in a document where one of `indices` is found.

    `dans` limits it to articles that bear one of these kinds (empty: anywhere).
    """

    nom: str
    indices: tuple[Indice, ...]
    dans: tuple[str, ...] = ()


# What a slot may ask of its values, by type; `reading` honours them.
MOTIFS: Mapping[TermeType, tuple[str, ...]] = {
    TermeType.TEXTE: ("nom", "police", "lieu", "juridiction", "indice", "zone", "libre"),
    TermeType.DATE: ("debut", "fin"),
    TermeType.DUREE: ("periodicite", "sans_fin"),
    TermeType.ENTIER: ("code",),
    TermeType.MONTANT: ("journalier",),
}


class TermeSlot(Struct, frozen=True):
    """How a term's value is found: its type, the words that stand near it, where to look.

    Of all values of its type in a sentence, the term takes the one nearest to its cue; of all
    cues near a value, the nearest wins. `exclure` are words whose presence in the sentence rules
    it out. `dans` limits it to articles that bear one of these kinds; `documents` to these types.
    `plusieurs` keeps every value found, else the nearest. `motif` (see `MOTIFS`) names the reader
    of a `texte`, or says which values are taken: the first or the last day of a period, rhythms
    only, also perpetual durations, amounts by the day, numbers without a unit.
    """

    nom: str
    type: TermeType
    indices: tuple[Cue, ...] = ()
    exclure: tuple[Cue, ...] = ()
    dans: tuple[str, ...] = ()
    documents: tuple[DocumentType, ...] = ()
    plusieurs: bool = False
    motif: str = ""


class Reconnaissance(Struct, frozen=True):
    titres: tuple[Cue, ...] = ()
    indices: tuple[Indice, ...] = ()
    exclusions: tuple[Indice, ...] = ()
    faits: tuple[FaitSlot, ...] = ()
    termes: tuple[TermeSlot, ...] = ()


class Parametre(Struct, frozen=True):
    """A value that a mission may give to a clause; `defaut`, `min`, `max` as written in YAML."""

    nom: str
    type: TermeType
    defaut: str | None = None
    min: str | None = None
    max: str | None = None
    pourquoi: str = ""


class Variante(Struct, frozen=True):
    """One wording of a clause; `textes` maps a document type to a Jinja text.

    `defauts` gives the parameters another value when the mission says none. `concede`, `accepter`
    and `repli` tell a negotiator what it gives up, when to take it and what to fall back on.
    """

    nom: str
    textes: Mapping[DocumentType, str]
    defauts: Mapping[str, str] = field(default_factory=dict)
    concede: str = ""
    accepter: str = ""
    repli: str = ""


class Lien(Struct, frozen=True):
    """A clause that another one requires or excludes, in the same contract or, when `miroir`, in
    the other contract of the mission. `quand` is a condition in Jinja, empty for always.
    """

    clause: str
    pourquoi: str
    miroir: bool = False
    quand: str = ""


class ClauseExample(Struct, frozen=True):
    """A text in the notation of `reading.notation`, and what is to be read in it."""

    texte: str
    documents: tuple[DocumentType, ...]
    outcome: str
    termes: Mapping[str, str]


class Clause(Struct, frozen=True):
    kind: str
    titre: str
    documents: tuple[DocumentType, ...]
    fondement: tuple[Fondement, ...]
    reconnaitre: Reconnaissance
    parametres: tuple[Parametre, ...] = ()
    variantes: tuple[Variante, ...] = ()
    exige: tuple[Lien, ...] = ()
    exclut: tuple[Lien, ...] = ()
    exemples: tuple[ClauseExample, ...] = ()

    def variante(self, nom: str) -> Variante | None:
        return next((found for found in self.variantes if found.nom == nom), None)

    def wording(self, variante: str, document: DocumentType) -> tuple[str, str] | None:
        """The text for `document` and the variant that gives it: `variante`, else `equilibree`."""
        for nom in (variante, EQUILIBREE):
            found = self.variante(nom)
            text = found.textes.get(document) if found else None
            if text is not None:
                return text, nom
        return None

    @property
    def redigee(self) -> tuple[DocumentType, ...]:
        """The types of document that a variant has a text for."""
        written = {kind for variante in self.variantes for kind in variante.textes}
        return tuple(kind for kind in DocumentType if kind in written)


class Message(Struct, frozen=True):
    """What a finding says, in both languages."""

    fr: str
    en: str


class MessageTemplate(Struct, frozen=True):
    """A message whose places `{{ … }}` are filled from the document."""

    fr: Expression
    en: Expression


class Constat(Struct, frozen=True):
    """One way a rule can fail: when `si` is true, `message` is said, pointing at `ou`.

    `ou` gives a term, a clause, a fact or a party; `contre`, in a rule about a dossier, what
    contradicts it in another document. With `pour_chaque`, the rest is read once for each of its
    elements, which is called `element`.
    """

    si: Expression
    message: MessageTemplate
    ou: Expression | None = None
    pour_chaque: Expression | None = None
    contre: Expression | None = None


class RuleExample(Struct, frozen=True):
    """A text and what its rule says of it; `piege` tells what in it would mislead a hasty reader.

    Only an example that is no finding may be a `piege`: a hard negative. Of a rule about a dossier,
    `parts` are the texts of the contracts by what they are (`travail`, `prestation`, `avenant 1`),
    and `texte` all of them, to be shown.
    """

    outcome: Outcome
    texte: str
    document: DocumentType | None = None
    date: date | None = None
    message: str = ""
    piege: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)


class Rule(Struct, frozen=True):
    """A rule as its YAML file says it; `quand` false means `sans objet`, None means always.

    `condition` is `quand` in plain words, for whoever reads about the rule. `of_dossier` marks one
    that is run once on all contracts of a mission, where one of them is of its `documents`.
    """

    id: str
    gravite: Gravite
    documents: tuple[DocumentType, ...]
    portage: bool | None
    fondement: tuple[Fondement, ...]
    sanction: tuple[Fondement, ...]
    titre: str
    quand: Expression | None
    constats: tuple[Constat, ...]
    conseil: str
    pourquoi: str
    corrige: str
    exemples: tuple[RuleExample, ...]
    condition: str = ""
    of_dossier: bool = False

    @property
    def famille(self) -> str:
        return self.id.partition("/")[0]
