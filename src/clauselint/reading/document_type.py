"""What kind of contract a text is: from its title first, from what it says when that leaves doubt.

A title may forget what the contract is (« Contrat de travail » over a portage contract) or speak
of another one (an amendment quotes the contract it amends), so the first line of the title area
that names a kind of document decides, and the body completes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from clauselint.model import Article, ArticleKind, DocumentType, Paragraph, Part, Text
from clauselint.model.folding import fold

__all__ = ["TypeFound", "document_type"]

_TITLE_AREA = 25  # non-empty paragraphs; covers hold a logo, a reference, addresses
_LONGEST_TITLE = 160
_BY_TITLE, _COMPLETED, _BY_CONTENT, _UNKNOWN = map(Decimal, ("0.95", "0.85", "0.6", "0.3"))

_FIXED, _OPEN = "duree determinee", "duree indeterminee"

# The start of a title that names a document which is none of the contracts known here.
_OTHER = (
    "rupture", "lettre", "attestation", "certificat", "promesse", "protocole", "recu", "facture",
    "conditions generales", "mandat", "bail", "statuts", "note ", "rapport", "notice", "charte",
    "reglement", "convention de stage", "convention de rupture", "contrat d apprentissage",
    "contrat de travail temporaire", "contrat de mise a disposition", "contrat de vente",
    "contrat de cession", "convention collective",
)  # fmt: skip
_NAMED = (
    (DocumentType.AVENANT, ("avenant", "projet d avenant", "premier avenant", "second avenant")),
    (DocumentType.MISE_EN_DEMEURE, ("mise en demeure",)),
    (DocumentType.PV_RECETTE, ("pv de recette", "pv de reception", "proces verbal")),
    (
        DocumentType.COMPTE_RENDU_ACTIVITE,
        ("compte rendu d activite", "compte rendu mensuel d activite", "rapport d activite",
         "releve d activite", "feuille de temps", "cra "),
    ),
    (DocumentType.DEVIS, ("devis", "proposition commerciale", "offre commerciale")),
    (DocumentType.CONVENTION, ("convention de portage", "convention d adhesion",
                               "contrat d adhesion", "convention cadre de portage")),
)  # fmt: skip
_SECRET = ("confidentialite", "non divulgation", "secret des affaires", " nda ")
_SERVICE = (
    "prestation", "contrat commercial", "contrat de service", "contrat de mission",
    "contrat d entreprise", "contrat de consult", "contrat de conseil", "contrat de sous traitance",
    "contrat de developpement", "contrat freelance", "contrat d assistance", "bon de commande",
    "lettre de mission",
)  # fmt: skip
_AGREEMENT = (
    "contrat", "convention", "accord", "prestation", "bon de commande", "lettre de mission",
)  # fmt: skip

# What a contract of each kind says, whoever writes it.
_WORK_WORDS = (
    "contrat de travail", "conges payes", "periode d essai", "remuneration brute", "est engage",
    "est embauche", "l employeur", "prevoyance", "nationalite", "convention collective",
)  # fmt: skip
_SERVICE_WORDS = (
    "le prestataire", "le client", "facture", "penalites de retard", "indemnite forfaitaire",
    "l entreprise cliente", "hors taxes", "recette", "bon de commande", "resiliation",
)  # fmt: skip
_SECRET_WORDS = ("informations confidentielles", "information confidentielle", "divulg")
_TERM_WORDS = (
    "prend fin le", "jusqu au", "terme precis", "sans terme", "indemnite de fin de contrat",
    "prendra fin le", "renouvele", "arrive a son terme", "precarite",
)  # fmt: skip
_PORTAGE_WORDS = (
    "portage salarial", "salarie porte", "salariee portee", "entreprise de portage",
    "societe de portage", "consultant porte", "consultante portee",
)  # fmt: skip
_PORTAGE_MENTIONS = 2
_DENIAL = 60  # characters before a mention in which a denial counts
_DENYING = frozenset({"ne", "n", "ni", "non", "aucun", "aucune", "hors", "sans"})


class TypeFound(NamedTuple):
    """The kind of a document. `reason` (French) quotes what decided; `confidence` runs from 0 to 1.

    `portage` says that the contract is one of portage salarial, whatever its title.
    """

    type: DocumentType
    portage: bool
    porte_sur: DocumentType | None
    reason: str
    confidence: Decimal


class _Words(NamedTuple):
    """The folded text of a document, and how often it says things."""

    folded: str

    def said(self, *words: str) -> int:
        return sum(self.folded.count(word) for word in words)

    def kinds(self, words: Sequence[str]) -> int:
        return sum(word in self.folded for word in words)


def document_type(text: Text, articles: Sequence[Article]) -> TypeFound:
    """The kind of contract that `text` is; `AUTRE` when neither title nor body says."""
    body = _Words("\n".join(fold(paragraph.text) for paragraph in text.paragraphs))
    titles = list(_title_lines(text, articles))
    portage = any("portage salarial" in title for title in titles) or _is_portage(body)
    for position, title in enumerate(titles):
        found = _by_title(title, body, titles[position + 1 :], portage=portage)
        if found:
            return found
    return _by_content(body, portage=portage)


def _is_portage(body: _Words) -> bool:
    """A portage contract says so again and again; others at most say that they are none."""
    said = 0
    for word in _PORTAGE_WORDS:
        at = body.folded.find(word)
        while at >= 0 and said < _PORTAGE_MENTIONS:
            before = body.folded[max(0, at - _DENIAL) : at].rpartition("\n")[2].split()
            said += _DENYING.isdisjoint(before)
            at = body.folded.find(word, at + len(word))
    return said >= _PORTAGE_MENTIONS


def _title_lines(text: Text, articles: Sequence[Article]) -> Iterator[str]:
    """The folded lines of the title area: before the parties first, then the rest, then headers."""
    shown = [p for p in text.paragraphs if p.text.strip() and p.part is Part.BODY and not p.toc]
    titled = {
        index
        for article in articles
        if article.kind is ArticleKind.TITRE
        for index in article.paragraphs
    }
    covers = [text.paragraphs[index] for index in sorted(titled)]
    joined = " ".join(p.text for p in covers[:6] if p.part is Part.BODY and _looks_like_title(p))
    front = [p for p in covers if p.part is Part.BODY][:_TITLE_AREA]
    rest = [p for p in shown[:_TITLE_AREA] if _looks_like_title(p) and p not in front]
    others = [p for p in text.paragraphs if p.part in (Part.HEADER, Part.TEXTBOX)]
    for paragraph in (*front, *rest):
        if len(paragraph.text) <= _LONGEST_TITLE:
            yield _spaced(paragraph.text)
    yield _spaced(joined)
    for paragraph in others:
        if len(paragraph.text) <= _LONGEST_TITLE:
            yield _spaced(paragraph.text)


def _looks_like_title(paragraph: Paragraph) -> bool:
    return bool(
        paragraph.level == 1
        or paragraph.text.lstrip().startswith("Objet")
        or paragraph.bold
        or paragraph.caps
        or paragraph.centered
        or paragraph.text.isupper()
    )


def _spaced(text: str) -> str:
    return f"{' '.join(fold(text).split())} "


def _by_title(title: str, body: _Words, below: Sequence[str], *, portage: bool) -> TypeFound | None:
    def found(kind: DocumentType, confidence: Decimal = _BY_TITLE) -> TypeFound:
        return TypeFound(kind, portage, None, f"titre « {title.strip()} »", confidence)

    title = title.removeprefix("objet ")  # of a letter
    for kind, starts in _NAMED:
        if title.startswith(starts) and not title.startswith("avenants"):
            if kind is DocumentType.AVENANT:
                return _amendment(title, below, body, portage=portage)
            return found(kind)
    if title.startswith(_OTHER) and not title.startswith("lettre de mission"):
        return found(DocumentType.AUTRE)
    if not any(word in title for word in (*_AGREEMENT, "engagement", "cdd", "cdi")):
        return None
    if any(word in f" {title}" for word in _SECRET):
        return found(DocumentType.NDA)
    kind_of_work = _work(title) or (_work(" ".join(below[:3])) if "travail" in title else None)
    if kind_of_work:
        return found(kind_of_work)
    if any(word in title for word in _SERVICE):
        return found(DocumentType.PRESTATION)
    if "contrat de travail" in title:
        return found(_work_by_content(body), _COMPLETED)
    if "portage" in title and "contrat" in title:
        return found(_portage_by_content(body), _COMPLETED)
    return None


def _work(words: str) -> DocumentType | None:
    if _FIXED in words or "cdd" in words.split():
        return DocumentType.CDD
    if _OPEN in words or "cdi" in words.split():
        return DocumentType.CDI
    return None


def _amendment(title: str, below: Sequence[str], body: _Words, *, portage: bool) -> TypeFound:
    """What an amendment amends: as its title says, else as the lines below or the body do."""
    lines = (title, *below[:4])
    about = next((kind for line in lines if (kind := _amended(line))), None)
    if about is None:
        service = any(word in body.folded for word in _SERVICE) and _service_first(body)
        about = DocumentType.PRESTATION if service else _work(body.folded)
    about = about or (_portage_by_content(body) if portage else None)
    reason = f"titre « {title.strip()} »"
    return TypeFound(DocumentType.AVENANT, portage, about, reason, _BY_TITLE)


def _amended(line: str) -> DocumentType | None:
    service = any(word in line for word in _SERVICE)
    return _work(line) or (DocumentType.PRESTATION if service else None)


def _service_first(body: _Words) -> bool:
    """Whether the text names a service contract before any work contract."""
    service = min((at for word in _SERVICE if (at := body.folded.find(word)) >= 0), default=-1)
    work = body.folded.find("contrat de travail")
    return service >= 0 and (work < 0 or service < work)


def _work_by_content(body: _Words) -> DocumentType:
    """CDD or CDI, when the title says only « contrat de travail »."""
    fixed, indefinite = body.folded.find(_FIXED), body.folded.find(_OPEN)
    score = body.said(_FIXED) - body.said(_OPEN) + body.kinds(_TERM_WORDS)
    if fixed >= 0 or indefinite >= 0:  # a contract says first what it is, then what it may become
        score += 3 if indefinite < 0 or 0 <= fixed < indefinite else -3
    return DocumentType.CDD if score > 0 else DocumentType.CDI


def _portage_by_content(body: _Words) -> DocumentType:
    work, service = body.kinds(_WORK_WORDS), body.kinds(_SERVICE_WORDS)
    return _work_by_content(body) if work >= service else DocumentType.PRESTATION


def _by_content(body: _Words, *, portage: bool) -> TypeFound:
    """The kind whose usual words the text has; at least three of them, and more than the others."""
    work, service = body.kinds(_WORK_WORDS), body.kinds(_SERVICE_WORDS)
    secret = body.said(*_SECRET_WORDS)
    reason = "mots employés dans le texte"
    if secret >= 5 and service < 4 and work < 4:
        return TypeFound(DocumentType.NDA, portage, None, reason, _BY_CONTENT)
    if max(work, service) < 3 or work == service:
        nothing = "ni titre ni contenu reconnus"
        return TypeFound(DocumentType.AUTRE, portage, None, nothing, _UNKNOWN)
    kind = _work_by_content(body) if work > service else DocumentType.PRESTATION
    return TypeFound(kind, portage, None, reason, _BY_CONTENT)
