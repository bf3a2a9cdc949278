"""Lays a submission over its source: given cells and checks come from the source, the answers from the student."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass

from nbformat import NotebookNode

from autograder.engine.notebook.cell_names import binds
from autograder.engine.notebook.markers import Role, grade_id, is_demo, name_of, role_of, visible_text
from autograder.engine.notebook.read import plain_notebook

ADDED = "added-"
"""The start of the id of a cell that a student added."""
Twins = dict[int, int]
"""Position of a cell in the submission → position of the same cell in the source."""


@dataclass
class Remark:
    """A difference between a submission and the hand-out.

    Attributes:
        what: a word for the difference, such as `missing`.
        cell: the name of the cell, or empty for the whole notebook.
        sentence: a description of the difference for people.
    """

    what: str
    cell: str
    sentence: str


def restore(nb: NotebookNode, source: NotebookNode) -> tuple[NotebookNode, list[Remark]]:
    """Return the submission in the source's order, and its differences from the hand-out.

    Solution cells and added cells come from the submission, given cells and checks from the source. A cell is
    recognized by its grade id, else by its id, else by its content: the same text, or a definition of the names that
    a solution cell defines. If a solution cell occurs more than once, all copies run at the exercise's place in their
    order, and the last one counts, as in a run from top to bottom.
    """
    remarks: list[Remark] = []
    twins = _match(nb, source)
    _remark_rebuilt(nb, source, twins, remarks)
    _remark_order(source, twins, remarks)
    cells = [_plain(cell) for cell in nb.cells[: min(twins, default=len(nb.cells))]]
    for position, original in enumerate(source.cells):
        copies = [k for k in sorted(twins) if twins[k] == position]
        cells += _restored(original, [nb.cells[k] for k in copies], remarks)
        for k in copies:
            cells += _added_after(k, nb, twins)
    restored = plain_notebook(_with_ids(cells))
    if "kernelspec" in source.metadata:
        restored.metadata["kernelspec"] = copy.deepcopy(source.metadata["kernelspec"])
    return restored, remarks


# ---- recognizing the cells


def _match(nb: NotebookNode, source: NotebookNode) -> Twins:
    twins = _match_names(nb, source)
    twins |= _match_texts(nb, source, twins)
    return twins | _match_definitions(nb, source, twins)


def _match_names(nb: NotebookNode, source: NotebookNode) -> Twins:
    by_grade_id = {grade_id(cell): p for p, cell in enumerate(source.cells) if grade_id(cell)}
    by_id = {cell.get("id"): p for p, cell in enumerate(source.cells) if cell.get("id")}
    twins = {}
    for k, cell in enumerate(nb.cells):
        position = by_grade_id.get(grade_id(cell), None if grade_id(cell) else by_id.get(cell.id))
        if position is not None and _fits(cell, source.cells[position]):
            twins[k] = position
    return twins


def _match_texts(nb: NotebookNode, source: NotebookNode, twins: Twins) -> Twins:
    texts = {visible_text(source.cells[p]): p for p in _open_positions(source, twins) if source.cells[p].source.strip()}
    found = {}
    for k, cell in enumerate(nb.cells):
        position = texts.get(cell.source.strip()) if k not in twins else None
        if position is not None and _fits(cell, source.cells[position]):
            found[k] = position
    return found


def _match_definitions(nb: NotebookNode, source: NotebookNode, twins: Twins) -> Twins:
    wanted = {p: _defined(source.cells[p]) for p in _open_positions(source, twins)}
    wanted = {p: names for p, names in wanted.items() if names}
    found = {}
    for k, cell in enumerate(nb.cells):
        if k in twins or cell.cell_type != "code" or not wanted:
            continue
        position = next((p for p, names in wanted.items() if names <= binds(cell.source)), None)
        if position is not None:
            found[k] = position
    return found


def _open_positions(source: NotebookNode, twins: Twins) -> list[int]:
    """Return the positions in the source without a cell of the submission."""
    taken = set(twins.values())
    return [p for p in range(len(source.cells)) if p not in taken]


def _defined(cell: NotebookNode) -> frozenset[str]:
    """Return the names that a solution cell with code defines, or nothing for other cells."""
    return binds(cell.source) if cell.cell_type == "code" and role_of(cell) is Role.SOLUTION else frozenset()


def _fits(cell: NotebookNode, original: NotebookNode) -> bool:
    return cell.cell_type == original.cell_type or role_of(original) in (Role.CHECK, Role.GIVEN)


# ---- what replaces a cell of the source


def _restored(original: NotebookNode, copies: list[NotebookNode], remarks: list[Remark]) -> list[NotebookNode]:
    role = role_of(original)
    if role is Role.FREE:
        return _restored_free(original, copies, remarks)
    if role is Role.SOLUTION:
        return _restored_solution(original, copies, remarks)
    return _restored_locked(original, copies, remarks)


def _restored_free(original: NotebookNode, copies: list[NotebookNode], remarks: list[Remark]) -> list[NotebookNode]:
    """Return a cell that the student may change. Missing code is put back unless it is a demonstration."""
    if original.cell_type != "code":
        return copies[:1]
    if copies:
        return [from_source(original, copies[-1].source)]
    if is_demo(original):
        return []
    _remark(remarks, "missing", original, "was missing and was put back.")
    return [from_source(original)]


def _restored_solution(original: NotebookNode, copies: list[NotebookNode], remarks: list[Remark]) -> list[NotebookNode]:
    if not copies:
        _remark(remarks, "missing", original, "was missing, so it has no answer.")
        return [from_source(original, "")]
    if len(copies) > 1:
        sentence = f"was there {len(copies)} times. All copies were run in their order, and the last one counts."
        _remark(remarks, "duplicated", original, sentence)
    return [*(_plain(cell) for cell in copies[:-1]), from_source(original, copies[-1].source)]


def _restored_locked(original: NotebookNode, copies: list[NotebookNode], remarks: list[Remark]) -> list[NotebookNode]:
    """Return a given cell or a check, always as it is in the source."""
    if not copies:
        _remark(remarks, "missing", original, "was missing and was put back.")
    if len(copies) > 1:
        _remark(remarks, "duplicated", original, f"was there {len(copies)} times. One is enough.")
    if copies and copies[-1].source.strip() not in (visible_text(original), original.source.strip()):
        _remark(remarks, "altered", original, "must not be changed, so the original was put back.")
    return [from_source(original)]


def from_source(original: NotebookNode, text: str | None = None) -> NotebookNode:
    """Return a copy of a cell of the source, with another text if there is one."""
    cell = copy.deepcopy(original)
    cell.pop("attachments", None)
    if text is not None:
        cell.source = text
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
    return cell


def _plain(cell: NotebookNode) -> NotebookNode:
    """Return a copy of a cell without metadata and id."""
    cell = copy.deepcopy(cell)
    cell.metadata = NotebookNode()
    cell.id = ""
    return cell


def _added_after(k: int, nb: NotebookNode, twins: Twins) -> list[NotebookNode]:
    """Return the cells that the student added between cell `k` and the next cell of the hand-out."""
    end = min((position for position in twins if position > k), default=len(nb.cells))
    return [_plain(cell) for cell in nb.cells[k + 1 : end]]


def _with_ids(cells: list[NotebookNode]) -> list[NotebookNode]:
    """Give a new id to each cell whose id is invalid or belongs to another cell."""
    taken = {cell.id for cell in cells if cell.get("id")}
    seen: set[str] = set()
    count = 0
    for cell in cells:
        if not re.fullmatch(r"[\w-]{1,64}", cell.get("id") or "", re.A) or cell.id in seen:
            while f"{ADDED}{count}" in taken:
                count += 1
            cell.id = f"{ADDED}{count}"
            taken.add(cell.id)
        seen.add(cell.id)
    return cells


# ---- remarks


def _remark(remarks: list[Remark], what: str, cell: NotebookNode, sentence: str) -> None:
    remarks.append(Remark(what, name_of(cell), f"The cell {name_of(cell)} {sentence}"))


def _remark_rebuilt(nb: NotebookNode, source: NotebookNode, twins: Twins, remarks: list[Remark]) -> None:
    rebuilt = [k for k, p in twins.items() if role_of(source.cells[p]) is not Role.FREE and not grade_id(nb.cells[k])]
    if rebuilt:
        sentence = f"{len(rebuilt)} cells had lost their grading metadata, but were recognized by id or content."
        remarks.append(Remark("rebuilt", "", sentence))


def _remark_order(source: NotebookNode, twins: Twins, remarks: list[Remark]) -> None:
    graded = [twins[k] for k in sorted(twins) if role_of(source.cells[twins[k]]) is not Role.FREE]
    if list(dict.fromkeys(graded)) != sorted(set(graded)):
        remarks.append(
            Remark("moved", "", "The cells were in a different order and were put back in the original order.")
        )
