"""Entry point of the command `autograder`. It starts the fork server first, because that takes longest."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from autograder.course.course_file import find_preload

# jsonschema would build a grammar of web addresses when it is imported, which takes a second. Without this package it
# does not check their form, which no notebook's schema requires. None is how Python marks a module as not installed
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

WARM = {"grade": ("--help", "--scheduler"), "check": ("--help", "--no-sandbox")} if sys.platform == "linux" else {}
"""Commands that fork a process with the libraries imported, and options with which they do not."""
ROOT_OPTION = "--course-root"


def called(words: Sequence[str]) -> tuple[str, Path]:
    """Return the command in the words of a command line, and the folder of the course that it works on."""
    folder = Path()
    rest = iter(words)
    for word in rest:
        if word == ROOT_OPTION:
            folder = Path(next(rest, ""))
        elif word.startswith(f"{ROOT_OPTION}="):
            folder = Path(word.partition("=")[2])
        elif not word.startswith("-"):
            return word, folder
    return "", folder


def main() -> None:
    """Run the command; grading imports the libraries in the background while this process imports the rest."""
    words = sys.argv[1:]
    command, folder = called(words)
    if command in WARM and not any(word.startswith(WARM[command]) for word in words):
        from autograder.engine.execution.warm_up import prestart

        prestart(find_preload(folder))
    gc.disable()  # during the imports, the collector would take a fifth of their time
    from autograder.cli import app

    gc.freeze()  # the imported objects stay, so the collector need not look at them again and again
    gc.enable()
    app.main()


if __name__ == "__main__":
    main()
