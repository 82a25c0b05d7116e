"""Both contracts, in each position and with every optional clause: recognised, and without fault.

Each article is read as the clause that it was written from, no rule of severity « erreur » finds
anything, and the facts of the mission read back are the same whichever side a wording favours.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.missions import EXAMPLES, PROFIL

from clauselint.checking import check_document, select_rules
from clauselint.drafting import Draft, draft
from clauselint.library import Library, load_library
from clauselint.library.definitions import VARIANTES, Gravite
from clauselint.library.mission import read_mission
from clauselint.model import ArticleKind, Document
from clauselint.reading.understanding import understand

MISSIONS = ("mission-cdd.yaml", "mission-cdi.yaml")
OPTIONAL = (
    "definitions",
    "exclusivite",
    "indicateurs",
    "niveaux_service",
    "passage_cdi",
    "prime_performance",
    "renouvellement",
)
# Terms that no clause in favour of a side may change, for they say what was agreed.
FACTS = frozenset(
    (
        "assureur",
        "caisse_retraite",
        "date_debut",
        "date_fin",
        "date_signature",
        "duree",
        "duree_minimale",
        "forfait_jours",
        "frais_gestion",
        "garant",
        "idcc",
        "lieu_execution",
        "nombre_jours",
        "numero_police",
        "organisme_prevoyance",
        "periode_essai",
        "periodicite_cra",
        "prix_total",
        "renouvellements_max",
        "reserve_financiere",
        "salaire_brut_mensuel",
        "tjm",
    )
)
POSITIONS = [(mission, position) for mission in MISSIONS for position in VARIANTES]


@cache
def standard_library() -> Library:
    return load_library()


@cache
def contracts(mission: str, position: str) -> tuple[tuple[Draft, Document], ...]:
    """Both contracts of an example in `position`, with every optional clause, as drafted and read.

    Without a position, the example as it is.
    """
    wishes = "".join(f"  {clause}: oui\n" for clause in OPTIONAL)
    text = (EXAMPLES / mission).read_text(encoding="utf-8")
    text = text.replace("profils/hauterive-portage.yaml", str(PROFIL))
    if position:
        text = f"position: {position}\n{text}".replace("\nclauses:\n", f"\nclauses:\n{wishes}")
    with TemporaryDirectory() as folder:
        path = Path(folder) / mission
        path.write_text(text, encoding="utf-8")
        library = standard_library()
        drafts = draft(read_mission(path), library)
    return tuple((one, understand(one.text, library)) for one in drafts)


def facts(document: Document) -> set[tuple[str, str]]:
    return {(terme.nom, str(terme.valeur)) for terme in document.termes if terme.nom in FACTS}


def articles(contract: Draft, document: Document) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The clause that each article was written from, and the clauses read in it."""
    written = (section.clause for section in contract.sections if section.clause)
    read = (one for one in document.articles if one.kind is ArticleKind.ARTICLE)
    for clause, article in zip(written, read, strict=True):
        yield clause, (*article.clauses, *article.exclut)


@pytest.mark.parametrize(("mission", "position"), POSITIONS)
def test_every_article_is_read_as_the_clause_it_was_written_from(
    mission: str, position: str
) -> None:
    for contract, document in contracts(mission, position):
        unread = [clause for clause, read in articles(contract, document) if clause not in read]
        assert unread == []


@pytest.mark.parametrize(("mission", "position"), POSITIONS)
def test_no_position_gives_an_erreur(mission: str, position: str) -> None:
    rules = select_rules(standard_library().rules, (), ())
    for _, document in contracts(mission, position):
        results, failures = check_document(document, rules)
        assert not failures
        erreurs = [one for one in results if one.rule.gravite is Gravite.ERREUR and one.findings]
        assert erreurs == []


@pytest.mark.parametrize(("mission", "position"), POSITIONS)
def test_the_facts_of_the_mission_are_read_alike_in_every_position(
    mission: str, position: str
) -> None:
    for (_, plain), (_, sided) in zip(
        contracts(mission, ""), contracts(mission, position), strict=True
    ):
        assert facts(sided) == facts(plain)
