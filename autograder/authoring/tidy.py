"""Tidies a source notebook after an edit: makes cell ids readable, clears outputs, and unifies the file format."""

from __future__ import annotations

import re

import nbformat
from nbformat import NotebookNode

from autograder.course.assignment import Assignment, grading, is_check
from autograder.engine.files import atomic_write

GENERATED = re.compile(r"[0-9a-f]{8}(-[0-9a-f-]+)?")
LONGEST = 40


def tidy(assignment: Assignment) -> list[str]:
    """Tidy the assignment's notebook and write it; return a line for each change."""
    changes = []
    taken: set[str] = set()
    for cell in assignment.notebook.cells:
        wanted = grading(cell).get("grade_id") or (_slug(cell) if GENERATED.fullmatch(cell.id) else cell.id)
        name = _free(wanted, taken)
        if name != cell.id:
            changes.append(f"cell id {cell.id} is now {name}")
            cell.id = name
        taken.add(name)
        if cell.cell_type == "code" and (cell.outputs or cell.execution_count):
            changes.append(f"cell {name}: outputs cleared")
            cell.outputs, cell.execution_count = [], None
        for extra in ("execution", "lines_to_next_cell"):
            cell.metadata.pop(extra, None)
        _fold(cell)
    assignment.notebook.metadata["language_info"] = {"name": "python"}
    text = nbformat.writes(assignment.notebook) + "\n"
    if text != assignment.path.read_text(encoding="utf-8"):
        atomic_write(assignment.path, text)
    return changes


def _fold(cell: NotebookNode) -> None:
    """Fold the source of a check, in JupyterLab's way: students run it, and that of a prediction shows an answer."""
    if cell.cell_type == "code" and is_check(cell):
        cell.metadata.setdefault("jupyter", {})["source_hidden"] = True


def _slug(cell: NotebookNode) -> str:
    """Return a name for a cell, made from its first words."""
    words = re.findall(r"[a-z0-9_]+", cell.source.lower())
    slug = ""
    for word in words:
        if len(slug) + len(word) >= LONGEST:
            break
        slug += ("-" if slug else "") + word
    return slug if len(slug) > 1 else "cell"


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    return next(f"{name}-{k}" for k in range(2, len(taken) + 3) if f"{name}-{k}" not in taken)
