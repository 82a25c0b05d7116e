"""The functions that expressions may call: quantities, the calendar, and what data can't say.

Those that read the document are bound to it by `functions_for`; each is small, pure and named in
docs/architecture.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from clauselint.checking.once import Once
from clauselint.checking.passages.passage import Passage
from clauselint.checking.periods import (
    Periode,
    length_of_contract,
    lengths_in,
    stated_periods,
)
from clauselint.checking.views import (
    ClauseView,
    DocumentView,
    FactView,
    PartyView,
    TermView,
    Trace,
    Unknown,
)
from clauselint.model import (
    DateStated,
    Document,
    Duree,
    Montant,
    Pourcentage,
    Role,
    ajouter,
    dernier_jour,
)
from clauselint.model.francais import en_francais

__all__ = ["PLAIN_FUNCTIONS", "functions_for", "jours_ouvrables_apres"]


def jours_ouvrables_apres(jour: date, nombre: int) -> date:
    """The last of the `nombre` jours ouvrables that follow `jour`.

    Every day but Sundays and public holidays of metropolitan France (C. trav. L3133-1) counts.
    """
    import holidays  # noqa: PLC0415 (77 ms, and needed only when a delay is near)

    public = holidays.country_holidays("FR", years=range(jour.year, jour.year + 2))
    left, current = nombre, jour
    while left:
        current += timedelta(days=1)
        if current.weekday() != 6 and current not in public:
            left -= 1
    return current


def _mois(nombre: int) -> Duree:
    return Duree(mois=nombre)


def _semaines(nombre: int) -> Duree:
    return Duree(jours=7 * nombre)


def _jours(nombre: int) -> Duree:
    return Duree(jours=nombre)


def _euros(montant: str) -> Montant:
    return Montant(Decimal(montant))


def _pourcent(valeur: str) -> Pourcentage:
    return Pourcentage(Decimal(valeur))


def valeur_legale(nom: str, jour: date) -> Montant | Pourcentage | Unknown:
    """The figure of the law `nom` on `jour`; unknown, with its name and day, off its table."""
    from clauselint.library.law_tables import law_table  # noqa: PLC0415 - few rules ask for it

    table = law_table(nom)
    return table.on(jour) or Unknown(f"{table.titre} au {en_francais(jour)}")


PLAIN_FUNCTIONS: dict[str, Callable[..., object]] = {
    "mois": _mois,
    "semaines": _semaines,
    "jours": _jours,
    "jour": date.fromisoformat,
    "euros": _euros,
    "pourcent": _pourcent,
    "ajouter": ajouter,
    "dernier_jour": dernier_jour,
    "jours_ouvrables_apres": jours_ouvrables_apres,
    "valeur_legale": valeur_legale,
}


def functions_for(
    document: Document, trace: Trace, once: Once, dossier: Sequence[Document] = ()
) -> dict[str, object]:
    """The names an expression finds in a document; what it looks at is noted in `trace`.

    `once` holds what all rules share; `dossier` are the other contracts of the same mission: no
    finding points into them.
    """

    def terme(nom: str) -> TermView:
        found = tuple(terme for terme in document.termes if terme.nom == nom)
        view = TermView(nom, found)
        trace.saw_term(nom, view.place)
        return view

    def clause(kind: str) -> ClauseView:
        view = ClauseView(kind, tuple(found for found in document.clauses if found.kind == kind))
        trace.saw(view.place)
        return view

    def clause_du_dossier(kind: str, type_document: str) -> ClauseView:
        found = [
            clause for other in dossier if other.type == type_document for clause in other.clauses
        ]
        return ClauseView(kind, tuple(clause for clause in found if clause.kind == kind))

    def dossier_contient(type_document: str) -> bool:
        return any(other.type == type_document for other in dossier)

    def fait(nom: str) -> FactView:
        found = next((fact for fact in document.faits if fact.nom == nom), None)
        view = FactView(nom, found, lengths_in(document, found.place) if found else ())
        trace.saw(view.place)
        return view

    def partie(role: str) -> PartyView:
        found = next((party for party in document.parties if party.role == role), None)
        view = PartyView(Role(role), found)
        trace.saw(view.place)
        return view

    def jours_semaine_faux() -> tuple[DateStated, ...]:
        return tuple(
            stated
            for stated in document.dates
            if stated.jour_semaine is not None and stated.jour_semaine != stated.valeur.weekday()
        )

    def periodes() -> tuple[Periode, ...]:
        return stated_periods(document)

    def passages(nom: str) -> tuple[Passage, ...]:
        from clauselint.checking.passages import find_passages  # noqa: PLC0415 - few rules ask

        return find_passages(document, nom, once.analysis)

    def duree_du_contrat() -> object:
        return length_of_contract(
            terme("duree"), terme("date_debut"), terme("date_fin"), terme("duree_minimale")
        )

    def minimum_conventionnel() -> object:
        from clauselint.checking import pay  # noqa: PLC0415 - one rule asks for it

        terme("salaire_brut_mensuel")
        return pay.minimum_conventionnel(document)

    def smic_du_contrat() -> object:
        from clauselint.checking import pay  # noqa: PLC0415 - one rule asks for it

        return pay.smic_du_contrat(document)

    def ecarts_de_prix() -> object:
        from clauselint.checking.prices import price_gaps  # noqa: PLC0415 - one rule asks for it

        return price_gaps(document, terme("tjm"), terme("nombre_jours"), terme("prix_total"))

    def devises() -> object:
        from clauselint.checking.currencies import (  # noqa: PLC0415 - one rule asks for it
            stated_currencies,
        )

        return stated_currencies(document)

    def mois_de_base() -> object:
        from clauselint.checking.index_base import base_of_index  # noqa: PLC0415 - two rules ask

        return base_of_index(document)

    return {
        **PLAIN_FUNCTIONS,
        "document": DocumentView(document),
        "terme": terme,
        "clause": clause,
        "clause_du_dossier": clause_du_dossier,
        "dossier_contient": dossier_contient,
        "fait": fait,
        "partie": partie,
        "jours_semaine_faux": jours_semaine_faux,
        "periodes": periodes,
        "citations": lambda: once.citations,
        "citations_modifiees": lambda: tuple(cited for cited, _ in once.modified),
        "articles_modifies": lambda: tuple(name for _, name in once.modified),
        "denominations_anciennes": lambda: once.old_names,
        "identifiants": lambda: once.identifiers,
        "duree_du_contrat": duree_du_contrat,
        "ecarts_de_prix": ecarts_de_prix,
        "devises": devises,
        "mois_de_base": mois_de_base,
        "minimum_conventionnel": minimum_conventionnel,
        "smic_du_contrat": smic_du_contrat,
        "passages": passages,
        "inconnu": Unknown,
    }
