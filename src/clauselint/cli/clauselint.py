"""The command `clauselint`, as its process starts.

A plain `check` is read here and run without click, whose import costs a quarter of what unzipping
and parsing a contract does; every other command line is left to click.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

# Objects made before the collector looks at them: reading a contract makes many and no cycle, and
# the default of 700 costs a cold check an eighth of its time.
gc.set_threshold(1_000_000)

__all__ = ["main"]


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line `args` (that of the process when left out), and exit with its code."""
    words = sys.argv[1:] if args is None else list(args)
    options = None
    if words[:1] == ["check"] and "_CLAUSELINT_COMPLETE" not in os.environ:
        from clauselint.cli.plain_check import plain_options  # noqa: PLC0415

        options = plain_options(words[1:])
    if options is None:
        from clauselint.cli.commands import main as commands  # noqa: PLC0415

        sys.exit(commands(words))
    _check(options, end_process=args is None)


def _check(options: dict[str, object], *, end_process: bool) -> NoReturn:
    _import_msgspec()
    from clauselint.cli.checking import run_check  # noqa: PLC0415
    from clauselint.cli.leaving import leave  # noqa: PLC0415

    leave(lambda: run_check(**options), end_process=end_process)  # type: ignore[arg-type]


def _import_msgspec() -> None:
    """Import it without `typing_extensions`, which it does without, and which costs it 4 ms."""
    name = "typing_extensions"
    if name not in sys.modules:
        sys.modules[name] = None  # type: ignore[assignment]
        try:
            import msgspec  # noqa: F401, PLC0415
        finally:
            del sys.modules[name]
