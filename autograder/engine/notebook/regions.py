"""The regions of a cell's text that students do not get. The checker process imports this, so nbgrader stays out."""

from __future__ import annotations

import re

HIDDEN = re.compile(
    r"^[ \t]*### BEGIN HIDDEN TESTS[^\n]*\n?(.*?)(?:^[ \t]*### END HIDDEN TESTS[^\n]*\n?|\Z)", re.M | re.S
)
"""A region that students do not get; group 1 is its content. Without an end mark, it extends to the end of the cell."""
SOLUTION = re.compile(r"^[ ]*### BEGIN SOLUTION\n(.*?)^[ ]*### END SOLUTION$", re.M | re.S)
"""A region that students get as a stub; group 1 is its content."""
