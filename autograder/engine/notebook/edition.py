"""The edition of a course that a notebook belongs to. The notebook carries it in its metadata.

Editions differ in points and checks, so a submission is graded with the edition that was handed out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode

FIRST = 1
"""The edition of a notebook without a number, because notebooks of the first edition had none."""
LAST = 9999
"""The largest number that counts as an edition."""


def is_edition(value: Any) -> bool:
    """Return whether a value is the number of an edition."""
    return type(value) is int and FIRST <= value <= LAST


def edition_of(notebook: Mapping[str, Any]) -> int:
    """Return the edition of a notebook, read from its JSON or as nbformat reads it.

    A student can write anything into the metadata, so an invalid value counts as no value.
    """
    record: Any = notebook
    for key in ("metadata", "autograder", "edition"):
        record = record.get(key) if isinstance(record, dict) else None
    return record if is_edition(record) else FIRST


def mark_edition(notebook: NotebookNode, course: str, edition: int) -> None:
    """Write the course and its edition into the metadata of a notebook."""
    notebook.metadata["autograder"] = {"course": course, "edition": edition}


def edition_conflict(theirs: int, ours: int) -> str:
    """Return why a submission from another edition is not graded, and what to do; empty if the editions are equal."""
    if theirs == ours:
        return ""
    return (
        f"this notebook is from edition {theirs}, but source/ is edition {ours}. Grade it in a checkout of edition "
        f"{theirs} (`git checkout <tag>`), or ask the student to copy the answers into the notebook of edition {ours}."
    )
