"""What several rules ask of one document, and is worth working out only once, if at all."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from clauselint.checking.analysis import Analysis
from clauselint.checking.views import MissingDatum
from clauselint.model import Document

if TYPE_CHECKING:
    from clauselint.checking.cited_articles import CitedArticle
    from clauselint.checking.identifiers import Identifier
    from clauselint.checking.old_names import OldName

__all__ = ["Once"]


class Once:
    """The readings of `document`, each made when first asked for, and the `analysis` of language
    that rules may use: none by default.
    """

    def __init__(self, document: Document, analysis: Analysis | None = None) -> None:
        self._document = document
        self.analysis = analysis or Analysis(wanted=False)

    @cached_property
    def citations(self) -> tuple[CitedArticle, ...]:
        from clauselint.checking.cited_articles import cited_articles  # noqa: PLC0415 (tables)

        return cited_articles(self._document)

    @cached_property
    def modified(self) -> tuple[tuple[CitedArticle, str], ...]:
        """The articles that changed since the contract. Raises `MissingDatum` without its date."""
        from clauselint.checking.cited_articles import changed_since  # noqa: PLC0415 (tables)

        day = self._document.date_reference
        if day is None:
            raise MissingDatum("date du contrat")
        return tuple(changed_since(self.citations, day))

    @cached_property
    def old_names(self) -> tuple[OldName, ...]:
        from clauselint.checking.old_names import old_names  # noqa: PLC0415 (a table)

        return tuple(old_names(self._document))

    @cached_property
    def identifiers(self) -> tuple[Identifier, ...]:
        from clauselint.checking.identifiers import identifiers  # noqa: PLC0415 (many patterns)

        return identifiers(self._document)
