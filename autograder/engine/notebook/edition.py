"""The edition of a course that a notebook belongs to; the notebook carries it in its metadata.

Points and checks of two editions differ, so a submission is graded by the edition that was handed out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode

FIRST = 1
"""The edition of a notebook that carries no number: those of the first edition did not."""
LAST = 9999
"""The largest number that counts as an edition."""


def is_edition(value: Any) -> bool:
    """Return whether a value is the number of an edition."""
    return type(value) is int and FIRST <= value <= LAST


def edition_of(notebook: Mapping[str, Any]) -> int:
    """Return the edition of a notebook, read from its JSON or as nbformat reads it.

    A student can write anything into the metadata, so a value that is no edition counts as none.
    """
    record: Any = notebook
    for key in ("metadata", "autograder", "edition"):
        record = record.get(key) if isinstance(record, dict) else None
    return record if is_edition(record) else FIRST


def mark_edition(notebook: NotebookNode, course: str, edition: int) -> None:
    """Write the course and its edition into the metadata of a notebook."""
    notebook.metadata["autograder"] = {"course": course, "edition": edition}


def edition_conflict(theirs: int, ours: int) -> str:
    """Return why a submission of one edition is not graded by another, and what to do; empty if both are the same."""
    if theirs == ours:
        return ""
    return (
        f"this notebook is of edition {theirs} and source/ of edition {ours}. Grade it in a checkout of edition "
        f"{theirs} (`git checkout <tag>`), or ask the student to copy the answers into the notebook of edition {ours}."
    )
