"""Which contracts go together."""

from pathlib import PurePath

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dossiers.missions_mixed import MISSIONS, folder

from clauselint.dossiers.dossier import Side
from clauselint.dossiers.grouping import group
from clauselint.library import Library, load_library
from clauselint.model import Document
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand

LIBRARY: Library = load_library()


def read(name: str, notation: str) -> Document:
    return understand(text_from_notation(notation, name=name), LIBRARY)


def names(documents: object) -> list[str]:
    return [PurePath(document.name).stem for document in documents]


def test_three_hundred_contracts_of_a_hundred_missions_are_grouped_without_a_mistake():
    documents, missions = folder()
    mission_of = dict(zip((document.name for document in documents), missions, strict=True))
    found = group(documents)
    assert len(documents) == 300
    assert not found.apart
    grouped = [{mission_of[document.name] for document in d.documents} for d in found.dossiers]
    assert all(len(ranks) == 1 for ranks in grouped)
    assert len(grouped) == MISSIONS
    for dossier in found.dossiers:
        assert dossier.base("travail")
        assert dossier.base("prestation")
        (amendment,) = dossier.avenants
        assert amendment.side is not None
        assert dossier.base(amendment.side)


@settings(max_examples=15)
@given(st.lists(st.sampled_from(range(MISSIONS)), min_size=2, max_size=20, unique=True), st.data())
def test_any_missions_in_any_order_are_grouped_as_in_the_whole_folder(
    chosen: list[int], data: st.DataObject
):
    documents, missions = folder()
    kept = [document for document, rank in zip(documents, missions, strict=True) if rank in chosen]
    found = group(data.draw(st.permutations(kept)))
    mission_of = {d.name: rank for d, rank in zip(documents, missions, strict=True)}
    grouped = [{mission_of[document.name] for document in d.documents} for d in found.dossiers]
    assert sorted(rank for ranks in grouped for rank in ranks) == sorted(chosen)
    assert not found.apart


CDD = """
= Contrat de travail en portage salarial à durée déterminée
Entre la société Portage du Val, SIREN 403 265 897, et Mme Odile Ravier, ci-après « la Salariée »,
# Durée
Le contrat court du 2 mars 2026 au 30 juin 2026.
Fait à Tours, le 20 février 2026.
"""
AMENDMENT = """
= Avenant n° 1 au contrat de travail en portage salarial
Entre la société Portage du Val, SIREN 403 265 897, et Mme Odile Ravier, ci-après « la Salariée »,
# Objet
Le contrat conclu le 20 février 2026 est prolongé jusqu’au 30 septembre 2026.
Fait à Tours, le 12 juin 2026.
"""


def test_an_amendment_goes_with_the_contract_that_it_cites():
    (dossier,) = group([read("b", AMENDMENT), read("a", CDD)]).dossiers
    assert [(item.side, item.document.name) for item in dossier.avenants] == [(Side.TRAVAIL, "b")]


def test_an_amendment_without_its_contract_makes_a_dossier_that_lacks_it():
    (dossier,) = group([read("b", AMENDMENT)]).dossiers
    assert dossier.base("travail") is None
    assert [item.side for item in dossier.avenants] == [Side.TRAVAIL]


def test_a_letter_of_no_mission_stands_apart():
    letter = "= Mise en demeure\nLa société Horlogerie Bastide met en demeure le garage Pinet."
    found = group([read("a", CDD), read("lettre", letter)])
    assert names(found.apart) == ["lettre"]
