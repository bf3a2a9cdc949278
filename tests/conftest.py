"""The fixtures that several folders share, the markers that a folder sets, and how the tests' own process is set up."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

pytest_plugins = ["tests.support.jupyterlab_driver"]

SERIAL = "engine"
"""The folder whose tests all watch processes and limits; in other folders a module says so itself."""


def pytest_configure() -> None:
    """Hear Ctrl-C: a run that was started in the background ignores it, and so would all that the tests start."""
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
            if folder == SERIAL:
                item.add_marker("serial")
