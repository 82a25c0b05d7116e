"""Which words a mission gets: position, variants and their values; which clauses go together."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from clauselint.drafting import Draft, IncompatibleClauses, draft
from clauselint.drafting.context import names_for
from clauselint.drafting.reglages import parametres_of
from clauselint.drafting.rendering import Source, holds
from clauselint.library import Library, LibraryError, Lien, Variante, load_library
from clauselint.library.definitions import VARIANTES
from clauselint.library.mission_model import Mission
from clauselint.model import DocumentType

CDD, PRESTATION = DocumentType.CDD, DocumentType.PRESTATION
FOUR_YEARS = "quatre (4)\u00a0ans"
WISH = "  confidentialite: {duree: 3 ans}\n"

Rewritten = Callable[..., Mission]


@pytest.fixture
def varied(library: Library) -> Library:
    """The library, its confidentiality in three variants: `client` only for the service contract,
    `portage` only by its values, `maison` as a firm would add.
    """
    clause = library.clauses["confidentialite"]
    balanced = clause.variante("equilibree")
    assert balanced is not None
    variants = (
        balanced,
        Variante("client", {PRESTATION: "Le Client seul est protégé ({{ variante }})."}),
        Variante("portage", {}, {"duree": "4 ans"}),
        Variante("maison", {PRESTATION: "Secret de la maison."}),
    )
    return _with(library, "confidentialite", variantes=variants)


def _with(library: Library, kind: str, **changes: object) -> Library:
    changed = replace(library.clauses[kind], **changes)
    return replace(library, clauses={**library.clauses, kind: changed})


def article(contract: Draft, kind: str) -> str:
    (section,) = (section for section in contract.sections if section.clause == kind)
    runs = (run for element in section.elements for run in getattr(element, "runs", ()))
    return "".join(run.text for run in runs)


def variants(contract: Draft) -> set[str]:
    return {section.variante for section in contract.sections if section.clause}


def test_without_a_position_every_clause_is_balanced(cdd: Mission, varied: Library) -> None:
    assert [variants(contract) for contract in draft(cdd, varied)] == [{"equilibree"}] * 2


def test_the_position_chooses_the_variant_of_every_clause_that_has_it(
    rewritten: Rewritten, varied: Library
) -> None:
    mission = rewritten("mission-cdd.yaml", ("clauses:\n", "position: maison\nclauses:\n"))
    _, service = draft(mission, varied)
    assert "Secret de la maison." in article(service, "confidentialite")
    assert {s.clause for s in service.sections if s.variante == "maison"} == {"confidentialite"}


def test_the_wish_for_one_clause_prevails_over_the_position(
    rewritten: Rewritten, varied: Library
) -> None:
    mission = rewritten(
        "mission-cdd.yaml",
        ("clauses:\n", "position: maison\nclauses:\n"),
        (WISH, "  confidentialite: {variante: client}\n"),
    )
    _, service = draft(mission, varied)
    assert "Le Client seul est protégé (client)." in article(service, "confidentialite")


def test_a_document_that_the_variant_leaves_out_has_the_balanced_text(
    rewritten: Rewritten, varied: Library
) -> None:
    mission = rewritten("mission-cdd.yaml", (WISH, "  confidentialite: {variante: client}\n"))
    work, _ = draft(mission, varied)
    balanced, _ = draft(rewritten("mission-cdd.yaml"), varied)
    assert article(work, "confidentialite") == article(balanced, "confidentialite")


def test_the_values_of_a_variant_serve_when_the_mission_gives_none(
    rewritten: Rewritten, varied: Library
) -> None:
    asked = rewritten("mission-cdd.yaml", (WISH, "  confidentialite: {variante: portage}\n"))
    for contract in draft(asked, varied):
        assert FOUR_YEARS in article(contract, "confidentialite")
    given = rewritten(
        "mission-cdd.yaml", (WISH, "  confidentialite: {variante: portage, duree: 3 ans}\n")
    )
    for contract in draft(given, varied):
        assert FOUR_YEARS not in article(contract, "confidentialite")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            [("clauses:\n", "position: clients\nclauses:\n")],
            "position : aucune clause n’a de variante « clients ». Vouliez-vous dire « client » ?",
        ),
        (
            [(WISH, "  confidentialite: {variante: portge}\n")],
            "clauses.confidentialite.variante : la clause n’a pas de variante « portge ». "
            "Vouliez-vous dire « portage » ?",
        ),
    ],
)
def test_a_variant_that_does_not_exist_is_shown_in_the_mission(
    rewritten: Rewritten, varied: Library, changes: list[tuple[str, str]], message: str
) -> None:
    with pytest.raises(LibraryError) as caught:
        draft(rewritten("mission-cdd.yaml", *changes), varied)
    assert message in str(caught.value)


def refused(mission: Mission, library: Library) -> str:
    with pytest.raises(IncompatibleClauses) as caught:
        draft(mission, library)
    return str(caught.value)


def test_a_clause_that_its_mirror_requires_may_not_be_left_out(
    rewritten: Rewritten, library: Library
) -> None:
    lien = Lien("convention_collective", "La prestation s’y réfère.", miroir=True)
    wanting = _with(library, "gouvernance", exige=(lien,))
    assert len(draft(rewritten("mission-cdd.yaml"), wanting)) == 2
    mission = rewritten(
        "mission-cdd.yaml", ("clauses:\n", "clauses:\n  convention_collective: non\n")
    )
    message = refused(mission, wanting)
    assert message.splitlines()[0].endswith(
        "clauses.convention_collective : la clause « gouvernance » du contrat de prestation exige "
        "« convention_collective » dans le contrat de travail : La prestation s’y réfère ; écrire "
        "« convention_collective: oui », ou retirer « gouvernance »."
    )
    assert message.splitlines()[1].strip() == "convention_collective: non"


def test_a_clause_of_the_work_contract_looks_into_the_service_contract(
    rewritten: Rewritten, library: Library
) -> None:
    lien = Lien("gouvernance", "pourquoi", miroir=True)
    wanting = _with(library, "convention_collective", exige=(lien,))
    mission = rewritten("mission-cdd.yaml", ("clauses:\n", "clauses:\n  gouvernance: non\n"))
    assert "du contrat de travail exige « gouvernance » dans le contrat de prestation" in refused(
        mission, wanting
    )


def test_a_clause_that_is_left_out_requires_nothing(rewritten: Rewritten, library: Library) -> None:
    lien = Lien("gouvernance", "pourquoi")
    wanting = _with(library, "ethique", exige=(lien,))
    mission = rewritten(
        "mission-cdd.yaml", ("clauses:\n", "clauses:\n  gouvernance: non\n  ethique: non\n")
    )
    assert draft(mission, wanting)


def test_clauses_that_exclude_each_other_are_refused_at_the_one_that_is_excluded(
    rewritten: Rewritten, library: Library
) -> None:
    lien = Lien("non_sollicitation", "Le client paie déjà pour cela.")
    excluding = _with(library, "gouvernance", exclut=(lien,))
    message = refused(rewritten("mission-cdd.yaml"), excluding)
    assert message.splitlines()[0].endswith(
        "clauses.non_sollicitation : la clause « gouvernance » du contrat de prestation exclut "
        "« non_sollicitation » dans le même contrat : Le client paie déjà pour cela ; retirer "
        "l’une des deux (« non_sollicitation: non »)."
    )
    left_out = rewritten(
        "mission-cdd.yaml",
        ("  non_sollicitation: {duree: 12 mois}\n", "  non_sollicitation: non\n"),
    )
    assert draft(left_out, excluding)


@pytest.mark.parametrize(
    ("quand", "holds"),
    [
        ("document == 'prestation'", True),
        ("document == 'cdd'", False),
        ("parametres.duree", True),
        ("variante == 'client'", False),
        ("prix.tjm", True),
        ("clause('indexation')", False),
    ],
)
def test_a_link_holds_only_when_its_condition_does(
    cdd: Mission, library: Library, quand: str, holds: bool
) -> None:
    lien = Lien("gouvernance", "pourquoi", quand=quand)
    excluding = _with(library, "non_sollicitation", exclut=(lien,))
    if holds:
        assert "exclut « gouvernance »" in refused(cdd, excluding)
    else:
        assert draft(cdd, excluding)


def test_a_condition_that_cannot_be_read_is_shown_in_its_clause_file(
    cdd: Mission, tmp_path: Path, library: Library
) -> None:
    source = library.file("clauses", "gouvernance.yaml")
    assert source is not None
    (tmp_path / "clauses").mkdir()
    own = tmp_path / "clauses" / "gouvernance.yaml"
    link = "exclut:\n  - {clause: prix, dans: contrat, quand: prestatoin.lieu, pourquoi: essai}\n"
    text = source.read_text(encoding="utf-8")
    own.write_text(f"{text.rstrip()}\n{link}", encoding="utf-8")
    with pytest.raises(LibraryError) as caught:
        draft(cdd, load_library([tmp_path]))
    line = own.read_text(encoding="utf-8").count("\n")
    said = str(caught.value).splitlines()[0]
    assert said.startswith(f"{own}:{line}:1: exclut.1.quand : « prestatoin » n’est pas un nom")
    assert said.endswith("Vouliez-vous dire « prestation » ?")


@pytest.mark.parametrize("position", VARIANTES)
@pytest.mark.parametrize("example", ["cdd", "cdi"])
def test_the_examples_hold_in_every_position(
    example: str, position: str, request: pytest.FixtureRequest, library: Library
) -> None:
    mission: Mission = request.getfixturevalue(example)
    contracts = draft(mission.model_copy(update={"position": position, "clauses": ()}), library)
    assert {contract.document for contract in contracts} >= {PRESTATION}


def test_every_condition_of_the_standard_library_can_be_read(
    cdd: Mission, library: Library
) -> None:
    unread = []
    for clause in library.clauses.values():
        for lien in (*clause.exige, *clause.exclut):
            known = {
                **names_for(cdd, PRESTATION, library),
                "parametres": parametres_of(clause, cdd),
                "variante": "client",
            }
            try:
                holds(Source(lien.quand or "true", clause.kind, lien.clause, int), known)
            except LibraryError as error:
                unread.append(str(error))
    assert unread == []
