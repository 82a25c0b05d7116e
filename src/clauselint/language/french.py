"""French for spaCy without `spacy.lang.fr`, whose import compiles one pattern for seconds.

That pattern (`TOKEN_MATCH`) keeps words with a hyphen whole. Here it has one branch for all
prefixes, of those that contracts use, and the stored copy of it in the model is not read. The rest
of the tokenizer is spaCy's, so that the model sees the words it was trained on.

Only `names` imports this module, and only when a passage has to be analysed.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

from spacy.lang.char_classes import (
    ALPHA,
    ALPHA_LOWER,
    ALPHA_UPPER,
    CONCAT_QUOTES,
    CURRENCY,
    LIST_ELLIPSES,
    LIST_PUNCT,
    LIST_QUOTES,
    UNITS,
)
from spacy.lang.punctuation import TOKENIZER_INFIXES, TOKENIZER_PREFIXES
from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS
from spacy.language import BaseDefaults, Language
from spacy.symbols import ORTH
from spacy.util import load_config, update_exc

__all__ = ["MODEL", "load_names_model"]

MODEL = "fr_core_news_sm"

_ABBREVIATIONS = (
    "av.", "janv.", "févr.", "avr.", "juill.", "sept.", "oct.", "nov.", "déc.", "Dr.", "M.", "Mr.",
    "Mme.", "Mlle.", "MM.", "n°", "No.", "St.", "Ste.", "cf.", "etc.", "pp.", "aujourd'hui",
    "Aujourd'hui", "après-midi", "au-delà", "au-dessus", "celle-ci", "celles-ci", "celui-ci",
    "ci-dessous", "elle-même", "lui-même", "jusque-là", "peut-être", "rendez-vous",
)  # fmt: skip
_PREFIXES = (
    "anti|après|arrière|audio|avant|auto|bien|chef|co|compte|contre|cyber|demi|dix|e|entre|ex|"
    "extra|grande?|haute?|hors|hyper|infra|inter|intra|jean|macro|mal|marie|méta|micro|mi|mini|"
    "mono|multi|non|nord|notre|outre|pierre|porte|post|pré|pro|procès|pseudo|quasi|quatre|radio|ré|"
    "sa?inte?s?|sans|semi|socio|soixante|sous|sub|sud|super|sur|télé|tiers|trans|trente|trois|"
    "ultra|val|vice|vidéo|vingt"
)
_JOINTS = "à|aux?|d[eu]|des?|en|et|la|l[eè]s?|près|saint|sous|sur"
_HYPHENS = "-–—‐‑"
_ELISIONS = "'’"
_AFTER_HYPHEN = "ce|clés|elle|en|il|ils|je|là|moi|nous|on|t|vous"
_WHOLE = re.compile(
    rf"(?:{_PREFIXES})[{_HYPHENS}][a-zà-öø-ÿœ][{_HYPHENS}{_ELISIONS}a-zà-öø-ÿœ]*"
    rf"|[a-zà-öø-ÿœ]+[{_HYPHENS}](?:{_JOINTS})[{_HYPHENS}](?:l[{_ELISIONS}])?[a-zà-öø-ÿœ]+",
    re.IGNORECASE,
)


class _Defaults(BaseDefaults):
    tokenizer_exceptions = update_exc(
        BASE_EXCEPTIONS, {word: [{ORTH: word}] for word in _ABBREVIATIONS}
    )
    prefixes = [*TOKENIZER_PREFIXES, rf"(?:[dlnDLN][{_ELISIONS}])(?=[{ALPHA}])"]  # noqa: RUF012
    suffixes = [  # noqa: RUF012
        *LIST_PUNCT,
        *LIST_ELLIPSES,
        *LIST_QUOTES,
        r"(?<=[0-9])[+%]",
        r"(?<=°[FfCcKk])\.",
        rf"(?<=[0-9])(?:{CURRENCY}|{UNITS})",
        rf"(?<=[0-9{ALPHA_LOWER}%²\-\+(?:{CONCAT_QUOTES})])\.",
        rf"(?<=[{ALPHA_UPPER}][{ALPHA_UPPER}])\.",
        rf"(?<=[{ALPHA}])[{_HYPHENS}](?:{_AFTER_HYPHEN}|{_AFTER_HYPHEN.upper()})",
    ]
    infixes = [*TOKENIZER_INFIXES, rf"(?<=[{ALPHA}][{_ELISIONS}])(?=[{ALPHA}])"]  # noqa: RUF012
    token_match = _WHOLE.fullmatch


class _French(Language):  # type: ignore[no-untyped-call]
    """Not registered with spaCy: a program that also uses spaCy's own French keeps it."""

    lang = "fr"
    Defaults = _Defaults


def load_names_model() -> Language:
    """The model with its recogniser of names alone. Raises `OSError` when its files are missing."""
    folder = _folder()
    config = load_config(folder / "config.cfg")
    unused = [name for name in config["nlp"]["pipeline"] if name != "ner"]
    model = _French.from_config(config, exclude=unused)
    # The model's own tokenizer file holds the slow pattern.
    return model.from_disk(folder, exclude=[*unused, "tokenizer"])


def _folder() -> Path:
    """Where the files of the model are, found without importing it."""
    spec = find_spec(MODEL)
    if spec is None or spec.origin is None:
        raise OSError(f"{MODEL} n’est pas installé")
    package = Path(spec.origin).parent
    return next(iter(sorted(package.glob(f"{MODEL}-*/config.cfg"))), package / "config.cfg").parent
