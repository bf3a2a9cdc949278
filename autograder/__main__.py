"""Where the command `autograder` begins: what takes longest to start is started first."""

from __future__ import annotations

import gc
import sys

# jsonschema would build a grammar of web addresses when it is imported, which takes a second; without this package
# it does not check their form, and no notebook's schema asks for that. None is Python's own sign for "not installed"
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

WARM = {"grade": ("--help", "--scheduler"), "check": ("--help", "--no-sandbox")} if sys.platform == "linux" else {}
"""Commands that fork a process with TensorFlow imported, and options with which they do not."""


def main() -> None:
    """Run the command; grading imports TensorFlow in the background while this process imports the rest."""
    words = sys.argv[1:]
    command = next((word for word in words if not word.startswith("-")), "")
    if command in WARM and not any(word.startswith(WARM[command]) for word in words):
        from autograder.engine.execution.warm_up import prestart

        prestart()
    gc.disable()  # during the imports it takes a fifth of their time
    from autograder.cli import app

    gc.freeze()  # what they made is here to stay: the collector would look at all of it, again and again
    gc.enable()
    app.main()


if __name__ == "__main__":
    main()
