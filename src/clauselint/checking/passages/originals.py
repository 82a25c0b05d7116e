"""A contract drawn up in fewer originals than it has parties (C. civ. 1375)."""

from __future__ import annotations

from clauselint.checking.passages.passage import Passage, passage, stretches
from clauselint.checking.passages.signatories import signatories
from clauselint.library.patterns import kept_pattern
from clauselint.model import Document
from clauselint.model.folding import fold

__all__ = ["find"]

_COUNTS = {
    "un": 1, "une": 1, "unique": 1, "deux": 2, "double": 2, "trois": 3, "triple": 3, "quatre": 4,
}  # fmt: skip
_SAID = kept_pattern(
    r"\ben (?:un |1 )?(?:seul |seule |unique |)?(?P<n>un|une|unique|seul|double|triple|deux|trois|"
    r"quatre|\d{1,2}) *(?:\d{1,2} +)?(?:seul |seule |unique )?"
    r"(?:exemplaires?|originaux|original)(?! par)|\ben (?:un )?(?:exemplaire|original) unique\b"
)
_DRAWN = ("fait", "etabli", "signe", "redige", "dresse", "conclu", "passe", "remis")
_NOT_OF_THE_CONTRACT = ("facture", "rapport", "livrable", "compte rendu", "releve", "proces verbal")
_ELECTRONIC = kept_pattern(
    r"sign\w* (?:\w+ ){0,4}(?:electroni|numeri)|voie electronique (?:\w+ ){0,4}sign|"
    r"docusign|yousign"
)


def find(document: Document) -> tuple[Passage, ...]:
    """The words that count the originals; `detail` says how many parties there are.

    An electronic contract needs no second original (C. civ. 1375, last paragraph).
    """
    parties = max(2, len(signatories(document)))
    for article, paragraph in stretches(document):
        if "xemplaire" not in paragraph.text and "rigina" not in paragraph.text:
            continue
        folded = fold(paragraph.text)
        match = _SAID.search(" ".join(folded.split())) and _SAID.search(folded)
        if not match or not any(word in folded for word in _DRAWN):
            continue
        if any(word in folded[: match.start()] for word in _NOT_OF_THE_CONTRACT):
            continue
        said = match["n"] or "unique"
        count = int(said) if said.isdigit() else _COUNTS.get(said, 1)
        if 0 < count < parties and not _is_electronic(document):
            found = passage(article, paragraph, match.start(), match.end(), str(parties))
            return (found,)
    return ()


def _is_electronic(document: Document) -> bool:
    signed = any(
        clause.kind == "signature_electronique" and not clause.exclue for clause in document.clauses
    )
    return signed or any(
        _ELECTRONIC.search(" ".join(fold(paragraph.text).split()))
        for _, paragraph in stretches(document)
        if "lectroni" in paragraph.text or "uméri" in paragraph.text or "Sign" in paragraph.text
    )
