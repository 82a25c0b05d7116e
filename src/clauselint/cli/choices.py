"""The words that options take."""

from __future__ import annotations

__all__ = ["FORMATS", "LANGS", "LEVELS", "TYPES"]

FORMATS = ("text", "json")
LANGS = ("fr", "en")
LEVELS = ("erreur", "avertissement", "info", "never")  # the gravest first
TYPES = (
    "cdd",
    "cdi",
    "prestation",
    "avenant",
    "convention",
    "devis",
    "compte_rendu_activite",
    "pv_recette",
    "mise_en_demeure",
    "nda",
    "autre",
)
