"""A firm's own `modele.docx`: its look is its own, what clausegen needs of it is read here.

Fonts, margins, header, footer and numbering are made in Word. A style answers to its name or to an
alias (« Corps de texte,Alinéa » in the name box of Word): a firm keeps the names it has.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from lxml import etree
from msgspec import Struct

from clauselint.drafting.blocks import Style
from clauselint.drafting.word_numbers import Numerotation, numbering_of
from clauselint.drafting.word_tags import Balises, read_tags
from clauselint.library.problems import LibraryError, Problem

__all__ = ["MC", "W15", "W", "WordTemplate", "read_template", "template_fault"]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_RUNNING = ("word/header", "word/footer")
_SOMMAIRE = "toc 1"


class WordTemplate(Struct, frozen=True):
    """`parts` are written as they are, `running` are the headers and footers, with their tags.

    `head` and `layout` are what stands in the document before and after its text; `style_ids` gives
    the id of a style by its name; `numerotation` says how articles are numbered.
    """

    path: str
    parts: Mapping[str, bytes]
    running: Mapping[str, Balises]
    head: str
    layout: str
    style_ids: Mapping[str, str]
    numerotation: Numerotation


def read_template(path: Path) -> WordTemplate:
    """The template at `path`, read once as long as the file stays the same.

    Raises `LibraryError` when it is not a Word document, lacks a style, or has a tag that can't be
    read.
    """
    found = path.stat()
    return _read(path, found.st_mtime_ns, found.st_size)


def template_fault(
    file: str, message: str, suggestion: str = "", excerpt: str = ""
) -> LibraryError:
    """What to raise for a fault of the template `file`; `excerpt` is the paragraph that has it."""
    return LibraryError((Problem(file, 0, 0, "", message, "", suggestion, excerpt),))


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int, _size: int) -> WordTemplate:
    try:
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        document = etree.fromstring(parts.pop("word/document.xml"))
        styles = etree.fromstring(parts["word/styles.xml"])
    except (OSError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        message = (
            "ce fichier n’est pas un modèle Word lisible ; l’enregistrer dans Word au format .docx"
        )
        raise template_fault(str(path), message) from None
    head, layout = _around(document)
    ids = _style_ids(styles, str(path))
    running = {
        name: read_tags(parts.pop(name), str(path))
        for name in sorted(parts)
        if name.startswith(_RUNNING) and name.endswith(".xml")
    }
    numbers = numbering_of(parts.get("word/numbering.xml"), styles, ids[Style.ARTICLE])
    return WordTemplate(str(path), parts, running, head, layout, ids, numbers)


def _around(document: etree._Element) -> tuple[str, str]:
    """The start tag of the document with the namespaces it needs, and its last `w:sectPr`."""
    body = document.find(f"{{{W}}}body")
    found = body.findall(f"{{{W}}}sectPr") if body is not None else []
    layout = found[-1] if found else etree.Element(f"{{{W}}}sectPr", nsmap={"w": W})
    for name in [name for name in layout.attrib if "}rsid" in str(name)]:
        del layout.attrib[name]
    known = document.get(f"{{{MC}}}Ignorable", "").split()
    given = {str(prefix): str(uri) for prefix, uri in document.nsmap.items() if prefix}
    ignorable = [prefix for prefix in dict.fromkeys((*known, "w15")) if prefix in {*given, "w15"}]
    kept = {prefix: uri for prefix, uri in given.items() if prefix in ignorable}
    spaces = {**kept, "mc": MC, "w": W, "w15": W15}
    declared = "".join(f' xmlns:{prefix}="{spaces[prefix]}"' for prefix in sorted(spaces))
    alone = etree.fromstring(etree.tostring(layout))
    etree.cleanup_namespaces(alone)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document{declared} mc:Ignorable="{" ".join(ignorable)}"><w:body>',
        etree.tostring(alone, encoding="unicode", with_tail=False),
    )


def _style_ids(styles: etree._Element, shown: str) -> dict[str, str]:
    """The id of each style by the name clausegen calls it; case does not count."""
    found: dict[str, str] = {}
    for style in styles.iterfind(f"{{{W}}}style[@{{{W}}}type='paragraph']"):
        style_id = style.get(f"{{{W}}}styleId", "")
        for tag in ("aliases", "name"):
            named = style.find(f"{{{W}}}{tag}")
            names = named.get(f"{{{W}}}val", "").split(",") if named is not None else []
            for name in names:
                if tag == "name" or name.strip().lower() not in found:
                    found[name.strip().lower()] = style_id
    missing = [style.value for style in Style if style.value.lower() not in found]
    if missing:
        several = len(missing) > 1
        styles_said = ", ".join(f"« {name} »" for name in missing)
        message = (
            f"ce modèle n’a pas {'les styles' if several else 'le style'} {styles_said} ; "
            f"{'les' if several else 'le'} créer dans Word, ou ajouter ce nom, après une virgule, "
            "à celui d’un style qui en tient lieu"
        )
        raise template_fault(shown, message)
    wanted = {style.value: found[style.value.lower()] for style in Style}
    if _SOMMAIRE in found:
        wanted[_SOMMAIRE] = found[_SOMMAIRE]
    return wanted
