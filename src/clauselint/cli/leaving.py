"""How commands end: exit codes, expected errors said in French, never a traceback for them."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

from clauselint.cli.output import say_error

__all__ = ["EXIT_FINDINGS", "EXIT_UNREADABLE", "leave"]

EXIT_FINDINGS = 1
EXIT_UNREADABLE = 2
_EXIT_INTERRUPTED = 130


def leave(run: Callable[[], object], *, end_process: bool = False) -> NoReturn:
    """Exit with the code that `run` returns (0 for anything else), or that of its error.

    An error that only a defect explains is raised again. With `end_process`, what the process
    holds is left to the system, which frees it at once.
    """
    try:
        code = run()
    except KeyboardInterrupt:
        say_error("Interrompu.")
        code = _EXIT_INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        code = _expected(error)
    status = code if isinstance(code, int) else 0
    if end_process:
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)
    gc.freeze()  # else the end of the process looks through all objects again, for 10 ms
    sys.exit(status)


def _expected(error: Exception) -> int:
    """Say an error that bad input explains; raise again one that only a defect explains."""
    from clauselint.cli.errors import user_message  # noqa: PLC0415 (only when something went wrong)

    message = user_message(error)
    if message is None:
        raise error
    say_error(message)
    return EXIT_UNREADABLE
