"""The regions of a cell's text that students do not get, and the marks at their beginning and end.

As in nbgrader, every line that contains the words is a mark. A course can configure other words. They are set once for
this process, because a process works on one course. The checker process gets line numbers instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Marks:
    """The words that mark the first and the last line of a region, by default those of nbgrader."""

    begin_hidden: str = "BEGIN HIDDEN TESTS"
    end_hidden: str = "END HIDDEN TESTS"
    begin_solution: str = "BEGIN SOLUTION"
    end_solution: str = "END SOLUTION"
    begin_scheme: str = "BEGIN MARK SCHEME"
    end_scheme: str = "END MARK SCHEME"

    @cached_property
    def hidden(self) -> re.Pattern[str]:
        """The pattern of a hidden region; see `hidden_region`."""
        return _region(self.begin_hidden, self.end_hidden, r"\n?")

    @cached_property
    def solution(self) -> re.Pattern[str]:
        """The pattern of a solution; see `solution_region`."""
        return _region(self.begin_solution, self.end_solution, "")

    @cached_property
    def scheme(self) -> re.Pattern[str]:
        """The pattern of a marking scheme; see `scheme_region`."""
        return _region(self.begin_scheme, self.end_scheme, r"\n?")


def _region(begin: str, end: str, rest: str) -> re.Pattern[str]:
    first, last = (rf"^[^\n]*{re.escape(mark)}[^\n]*" for mark in (begin, end))
    return re.compile(rf"{first}\n?(.*?)(?:{last}{rest}|\Z)", re.M | re.S)


_in_use = Marks()


def use_marks(marks: Marks) -> None:
    """Make these the marks of this process."""
    global _in_use
    _in_use = marks


def marks_in_use() -> Marks:
    """Return the marks of this process."""
    return _in_use


def hidden_region() -> re.Pattern[str]:
    """Return the pattern of tests that students do not get, with both marks; group 1 is the content.

    Without an end mark, the region extends to the end of the cell.
    """
    return _in_use.hidden


def solution_region() -> re.Pattern[str]:
    """Return the pattern of code that students get as a stub, without the last line break; group 1 is the content."""
    return _in_use.solution


def scheme_region() -> re.Pattern[str]:
    """Return the pattern of a marking scheme in a task that a person grades; group 1 is the content."""
    return _in_use.scheme


def hidden_lines(source: str) -> list[int]:
    """Return the numbers of the lines in hidden regions, from 1."""
    numbers: list[int] = []
    for match in hidden_region().finditer(source):
        first = source.count("\n", 0, match.start()) + 1
        numbers += range(first, first + match.group().rstrip("\n").count("\n") + 1)
    return numbers
