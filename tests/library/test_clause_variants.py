"""Variants, parameters and links of clause files: what they become, what their authors are told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clauselint.library import Clause, Library, LibraryError, load_library
from clauselint.library.building import build
from clauselint.library.definitions import EQUILIBREE, VARIANTES
from clauselint.library.library import library_files
from clauselint.library.parameters import default_of, read_parameter
from clauselint.model import DocumentType, Duree

Building = Callable[[str], Clause]

CLAUSE = """\
clause: recette
titre: Recette
documents: [prestation, travail]
reconnaitre: {}
parametres:
  delai: {type: duree, defaut: 10 jours, min: 5 jours, max: 30 jours, pourquoi: "usage"}
  penalite: {type: montant, pourquoi: "facultative"}
variantes:
  equilibree:
    concede: Rien à l’une ni à l’autre.
    prestation: Le Client répond dans {{ parametres.delai | lettres }}.
    travail: Le Client prononce la recette.
  client:
    concede: Un délai
      plus long.
    accepter: Si les livrables sont longs à lire.
    repli: Quinze jours.
    defauts: {delai: 20 jours}
  portage:
    prestation: Le Client répond vite.
exige:
  - {clause: facturation, dans: miroir, quand: "document == 'cdd'", pourquoi: "Le prix suit."}
exclut:
  - {clause: facturation, dans: contrat, pourquoi: "Les deux se contredisent."}
"""
FACTURATION = """\
clause: facturation
titre: Facturation
documents: [prestation]
reconnaitre: {}
"""


@pytest.fixture
def recette(tmp_path: Path) -> Building:
    """Builds a library of two files, the first of which is given."""

    def make(text: str) -> Clause:
        (tmp_path / "clauses").mkdir()
        (tmp_path / "clauses" / "recette.yaml").write_text(text, encoding="utf-8")
        (tmp_path / "clauses" / "facturation.yaml").write_text(FACTURATION, encoding="utf-8")
        clauses, _ = build(library_files([str(tmp_path)]))
        return next(clause for clause in clauses if clause.kind == "recette")

    return make


def test_a_variant_tells_what_it_concedes_and_the_values_it_prefers(recette: Building) -> None:
    client = recette(CLAUSE).variante("client")
    assert client is not None
    assert client.concede == "Un délai plus long."
    assert (client.accepter, client.repli) == (
        "Si les livrables sont longs à lire.",
        "Quinze jours.",
    )
    assert dict(client.defauts) == {"delai": "20 jours"}


def test_a_variant_without_a_text_for_a_document_takes_the_balanced_one(recette: Building) -> None:
    clause = recette(CLAUSE)
    assert clause.wording("portage", DocumentType.PRESTATION) == (
        "Le Client répond vite.",
        "portage",
    )
    assert clause.wording("portage", DocumentType.CDD) == (
        "Le Client prononce la recette.",
        EQUILIBREE,
    )
    assert clause.wording("portage", DocumentType.NDA) is None
    assert clause.redigee == (DocumentType.CDD, DocumentType.CDI, DocumentType.PRESTATION)


def test_the_default_of_a_variant_prevails_over_that_of_the_clause(recette: Building) -> None:
    clause = recette(CLAUSE)
    delai, penalite = clause.parametres
    assert default_of(delai, clause.variante("client")) == "20 jours"
    assert default_of(delai, clause.variante("portage")) == "10 jours"
    assert default_of(penalite, clause.variante("client")) is None


def test_a_value_is_read_by_its_type_and_held_within_its_bounds(recette: Building) -> None:
    delai, _ = recette(CLAUSE).parametres
    assert read_parameter(delai, "30 jours") == Duree(jours=30)
    with pytest.raises(ValueError, match="« 31 jours » est hors des bornes de la clause : au moins "
                       r"5 jours et au plus 30 jours \(usage\)"):  # fmt: skip
        read_parameter(delai, "31 jours")
    with pytest.raises(ValueError, match="n’est pas une durée"):
        read_parameter(delai, "bientôt")


def test_the_links_of_a_clause_say_where_when_and_why(recette: Building) -> None:
    clause = recette(CLAUSE)
    ((exige,), (exclut,)) = clause.exige, clause.exclut
    assert (exige.clause, exige.miroir, exige.quand, exige.pourquoi) == (
        "facturation",
        True,
        "document == 'cdd'",
        "Le prix suit.",
    )
    assert (exclut.clause, exclut.miroir, exclut.quand) == ("facturation", False, "")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "defaut: 10 jours",
            "defaut: 40 jours",
            "6:32: parametres.delai.defaut : « 40 jours » est hors des bornes de la clause : au "
            "moins 5 jours et au plus 30 jours (usage).",
        ),
        (
            "min: 5 jours",
            "min: 5",
            "6:47: parametres.delai.min : « 5 » n’est pas une durée : écrire un nombre et une "
            "unité, soit 6 mois ou 3 ans.",
        ),
        (
            "{delai: 20 jours}",
            "{delais: 20 jours}",
            "18:15: variantes.client.defauts.delais : « delais » n’est pas un paramètre de la "
            "clause. Vouliez-vous dire « delai » ?",
        ),
        (
            "{delai: 20 jours}",
            "{delai: 2 mois}",
            "18:22: variantes.client.defauts.delai : « 2 mois » est hors des bornes de la clause "
            ": au moins 5 jours et au plus 30 jours (usage).",
        ),
        (
            "  client:",
            "  clients:",
            "13:3: variantes.clients : « clients » se confond avec une variante de la bibliothèque "
            "; changer de nom. Vouliez-vous dire « client » ?",
        ),
        (
            "    prestation: Le Client répond vite.\n",
            "    concede: Rien.\n",
            "19:3: variantes.portage : cette variante n’a ni texte ni valeurs à elle ; en donner, "
            "ou l’ôter.",
        ),
        (
            "  equilibree:",
            "  maison:",
            "8:1: variantes : la variante « equilibree » manque : c’est elle qui est écrite par "
            "défaut.",
        ),
        (
            "{clause: facturation, dans: miroir",
            "{clause: facturatoin, dans: miroir",
            "22:14: exige.1.clause : « facturatoin » n’est pas une sorte de clause. Vouliez-vous "
            "dire « facturation » ?",
        ),
        (
            "{clause: facturation, dans: miroir",
            "{clause: prix, dans: miroir",
            "22:14: exige.1.clause : la bibliothèque n’a pas de clause « prix ».",
        ),
        (
            "{clause: facturation, dans: contrat",
            "{clause: recette, dans: contrat",
            "24:14: exclut.1.clause : la clause parle ici d’elle-même, dans le même contrat ; ôter "
            "ce lien.",
        ),
        (
            "dans: miroir",
            "dans: mirroir",
            "22:33: exige.1.dans : « mirroir » n’est pas attendu ici ; attendu : contrat ou "
            "miroir. Vouliez-vous dire « miroir » ?",
        ),
    ],
)
def test_a_fault_of_a_variant_or_a_link_is_shown_where_it_is(
    recette: Building, old: str, new: str, message: str
) -> None:
    text = CLAUSE.replace(old, new, 1)
    assert text != CLAUSE
    with pytest.raises(LibraryError) as caught:
        recette(text)
    assert str(caught.value).splitlines()[0] == f"clauses/recette.yaml:{message}"


def test_a_variant_of_ones_own_may_have_any_name_that_is_not_a_misspelling(
    recette: Building,
) -> None:
    clause = recette(CLAUSE.replace("  portage:", "  client_public:"))
    assert [variante.nom for variante in clause.variantes][-1] == "client_public"


def test_checking_carries_no_wording_nor_link() -> None:
    bare = load_library(whole=False).clauses.values()
    assert not any(c.variantes or c.parametres or c.exige or c.exclut for c in bare)


NEGOTIATED = (
    "confidentialite",
    "propriete_intellectuelle",
    "non_sollicitation",
    "indexation",
    "revision_prix",
    "resiliation",
    "penalites_retard",
    "recette",
    "responsabilite",
    "reversibilite",
    "escalade",
    "evolution_perimetre",
    "remplacement",
    "niveaux_service",
    "donnees_personnelles",
)


@pytest.mark.parametrize("kind", NEGOTIATED)
def test_what_is_negotiated_is_written_from_each_side(library: Library, kind: str) -> None:
    clause = library.clauses[kind]
    assert {variante.nom for variante in clause.variantes} == {*VARIANTES}
    assert all(v.concede and v.accepter and v.repli for v in clause.variantes)


def test_only_the_non_compete_has_a_variant_of_another_name(library: Library) -> None:
    other = {
        clause.kind: variante.nom
        for clause in library.clauses.values()
        for variante in clause.variantes
        if variante.nom not in VARIANTES
    }
    assert other == {"non_concurrence": "limitee"}


def test_every_parameter_of_the_standard_library_says_why(library: Library) -> None:
    parametres = [(c.kind, p) for c in library.clauses.values() for p in c.parametres]
    assert [f"{kind}.{p.nom}" for kind, p in parametres if not p.pourquoi] == []


def test_every_partial_variant_tells_how_to_negotiate_it(library: Library) -> None:
    silent = [
        f"{clause.kind}.{variante.nom}"
        for clause in library.clauses.values()
        for variante in clause.variantes
        if variante.nom != EQUILIBREE
        and not (variante.concede and variante.accepter and variante.repli)
    ]
    assert silent == []
