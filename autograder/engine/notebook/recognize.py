"""Recognizes the cells of a submission: which cell of the source each of them is. It runs nothing."""

from __future__ import annotations

import re
import unicodedata

from nbformat import NotebookNode

from autograder.engine.notebook.cell_names import binds
from autograder.engine.notebook.markers import Role, grade_id, role_of, visible_text
from autograder.engine.notebook.regions import solution_region

Twins = dict[int, int]
"""Position of a cell in the submission → position of the same cell in the source."""
UNWRITTEN = re.compile(r"(pass|\.\.\.|raise NotImplementedError(\(.*\))?)?")
"""The code, without comments, that stands for an answer that is not written yet."""


def recognize(nb: NotebookNode, source: NotebookNode) -> Twins:
    """Return which cell of the source each cell of a submission is. Cells that a student added are left out.

    A cell is recognized by its grade id, else by its id, else by its content: the same text, or a definition of the
    names that a solution cell defines. A solution cell that is left is the one between the same neighbours.
    """
    twins = _by_name(nb, source)
    twins |= _by_text(nb, source, twins)
    twins |= _by_definition(nb, source, twins)
    return twins | _by_place(nb, source, twins)


def same_text(one: str, other: str) -> bool:
    """Return whether two texts are equal but for blanks at the ends of lines and the Unicode form of characters."""
    return _plain(one) == _plain(other)


def is_unwritten(text: str, original: NotebookNode) -> bool:
    """Return whether a solution cell is empty, or as it was handed out: its given parts with no code between them."""
    given = [_plain(part) for part in solution_region().split(original.source)[::2]]
    first, *middle, last = given if len(given) > 1 else ("", "")  # without a region, nbgrader replaces the whole cell
    rest = _plain(text)
    if not rest:
        return True
    if not rest.startswith(first):
        return False
    rest = rest.removeprefix(first)
    for part in middle:
        code, found, rest = rest.partition(part)
        if not found or not _is_stub(code):
            return False
    return rest.endswith(last) and _is_stub(rest.removesuffix(last))


def _is_stub(code: str) -> bool:
    lines = (line.strip() for line in code.splitlines())
    return UNWRITTEN.fullmatch("\n".join(line for line in lines if line and not line.startswith("#"))) is not None


def _plain(text: str) -> str:
    return "\n".join(line.rstrip() for line in unicodedata.normalize("NFC", text).splitlines()).strip()


def _by_name(nb: NotebookNode, source: NotebookNode) -> Twins:
    by_grade_id = {grade_id(cell): p for p, cell in enumerate(source.cells) if grade_id(cell)}
    by_id = {cell.get("id"): p for p, cell in enumerate(source.cells) if cell.get("id")}
    twins = {}
    for k, cell in enumerate(nb.cells):
        position = by_grade_id.get(grade_id(cell), by_id.get(cell.id))
        if position is not None and _fits(cell, source.cells[position]):
            twins[k] = position
    return twins


def _by_text(nb: NotebookNode, source: NotebookNode, twins: Twins) -> Twins:
    """Recognize cells by their text. Of several source cells with this text, the neighbours decide which it is."""
    places: dict[str, list[int]] = {}
    for position in _open_positions(source, twins):
        if source.cells[position].source.strip():
            places.setdefault(_plain(visible_text(source.cells[position])), []).append(position)
    found: Twins = {}
    ambiguous = {}
    for k, cell in enumerate(nb.cells):
        fitting = [p for p in places.get(_plain(cell.source), []) if k not in twins and _fits(cell, source.cells[p])]
        if len(fitting) == 1:
            found[k] = fitting[0]
        elif fitting:
            ambiguous[k] = fitting
    known = twins | found
    for k, fitting in ambiguous.items():
        known[k] = found[k] = _nearest(fitting, *_neighbours(k, known))
    return found


def _nearest(positions: list[int], before: int, after: float) -> int:
    """Return the first position between the neighbours' positions, which may be the one before once more."""
    between = [p for p in positions if before < p < after] or [p for p in positions if p == before]
    return (between or [p for p in positions if p > before] or positions)[0]


def _neighbours(k: int, twins: Twins) -> tuple[int, float]:
    """Return the positions in the source of the nearest recognized cells above and below cell `k`."""
    above = max((each for each in twins if each < k), default=None)
    below = min((each for each in twins if each > k), default=None)
    return -1 if above is None else twins[above], float("inf") if below is None else twins[below]


def _by_definition(nb: NotebookNode, source: NotebookNode, twins: Twins) -> Twins:
    wanted = {p: _defined(source.cells[p]) for p in _open_positions(source, twins)}
    wanted = {p: names for p, names in wanted.items() if names}
    found: Twins = {}
    for k, cell in enumerate(nb.cells):
        if k not in twins and wanted:
            position = next((p for p, names in wanted.items() if names <= binds(cell.source)), None)
            found |= {} if position is None else {k: position}
    return found


def _defined(cell: NotebookNode) -> frozenset[str]:
    """Return the names that an answer must define: those that a solution cell with code defines in its given part."""
    if cell.cell_type != "code" or role_of(cell) is not Role.SOLUTION:
        return frozenset()
    given = solution_region().sub(_as_pass, cell.source)
    return binds(given) or binds(cell.source)


def _as_pass(region: re.Match[str]) -> str:
    code = region[0]
    return code[: len(code) - len(code.lstrip(" "))] + "pass"


def _by_place(nb: NotebookNode, source: NotebookNode, twins: Twins) -> Twins:
    """Recognize answers in a notebook without grade ids: the last unknown cell between the neighbours of an answer."""
    if any(grade_id(cell) for cell in nb.cells):
        return {}
    found: Twins = {}
    for position in _open_positions(source, twins):
        original = source.cells[position]
        above = max((p for p in twins.values() if p < position), default=-1)
        below = min((p for p in twins.values() if p > position), default=len(source.cells))
        answers = [p for p in range(above + 1, below) if role_of(source.cells[p]) is Role.SOLUTION]
        if answers == [position]:
            start = max((k for k, p in twins.items() if p == above), default=-1)
            end = min((k for k, p in twins.items() if p == below and k > start), default=len(nb.cells))
            unknown = (k for k in range(start + 1, end) if k not in twins and k not in found)
            same_type = [
                k for k in unknown if nb.cells[k].cell_type == original.cell_type and nb.cells[k].source.strip()
            ]
            found |= {same_type[-1]: position} if same_type else {}
    return found


def _open_positions(source: NotebookNode, twins: Twins) -> list[int]:
    """Return the positions in the source without a cell of the submission."""
    taken = set(twins.values())
    return [p for p in range(len(source.cells)) if p not in taken]


def _fits(cell: NotebookNode, original: NotebookNode) -> bool:
    """Return whether a cell can be this one. An answer stays one if its cell was turned into another type."""
    return cell.cell_type == original.cell_type or role_of(original) is not Role.FREE
