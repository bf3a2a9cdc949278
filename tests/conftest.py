"""Shared fixtures, the markers that a folder sets, and the set-up of the tests' own process."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

pytest_plugins = ["tests.support.jupyterlab_driver"]


def pytest_configure() -> None:
    """Handle Ctrl-C even in the background, where a process, and everything that the tests start, would ignore it."""
    os.environ.setdefault("AUTOGRADER_TRUSTED_ACCOUNTS", "*")  # the clone may be in a folder that others can read
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test with the name of its folder; `--strict-markers` refuses a folder without a marker."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            folder = item.path.relative_to(here).parts[0]
            item.add_marker(folder)
