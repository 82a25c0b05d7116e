"""From a mission to contracts: `draft` makes their text, `write` their Word file, `save` files."""

from clauselint.drafting.assembly import draft, draft_consolidated, render_clause
from clauselint.drafting.blocks import Draft
from clauselint.drafting.liens import IncompatibleClauses
from clauselint.drafting.output import EditedContract, save
from clauselint.drafting.word_package import write

__all__ = [
    "Draft",
    "EditedContract",
    "IncompatibleClauses",
    "draft",
    "draft_consolidated",
    "render_clause",
    "save",
    "write",
]
