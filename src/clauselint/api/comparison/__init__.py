"""A contract compared with the library’s own text, clause by clause."""

from clauselint.api.comparison.comparing import Difference, Etat, Reglage, diff
from clauselint.api.comparison.matching import Passage
from clauselint.api.comparison.text import diff_json, diff_text

__all__ = ["Difference", "Etat", "Passage", "Reglage", "diff", "diff_json", "diff_text"]
