"""Write `docs/regles`: a page for each rule of the standard library, and their index.

    python -m tools.rule_pages

A page whose rule is gone is removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from clauselint.api.rule_sheets import rule_pages
from clauselint.library import load_library

PAGES = Path(__file__).parent.parent / "docs" / "regles"


def write(pages: Mapping[str, str], folder: Path) -> None:
    """Make `folder` hold `pages` and no other Markdown page."""
    for name, text in pages.items():
        page = folder / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    for page in folder.rglob("*.md"):
        if page.relative_to(folder).as_posix() not in pages:
            page.unlink()


if __name__ == "__main__":
    write(rule_pages(load_library()), PAGES)
