"""Fixtures that several modules share."""

from tests.browsing import browser, lab, page

__all__ = ["browser", "lab", "page"]
