"""Fixtures that several modules share, and how the tests' own process is set up."""

import signal

from tests.support.jupyterlab_driver import browser, lab, page

__all__ = ["browser", "lab", "page"]


def pytest_configure() -> None:
    """Hear Ctrl-C: a run that was started in the background ignores it, and so would all that the tests start."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
