from datetime import date

import pytest

from clauselint.checking.once import Once
from clauselint.checking.views import MissingDatum
from clauselint.model import Document, DocumentType
from clauselint.reading.articles import articles
from clauselint.reading.citations_on_demand import CitationsOnDemand
from clauselint.reading.notation import text_from_notation


def once(source: str, day: date | None) -> Once:
    text = text_from_notation(source)
    return Once(
        Document(
            text=text,
            type=DocumentType.CDD,
            portage=True,
            date_reference=day,
            citations=CitationsOnDemand(text, articles(text), day),
        )
    )


def test_what_rules_share_is_worked_out_once() -> None:
    shared = once("l’article L. 1254-2, SIREN 712 966 688, le TGI", date(2025, 1, 6))
    assert shared.citations is shared.citations
    assert shared.identifiers is shared.identifiers
    assert shared.old_names is shared.old_names
    assert [len(part) for part in (shared.citations, shared.identifiers, shared.old_names)] == [
        1,
        1,
        1,
    ]


def test_what_changed_since_the_contract_is_not_told_without_its_date() -> None:
    with pytest.raises(MissingDatum, match="date du contrat"):
        _ = once("l’article L. 1243-13 du Code du travail", None).modified


def test_what_changed_since_the_contract_is_told_from_its_date() -> None:
    shared = once("l’article L. 1243-13 du Code du travail", date(2016, 1, 4))
    assert [name for _, name in shared.modified] == ["L1243-13 (24 septembre 2017)"]
