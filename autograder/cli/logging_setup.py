"""Sends the log of the package to the terminal."""

from __future__ import annotations

import logging

from autograder.engine.text import PlainMessages


def set_up_logging(verbose: int = 0) -> None:
    """Print the package's warnings on standard error; `verbose` 1 adds information, and 2 adds everything else."""
    level = {0: logging.WARNING, 1: logging.INFO}.get(verbose, logging.DEBUG)
    handler = logging.StreamHandler()
    form = "%(levelname)s: %(message)s" if verbose < 2 else "%(asctime)s %(levelname)s %(module)s: %(message)s"
    handler.setFormatter(logging.Formatter(form))
    handler.addFilter(PlainMessages())
    log = logging.getLogger("autograder")
    log.handlers[:] = [handler]
    log.setLevel(level)
    log.propagate = False
