"""What kind of contract a text is: from its title first, from what it says when that leaves doubt.

A title may forget what the contract is (« Contrat de travail » over a portage contract) or speak
of another one (an amendment quotes the contract it amends), so the first line of the title area
that names a kind of document decides, and the body completes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from clauselint.model import Article, ArticleKind, DocumentType, Paragraph, Part, Text, TypeFound
from clauselint.model.folding import fold
from clauselint.reading.roles import PORTED

__all__ = ["document_type"]

_TITLE_AREA = 25  # non-empty paragraphs; covers hold a logo, a reference, addresses
_LONGEST_TITLE = 160
_HEAD = 8000  # characters in which a contract has said what it is
# How sure each way of telling is; a text that says something else makes a title less so.
_BY_TITLE, _CONTRADICTED, _UNKNOWN = map(Decimal, ("0.95", "0.75", "0.3"))
_COMPLETED = Decimal("0.65"), Decimal("0.85")  # from an even text to one that is all of one kind
_BY_TEXT = Decimal("0.4"), Decimal("0.6")

_FIXED, _OPEN = "duree determinee", "duree indeterminee"

# The start of a title that names a document which is none of the contracts known here.
_OTHER = (
    "rupture", "lettre", "attestation", "certificat", "promesse", "protocole", "recu", "facture",
    "conditions generales", "mandat", "bail", "statuts", "note ", "rapport", "notice", "charte",
    "reglement", "convention de stage", "convention de rupture", "contrat d apprentissage",
    "contrat de travail temporaire", "contrat de mise a disposition", "contrat de vente",
    "contrat de cession", "convention collective", "contrat de licence", "contrat de location",
    "contrat de distribution", "contrat d agen", "contrat de franchise", "contrat de pret",
    "contrat d assurance", "contrat de mandat", "contrat d apport", "contrat d interim",
    "contrat de partenariat", "guide", "fiche pratique", "memo ",
    "extrait", "synthese", "convocation", "solde de tout compte", "transaction", "procuration",
    "accord collectif", "accord d entreprise", "cahier des charges", "appel d offres",
    "code du travail", "loi n ", "decret n ", "compte rendu de reunion", "le contrat de ",
)  # fmt: skip
_NAMED = (
    (DocumentType.AVENANT,
     ("avenant", "projet d avenant", "premier avenant", "second avenant", "deuxieme avenant",
      "troisieme avenant", "lettre avenant", "acte modificatif", "renouvellement du c",
      "prolongation du c")),
    (DocumentType.MISE_EN_DEMEURE,
     ("mise en demeure", "lettre de mise en demeure", "courrier de mise en demeure")),
    (DocumentType.PV_RECETTE, ("pv de recette", "pv de reception", "proces verbal")),
    (DocumentType.COMPTE_RENDU_ACTIVITE,
     ("compte rendu d activite", "compte rendu mensuel d activite", "rapport d activite",
      "releve d activite", "releve d heures", "feuille d heures", "feuille de temps", "cra ")),
    (DocumentType.DEVIS,
     ("devis", "proposition commerciale", "offre commerciale", "proposition d intervention",
      "offre de service")),
    (DocumentType.CONVENTION,
     ("convention de portage", "convention d adhesion", "contrat d adhesion",
      "convention cadre de portage")),
)  # fmt: skip
_SECRET = (
    "confidentialite", "non divulgation", "secret des affaires", "accord de secret", " nda ",
)  # fmt: skip
_SERVICE_CONTRACT = (
    "prestation", "contrat commercial", "contrat de service", "contrat de mission",
    "contrat d entreprise", "contrat de consult", "contrat de conseil", "contrat de sous traitance",
    "contrat de developpement", "contrat freelance", "contrat d assistance", "bon de commande",
    "lettre de mission",
)  # fmt: skip
_SERVICE = (
    *_SERVICE_CONTRACT, "maintenance", "de regie", "en regie", "infogerance",
    "assistance technique", "convention d honoraires", "marche de service",
    "contrat de formation", "convention de formation", "convention de service",
)  # fmt: skip
# The same in running text, where « prestation » alone names no contract.
_SERVICE_NAMED = (
    "contrat de prestation", "convention de prestation", "accord cadre", "prestations de services",
    *_SERVICE_CONTRACT[1:],
)  # fmt: skip
_WORK_NAMED = ("contrat de travail", _FIXED, _OPEN)
# Titles that work contracts and service contracts share.
_EITHER = (
    "contrat de mission", "lettre de mission", "lettre d engagement", "contrat d engagement",
    "lettre d embauche", "lettre contrat", "lettre accord", "contrat de collaboration",
)  # fmt: skip
_MISSION = "de mission"  # without more, a service
_TEMPORARY = ("travail temporaire", "interimaire", "entreprise utilisatrice")
_AGREEMENT = (
    "contrat", "convention", "accord", "prestation", "bon de commande", "lettre de mission",
    "marche de service", "nda ",
)  # fmt: skip
_BELOW_TITLE = 2  # lines under « Contrat de prestation » in which « Avenant n° 2 » may stand
_AMENDS = ("avenant n", "avenant au ", "avenant a ", "avenant du ", "avenant de ")

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
_PORTAGE_WORDS = ("portage salarial", "entreprise de portage", "societe de portage", *PORTED)
_PORTAGE_MENTIONS = 2
_DENIAL = 60  # characters before a mention in which a denial counts
_DENYING = frozenset({"ne", "n", "ni", "non", "aucun", "aucune", "hors", "sans", "si"})
_DENYING_TITLE = _DENYING - {"n"}  # « contrat n° 12 »
# Said once, these make the contract one of portage: they say how this person works.
_EXERCISED = tuple(
    f"{word} en portage salarial"
    for word in ("son activite", "ses fonctions", "ses missions", "engage", "engagee",
                 "embauche", "embauchee", "recrute", "recrutee", "salarie", "salariee")
)  # fmt: skip
# Why work contracts that are none of portage have a term.
_ORDINARY = ("remplacement de m", "remplacer m", "accroissement temporaire", "caractere saisonnier")
_LAW_LINES = 2  # paragraphs « Article L1254-1 … » that make a text one of law
_SIGNED = ("soussigne", "fait a ", "entre les parties", "present contrat", "presente convention")


class _Words(Struct, frozen=True):
    """The folded text of a document, and how often it says things."""

    folded: str

    def said(self, *words: str) -> int:
        return sum(self.folded.count(word) for word in words)

    def kinds(self, words: Sequence[str]) -> int:
        return sum(word in self.folded for word in words)


class _Title(Struct, frozen=True):
    """A line of the title area: folded, its words one space apart and after the last one; as
    written.
    """

    folded: str
    written: str


def document_type(text: Text, articles: Sequence[Article]) -> TypeFound:
    """The kind of contract that `text` is; `AUTRE` when neither title nor body says."""
    body = _Words("\n".join(fold(paragraph.text) for paragraph in text.paragraphs))
    titles = list(_title_lines(text, articles))
    portage = any(_titled_portage(title.folded) for title in titles) or _is_portage(body)
    if titles and titles[0].folded.startswith("annexe"):  # on its own, no contract
        return _titled(DocumentType.AUTRE, titles[0], _BY_TITLE, portage=portage)
    for position, title in enumerate(titles):
        found = _by_title(title, body, titles[position + 1 :], portage=portage)
        if found:
            return found
    return _by_content(body, portage=portage)


def _titled_portage(title: str) -> bool:
    """« Contrat de travail en portage salarial »; not the name of a company in a letterhead."""
    before, named, _ = title.partition("portage salarial")
    if not named or not _DENYING_TITLE.isdisjoint(before.split()):
        return False
    return any(word in before for word in (*_AGREEMENT, "avenant", "devis", "cdd", "cdi"))


def _is_portage(body: _Words) -> bool:
    """A portage contract says so again and again; others at most say that they are none.

    So may the contract by which an entreprise de portage hires staff of its own.
    """
    said = ported = 0
    for word in _PORTAGE_WORDS:
        at = body.folded.find(word)
        while at >= 0 and said < _PORTAGE_MENTIONS:
            before = body.folded[max(0, at - _DENIAL) : at].rpartition("\n")[2].split()
            said += _DENYING.isdisjoint(before)
            at = body.folded.find(word, at + len(word))
    ported = body.kinds(PORTED)
    enough = 1 if body.kinds(_EXERCISED) else _PORTAGE_MENTIONS
    return said >= enough and (ported > 0 or not body.kinds(_ORDINARY))


def _title_lines(text: Text, articles: Sequence[Article]) -> Iterator[_Title]:
    """The lines of the title area: before the parties first, then the rest, then headers."""
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
            yield _title(paragraph.text)
    yield _title(joined)
    for paragraph in others:
        if len(paragraph.text) <= _LONGEST_TITLE:
            yield _title(paragraph.text)


def _looks_like_title(paragraph: Paragraph) -> bool:
    return bool(
        paragraph.level == 1
        or paragraph.text.lstrip().startswith("Objet")
        or paragraph.bold
        or paragraph.caps
        or paragraph.centered
        or paragraph.text.isupper()
    )


def _title(text: str) -> _Title:
    return _Title(f"{' '.join(fold(text).split())} ", text)


def _by_title(
    line: _Title, body: _Words, below: Sequence[_Title], *, portage: bool
) -> TypeFound | None:
    title = line.folded.removeprefix("objet ")  # of a letter
    named = next(
        (kind for kind, starts in _NAMED if title.startswith(starts)),
        DocumentType.AUTRE if title.startswith(_OTHER) else None,
    )
    if named is DocumentType.AVENANT:
        if not title.startswith("avenants"):
            return _amendment(line, below, body, portage=portage)
    elif title.startswith(_EITHER):
        return _shared_title(line, body, portage=portage)
    elif named:
        return _titled(named, line, _BY_TITLE, portage=portage)
    if not any(word in title for word in (*_AGREEMENT, "engagement", "cdd", "cdi")):
        return None
    amending = next((b for b in below[:_BELOW_TITLE] if b.folded.startswith(_AMENDS)), None)
    if " avenant n " in title or amending:
        return _amendment(amending or line, (line, *below), body, portage=portage)
    return _contract(line, body, below, portage=portage)


def _contract(
    line: _Title, body: _Words, below: Sequence[_Title], *, portage: bool
) -> TypeFound | None:
    """The kind of contract that a title names, or names in part."""
    title = line.folded

    def found(kind: DocumentType) -> TypeFound:
        confidence = _CONTRADICTED if _contradicted(kind, body) else _BY_TITLE
        return _titled(kind, line, confidence, portage=portage)

    def completed(kind: DocumentType) -> TypeFound:
        return _completed(kind, line, body, portage=portage)

    secret, service = _first(f" {title}", _SECRET), _first(f" {title}", _SERVICE)
    if secret >= 0 and not 0 <= service < secret:
        return found(DocumentType.NDA)
    kind = _work(title)
    if kind is None and "travail" in title:
        kind = _work(" ".join(other.folded for other in below[:3]))
    if kind:
        return found(kind)
    if service >= 0:
        return found(DocumentType.PRESTATION)
    if "contrat de travail" in title:
        return completed(_work_by_content(body))
    if "portage" in title and "contrat" in title:
        return completed(_portage_by_content(body))
    if "portage" in title and title.startswith("convention"):
        return found(DocumentType.CONVENTION)
    return None


def _titled(kind: DocumentType, line: _Title, confidence: Decimal, *, portage: bool) -> TypeFound:
    return TypeFound(kind, portage, None, "titre", _quote(line), confidence)


def _quote(line: _Title) -> str:
    return " ".join(line.written.split())


def _first(words: str, looked_for: Sequence[str]) -> int:
    """Where the first of some words stands, -1 without any."""
    return min((at for word in looked_for if (at := words.find(word)) >= 0), default=-1)


def _work(words: str) -> DocumentType | None:
    if _FIXED in words or "cdd" in words.split():
        return DocumentType.CDD
    if _OPEN in words or "cdi" in words.split():
        return DocumentType.CDI
    return None


def _shared_title(line: _Title, body: _Words, *, portage: bool) -> TypeFound | None:
    """A work contract or a service contract, as the text says; a mission is else a service."""
    kind = _work(line.folded)
    if kind:
        return _completed(kind, line, body, portage=portage)
    work, service = body.kinds(_WORK_WORDS), body.kinds(_SERVICE_WORDS)
    if not portage and work and body.kinds(_TEMPORARY):
        return _completed(DocumentType.AUTRE, line, body, portage=portage)
    if work == service and _MISSION not in line.folded:
        if work:
            return None
        return _titled(DocumentType.AUTRE, line, _UNKNOWN, portage=portage)
    kind = _work_by_content(body) if work > service else DocumentType.PRESTATION
    return _completed(kind, line, body, portage=portage)


def _completed(kind: DocumentType, line: _Title, body: _Words, *, portage: bool) -> TypeFound:
    confidence = _between(_COMPLETED, body, kind)
    return TypeFound(kind, portage, None, "titre_et_texte", _quote(line), confidence)


def _between(bounds: tuple[Decimal, Decimal], body: _Words, kind: DocumentType) -> Decimal:
    """A confidence between `bounds`: the lower when the text speaks as much of work as of
    services, the higher when it speaks of one of them only, and clearly.
    """
    work, service = body.kinds(_WORK_WORDS), body.kinds(_SERVICE_WORDS)
    own, other = (service, work) if kind is DocumentType.PRESTATION else (work, service)
    clear = Decimal(max(0, own - other)) / max(len(_WORK_WORDS), own + other)
    low, high = bounds
    return (low + (high - low) * clear).quantize(Decimal("0.01"))


def _contradicted(kind: DocumentType, body: _Words) -> bool:
    """Whether the text speaks as a contract of the other kind would."""
    if kind in (DocumentType.NDA, DocumentType.CONVENTION):
        return False
    head = _Words(body.folded[:_HEAD])
    work, service = head.kinds(_WORK_WORDS), head.kinds(_SERVICE_WORDS)
    if kind is DocumentType.PRESTATION:
        return work > service
    against, own = (_OPEN, _FIXED) if kind is DocumentType.CDD else (_FIXED, _OPEN)
    return service > work or head.said(against) > head.said(own)


def _amendment(title: _Title, below: Sequence[_Title], body: _Words, *, portage: bool) -> TypeFound:
    """What an amendment amends: as its title says, else as the lines below or the body do."""
    lines = (title, *below[:4])
    said = next((kind for line in lines if (kind := _amended(line.folded))), None)
    about = said
    if about is None:
        about = DocumentType.PRESTATION if _service_first(body) else _work(body.folded)
    about = about or (_portage_by_content(body) if portage else None)
    confidence = _BY_TITLE if said else _COMPLETED[about is not None]
    return TypeFound(DocumentType.AVENANT, portage, about, "titre", _quote(title), confidence)


def _amended(line: str) -> DocumentType | None:
    service = any(word in line for word in _SERVICE)
    return _work(line) or (DocumentType.PRESTATION if service else None)


def _service_first(body: _Words) -> bool:
    """Whether the text names a service contract before any work contract."""
    service, work = _first(body.folded, _SERVICE_NAMED), _first(body.folded, _WORK_NAMED)
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

    def found(kind: DocumentType, words: Sequence[str], confidence: Decimal) -> TypeFound:
        quote = ", ".join(word for word in words if word in body.folded)
        return TypeFound(kind, portage, None, "texte", quote, confidence)

    if secret >= 5 and service < 4 and work < 4:
        return found(DocumentType.NDA, _SECRET_WORDS, _BY_TEXT[1])
    if max(work, service) < 3 or work == service or _quotes_law(body):
        return TypeFound(DocumentType.AUTRE, portage, None, "rien", "", _UNKNOWN)
    kind = _work_by_content(body) if work > service else DocumentType.PRESTATION
    words = _WORK_WORDS if work > service else _SERVICE_WORDS
    return found(kind, words, _between(_BY_TEXT, body, kind))


def _quotes_law(body: _Words) -> bool:
    """Whether the text is one of law: articles of a code, and no sign of a contract."""
    cited = sum(line.startswith(("article l", "art  l")) for line in body.folded.split("\n"))
    return cited >= _LAW_LINES and not body.kinds(_SIGNED)
