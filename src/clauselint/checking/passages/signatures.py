"""Parties for whom the contract has no signature block."""

from __future__ import annotations

from clauselint.checking.passages.passage import Passage, passage
from clauselint.checking.passages.signatories import signatories
from clauselint.checking.views import MissingDatum
from clauselint.model import Article, ArticleKind, Document, Part, Partie, Role
from clauselint.model.folding import WORD, fold

__all__ = ["find"]

_CALLED = {
    Role.ENTREPRISE_DE_PORTAGE: ("entreprise de portage", "societe de portage", "employeur",
                                 "portage", "prestataire"),
    Role.SALARIE_PORTE: ("salarie", "salariee", "porte", "portee", "consultant", "consultante",
                         "interesse", "interessee"),
    Role.ENTREPRISE_CLIENTE: ("client", "cliente", "donneur d ordre", "beneficiaire"),
    Role.EMPLOYEUR: ("employeur", "societe", "entreprise"),
    Role.SALARIE: ("salarie", "salariee", "collaborateur", "collaboratrice"),
    Role.PRESTATAIRE: ("prestataire", "fournisseur", "consultant", "consultante", "freelance"),
    Role.AUTRE: (),
}  # fmt: skip
_COLLECTIVE = ("chaque partie", "les parties", "signatures des parties", "les deux parties")
_LAST = 6  # paragraphs of the end where the signers of a contract without « Fait à… » stand
_LONGEST_SIGNER = 60  # characters
_TITLES = frozenset({"monsieur", "madame", "mademoiselle", "m", "mme", "societe", "la", "sas"})


def find(document: Document) -> tuple[Passage, ...]:
    """One passage at the signature block (or the last words), naming those it leaves out.

    Nothing when the contract bears no signature at all and is signed electronically, or when the
    block speaks of the parties without naming any. Raises `MissingDatum` when it is not known who
    the parties are.
    """
    parties = signatories(document)
    if len(parties) < 2:
        raise MissingDatum("parties du contrat")
    blocks = [article for article in document.articles if article.kind is ArticleKind.SIGNATURE]
    if not blocks and _is_electronic(document):
        return ()
    said = " ".join(_words(document, block) for block in blocks) or _end(document)
    missing = [party for party in parties if not _signs(party, said)]
    if not missing or (len(missing) == len(parties) and _undecided(said, blocks)):
        return ()
    article = blocks[0] if blocks else document.articles[0]
    heading = document.paragraph(article.place)
    name = ", ".join(party.nom for party in missing)
    at = passage(article, heading, 0, len(heading.text)).place
    return (Passage(name, at, len(missing)),)


def _undecided(said: str, blocks: list[Article]) -> bool:
    """Whether a block is there that names nobody: « Les parties », or lines to sign on."""
    return bool(blocks) and (any(word in said for word in _COLLECTIVE) or len(said.split()) < 30)


def _is_electronic(document: Document) -> bool:
    return any(
        clause.kind == "signature_electronique" and not clause.exclue for clause in document.clauses
    )


def _words(document: Document, article: Article) -> str:
    shown = (document.text.paragraphs[position].text for position in article.paragraphs)
    return f" {' '.join(WORD.findall(fold(' '.join(shown))))} "


def _end(document: Document) -> str:
    """The short lines at the end, where signers stand in a contract without « Fait à… »."""
    body = [p.text for p in document.text.paragraphs if p.part is Part.BODY and p.text.strip()]
    lines = [line for line in body[-_LAST:] if len(line) <= _LONGEST_SIGNER]
    return f" {' '.join(WORD.findall(fold(' '.join(lines))))} "


def _signs(party: Partie, said: str) -> bool:
    names = (*_CALLED[party.role], party.appellation or "", party.representant or "", party.nom)
    if any(f" {_plain(name)} " in said for name in names if _plain(name)):
        return True
    spoken = {*WORD.findall(fold(f"{party.representant or ''} {party.nom}"))} - _TITLES
    # « M. Diallo » for « Monsieur Amadou Diallo »; shorter words are particles
    return any(f" {word} " in said for word in spoken if len(word) > 3)


def _plain(name: str) -> str:
    words = WORD.findall(fold(name))
    while words and words[0] in ("le", "la", "les", "l", "un", "une"):
        words = words[1:]
    return " ".join(words)
