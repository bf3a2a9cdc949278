"""Proves that students get no solution and no hidden check, cell by cell and as plain text.

It does not use the code that makes the students' version, so that it can judge the result independently.
"""

from __future__ import annotations

import ast
import re
from dataclasses import astuple
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.course.assignment import (
    Assignment,
    assignment_names,
    files_beside,
    grading,
    is_hidden_check,
    is_solution,
    read_assignment,
)
from autograder.engine.notebook.regions import hidden_region, marks_in_use, scheme_region, solution_region

MARKS = ("BEGIN HIDDEN", "END HIDDEN", "BEGIN SOLUTION", "END SOLUTION", "BEGIN MARK SCHEME")
"""Beginnings of nbgrader's marks, which students must not see even if the course configures others."""
SHORTEST = 12
"""Shortest secret line, in characters. A shorter line, such as `x = x + 1`, gives nothing away."""
HELD_OUT = re.compile(r"""^\s*held_out = (["'])(.*)\1\.split\(\)$""", re.MULTILINE)
"""The test data of a hidden check. Students must not see any of these words."""
WORD = re.compile(r"[^\s,;'\"\\()]+")


def find_leaks(tree: Path, source: Path) -> list[str]:
    """Return what students must not see in the files of `tree`: a line for each place, with file and cell."""
    marks = {*MARKS, *astuple(marks_in_use())}
    assignments = [read_assignment(name, source) for name in assignment_names(source)]
    secret, held_out = secret_lines(assignments), held_out_words(assignments)
    leaks = []
    for path in sorted(p for p in tree.rglob("*") if p.is_file()):
        lines = _lines(path)
        leaks += [f"{path}: contains {mark!r}" for mark in sorted(marks) if any(mark in line for line in lines)]
        leaks += [f"{path}: contains the line {line!r}" for line in sorted(secret & lines)]
        if held_out:
            words = {word for line in lines for word in WORD.findall(line)}
            leaks += [f"{path}: contains {word!r}, which a hidden check holds out" for word in sorted(held_out & words)]
    for assignment in assignments:
        for released in sorted(tree.rglob(f"{assignment.name}/{assignment.path.name}")):
            leaks += _leaks_in_cells(assignment, read_assignment(assignment.name, released.parent.parent))
    return leaks


def secret_lines(assignments: list[Assignment]) -> set[str]:
    """Return the long lines of solutions and hidden checks that occur nowhere else.

    Students may see the rest of the notebooks and the files beside them, so lines that occur there are not secret.
    """
    secret: set[str] = set()
    public: set[str] = set()
    for text in {text for assignment in assignments for text in files_beside(assignment).values()}:
        public |= {line.strip() for line in text.decode("utf-8", errors="replace").splitlines()}
    for cell in (cell for assignment in assignments for cell in assignment.notebook.cells):
        shown = cell.source
        for region in (hidden_region(), solution_region(), scheme_region()):
            for match in region.finditer(cell.source):
                secret |= {line.strip() for line in match.group(1).splitlines()}
            shown = region.sub("", shown)
        public |= {line.strip() for line in shown.splitlines()}
    return {line for line in secret - public if len(line) >= SHORTEST}


def held_out_words(assignments: list[Assignment]) -> set[str]:
    """Return the words that hidden checks assign to `held_out` as one text that is split."""
    cells = [cell for assignment in assignments for cell in assignment.notebook.cells]
    hidden = [match.group(1) for cell in cells for match in hidden_region().finditer(cell.source)]
    return {word for text in hidden for _, words in HELD_OUT.findall(text) for word in words.split()}


def _lines(path: Path) -> set[str]:
    """Return the stripped lines of a file; for a notebook, also those of its cells."""
    text = path.read_text(encoding="utf-8", errors="replace")
    lines = {line.strip() for line in text.splitlines()}
    if path.suffix == ".ipynb":
        cells = nbformat.reads(text, as_version=4).cells
        lines |= {line.strip() for cell in cells for line in cell.source.splitlines()}
    return lines


def _leaks_in_cells(assignment: Assignment, released: Assignment) -> list[str]:
    leaks = []
    for cell in released.notebook.cells:
        where = f"{released.path}, cell {cell.id}"
        if cell.get("outputs") or cell.get("execution_count"):
            leaks.append(f"{where}: this cell has an output or an execution count")
        if is_solution(cell):
            leaks += [f"{where}: {fault}" for fault in _faults_of_stub(cell)]
        if is_hidden_check(cell):
            leaks.append(f"{where}: this hidden check still has its body")
    hidden = {grading(c)["grade_id"] for e in assignment.exercises.values() for c in e.hidden}
    for cell in released.notebook.cells:
        if grading(cell).get("grade_id") in hidden and not _is_one_comment(cell):
            leaks.append(f"{released.path}, cell {cell.id}: a hidden check must show one comment line and nothing else")
    return leaks


def _is_one_comment(cell: NotebookNode) -> bool:
    return cell.source.startswith("# Hidden check (") and "\n" not in cell.source.strip()


def _faults_of_stub(cell: NotebookNode) -> list[str]:
    try:
        tree = ast.parse(cell.source)
    except SyntaxError as error:
        return [f"the stub does not parse ({error})"]
    if len(tree.body) != 1 or not isinstance(tree.body[0], ast.FunctionDef):
        return ["a stub must be one function"]
    body = tree.body[0].body
    if len(body) != 2 or ast.get_docstring(tree.body[0]) is None or not isinstance(body[1], ast.Raise):
        return ["a stub must be a docstring and `raise NotImplementedError()`"]
    return []
