"""Where the command `autograder` begins: what takes longest to start is started first."""

from __future__ import annotations

import gc
import sys

from autograder.engine.execution.warm_up import prestart

# jsonschema would build a grammar of web addresses when it is imported, which takes a second; without this package
# it does not check their form, and no notebook's schema asks for that. None is Python's own sign for "not installed"
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

NOT_HERE = ("--help", "--scheduler")


def main() -> None:
    """Run the command; grading imports TensorFlow in the background while this process imports the rest."""
    words = sys.argv[1:]
    command = next((word for word in words if not word.startswith("-")), "")
    if command == "grade" and not any(word.startswith(NOT_HERE) for word in words):
        prestart()
    gc.disable()  # during the imports it takes a fifth of their time
    from autograder.cli import app

    gc.freeze()  # what they made is here to stay: the collector would look at all of it, again and again
    gc.enable()
    app.main()


if __name__ == "__main__":
    main()
