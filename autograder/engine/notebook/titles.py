"""Reads titles from the headings of a notebook: its own title, and the title and section of each exercise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from nbformat import NotebookNode

from autograder.engine.notebook.markers import grade_id, is_solution, is_task
from autograder.engine.notebook.restore import ADDED

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*)")
"""A heading of Markdown on a line; group 1 is its level, group 2 its text."""
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
"""The first and the last line of a code block. A `#` between them is a comment, not a heading."""
POINTS = re.compile(r"\s*\([^()]*\bpoints?\)$")
LINK = re.compile(r"\[([^][]*)\]\([^()]*\)")
LONGEST = 200
"""Longest title that is kept, in characters, because a student can edit the headings of a submission."""


class Heading(NamedTuple):
    """A heading: its level, from 1 to 6, and its text without markup."""

    level: int
    text: str


@dataclass
class Outline:
    """The titles by which people know the parts of a notebook.

    Attributes:
        title: the first heading of level 1, or an empty text if there is no such heading.
        titles: exercise name (the grade id of its solution cell) -> title, the name itself if it has no heading.
        sections: exercise name -> the nearest heading above that is not the title of an exercise or of the notebook.
            An exercise without such a heading is left out.
    """

    title: str = ""
    titles: dict[str, str] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)


def exercise_titles(notebook: NotebookNode) -> dict[str, str]:
    """Return the title of each exercise, such as "Exercise 2 · The whole sentence", by the exercise's name.

    The name is the grade id of the solution cell, and the title is the heading above that cell, without the points.
    The title of an exercise without a heading is its name.
    """
    return read_outline(notebook).titles


def read_outline(notebook: NotebookNode) -> Outline:
    """Return the titles of a notebook, of its exercises and of their sections.

    Headings in cells that a student added to a graded notebook do not count.
    """
    outline = Outline()
    section, latest = "", ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and not is_solution(cell) and not cell.get("id", "").startswith(ADDED):
            for heading in headings(cell.source):
                if heading.level == 1 and not outline.title:
                    outline.title = heading.text
                else:
                    # the heading before this one has no exercise, so it is the title of a section
                    section, latest = latest or section, heading.text
        if is_solution(cell) or is_task(cell):
            name = str(grade_id(cell))
            outline.titles[name] = latest or name
            if section:
                outline.sections[name] = section
            latest = ""
    return outline


def headings(text: str) -> Iterator[Heading]:
    """Yield the headings of a Markdown text, without the points of an exercise."""
    fence = ""
    for line in text.splitlines():
        mark = FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif fence and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        elif not fence and (heading := HEADING.match(line[: 2 * LONGEST])):
            yield Heading(len(heading[1]), POINTS.sub("", _plain(heading[2]))[:LONGEST])


def _plain(text: str) -> str:
    """Return the text of a heading without closing marks, emphasis, code marks and addresses of links."""
    text = LINK.sub(r"\1", text.strip().rstrip("#").rstrip())
    return text.replace("**", "").replace("`", "").strip()
