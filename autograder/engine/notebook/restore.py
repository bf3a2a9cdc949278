"""Lays a submission over its source notebook: cells are recognized, put back and described."""

from __future__ import annotations

import copy
import re
from bisect import bisect_left
from typing import Any

from nbformat import NotebookNode

from autograder.engine.notebook.cell_names import binds, uses
from autograder.engine.notebook.markers import Role, grade_id, is_check, is_demo, role_of, visible_text
from autograder.engine.notebook.read import plain_notebook
from autograder.engine.notebook.recognize import is_unwritten, recognize, same_text
from autograder.engine.notebook.remarks import Remark, Remarks

__all__ = ["ADDED", "Remark", "restore"]
ADDED = "added-"
"""The start of the id of a cell that a student added."""


def restore(nb: NotebookNode, source: NotebookNode) -> tuple[NotebookNode, list[Remark]]:
    """Return the submission in the source's order, and its differences from the hand-out.

    Solution cells and added cells come from the submission, given cells and checks from the source. `recognize` finds
    out which is which. Added cells stay between the same neighbours. If a solution cell occurs more than once, all
    copies run where they are, and the last one counts, as in a run from top to bottom. A copy below the checks that
    was left as it was handed out is dropped.
    """
    return _Restoration(nb, source).whole()


class _Restoration:
    """One submission on its way into the order of the source.

    Attributes:
        twins: which cell of the source each recognized cell is.
        late: cells without an answer below the checks of an exercise that has one above them.
        counts: position in the source → the cell of the submission that counts there.
        anchors: the recognized cells that are in the source's order.
        added: position of an anchor, or -1 → the student's other cells between it and the next anchor.
    """

    def __init__(self, nb: NotebookNode, source: NotebookNode) -> None:
        self.nb, self.source = nb, source
        self.twins = recognize(nb, source)
        self.copies: dict[int, list[int]] = {}
        for k in sorted(self.twins):
            self.copies.setdefault(self.twins[k], []).append(k)
        for k in [k for position, copies in self.copies.items() for k in self._changed_copies(position, copies)]:
            del self.twins[k]
        self.late = {k for position, copies in self.copies.items() for k in self._late_stubs(position, copies)}
        self.counts = {position: self._last(position, copies) for position, copies in self.copies.items()}
        self.anchors = self._in_order()
        self.added = self._added_cells()
        self.remarks = Remarks()

    def whole(self) -> tuple[NotebookNode, list[Remark]]:
        """Return the restored notebook and the remarks."""
        moved = {position: self._take_helpers(position) for position in self.counts if self._is_moved_answer(position)}
        self._remark_whole()
        cells = self._plain(self.added[-1])
        for position, original in enumerate(self.source.cells):
            before, after = moved.get(position, ([], []))
            cells += self._plain(before)
            cells += self._restored(position, original)
            cells += self._plain(after + self.added.get(position, []))
        restored = plain_notebook(_with_ids(cells))
        if "kernelspec" in self.source.metadata:
            restored.metadata["kernelspec"] = copy.deepcopy(self.source.metadata["kernelspec"])
        return restored, self.remarks.collected()

    # ---- which cell counts, and where it is

    def _changed_copies(self, position: int, copies: list[int]) -> list[int]:
        """Return the copies of given code that the student made into other code. They count as added cells."""
        original = self.source.cells[position]
        if len(copies) == 1 or original.cell_type != "code" or role_of(original) is Role.SOLUTION:
            return []
        if role_of(original) is Role.FREE:
            counts = self.nb.cells[copies[-1]].source
            return [k for k in copies if not same_text(self.nb.cells[k].source, counts)]
        changed = [k for k in copies if not self._is_as_given(k, original)]
        return changed if len(changed) < len(copies) else changed[1:]

    def _is_as_given(self, k: int, original: NotebookNode) -> bool:
        return any(same_text(self.nb.cells[k].source, given) for given in (visible_text(original), original.source))

    def _late_stubs(self, position: int, copies: list[int]) -> list[int]:
        """Return the copies without an answer below the next check, if there is a copy above it."""
        original = self.source.cells[position]
        if role_of(original) is not Role.SOLUTION:
            return []
        check = next((p for p in range(position, len(self.source.cells)) if is_check(self.source.cells[p])), -1)
        checked = next((k for k in self.copies.get(check, []) if k > copies[0]), len(self.nb.cells))
        return [k for k in copies if k > checked and is_unwritten(self.nb.cells[k].source, original)]

    def _last(self, position: int, copies: list[int]) -> int:
        """Return the copy that counts: the last one, preferably of the same type as the source's cell."""
        original = self.source.cells[position]
        left = [k for k in copies if k not in self.late]
        return ([k for k in left if self.nb.cells[k].cell_type == original.cell_type] or left)[-1]

    def _in_order(self) -> set[int]:
        """Return a longest sequence of recognized cells that are in the source's order.

        Of code that the student may write, only the copy that counts can be in it.
        """
        ends: list[tuple[int, int]] = []  # (position, cell) of the best end of a sequence of each length
        previous: dict[int, int] = {}
        for k in sorted(self.twins):
            position = self.twins[k]
            original = self.source.cells[position]
            if _is_written_by_student(original) and self.counts[position] != k:
                continue
            length = bisect_left(ends, position, key=lambda end: end[0])
            if length == len(ends) or ends[length][0] != position:
                ends[length : length + 1] = [(position, k)]
                previous[k] = ends[length - 1][1] if length else -1
        chain, k = set(), ends[-1][1] if ends else -1
        while k >= 0:
            chain.add(k)
            k = previous[k]
        return chain

    def _added_cells(self) -> dict[int, list[int]]:
        """Return the cells that are not in the source and the copies that do not count, by the anchor above them."""
        added: dict[int, list[int]] = {-1: []}
        above = -1
        for k in range(len(self.nb.cells)):
            if k in self.anchors:
                above = self.twins[k]
                added[above] = []
            elif k not in self.twins or self._is_extra_copy(k):
                added[above].append(k)
        return added

    def _is_extra_copy(self, k: int) -> bool:
        position = self.twins[k]
        is_answer = role_of(self.source.cells[position]) is Role.SOLUTION
        return is_answer and k != self.counts[position] and k not in self.late

    def _is_moved(self, position: int) -> bool:
        return position in self.copies and not self.anchors & set(self.copies[position])

    def _is_moved_answer(self, position: int) -> bool:
        return self._is_moved(position) and role_of(self.source.cells[position]) is Role.SOLUTION

    def _take_helpers(self, position: int) -> tuple[list[int], list[int]]:
        """Take the cells out of `added` that an answer needs if it is moved up; return those above and below it."""
        answer = self.counts[position]
        further_down = [k for above, cells in self.added.items() if above >= position for k in cells]
        wanted = uses(self.nb.cells[answer].source)
        taken: set[int] = set()
        while more := [k for k in further_down if k not in taken and binds(self.nb.cells[k].source) & wanted]:
            taken |= set(more)
            wanted = wanted.union(*(uses(self.nb.cells[k].source) for k in more))
        for cells in self.added.values():
            cells[:] = [k for k in cells if k not in taken]
        return sorted(k for k in taken if k < answer), sorted(k for k in taken if k > answer)

    # ---- what replaces a cell of the source

    def _plain(self, indices: list[int]) -> list[NotebookNode]:
        """Return copies of cells without metadata and id."""
        cells = [copy.deepcopy(self.nb.cells[k]) for k in indices]
        for cell in cells:
            cell.metadata = NotebookNode()
            cell.id = ""
        return cells

    def _restored(self, position: int, original: NotebookNode) -> list[NotebookNode]:
        role = role_of(original)
        if role is Role.FREE:
            return self._restored_free(position, original)
        return [self._answer(position, original) if role is Role.SOLUTION else self._locked(position, original)]

    def _restored_free(self, position: int, original: NotebookNode) -> list[NotebookNode]:
        """Return a cell that the student may change. Missing code is put back unless it is a demonstration."""
        if position in self.copies:
            if original.cell_type == "code":
                return [from_source(original, self.nb.cells[self.counts[position]].source)]
            return [self.nb.cells[self.copies[position][0]]]
        if original.cell_type != "code" or is_demo(original):
            return []
        self.remarks.add("missing", original)
        return [from_source(original)]

    def _answer(self, position: int, original: NotebookNode) -> NotebookNode:
        if position not in self.copies:
            self.remarks.add("missing", original, "answer")
            return from_source(original, "")
        copies, cell = self.copies[position], self.nb.cells[self.counts[position]]
        if self.late & set(copies):
            self.remarks.add("duplicated", original, "unwritten", len(copies))
        elif len(copies) > 1:
            self.remarks.add("duplicated", original, "answer", len(copies))
        if cell.cell_type != original.cell_type:
            self.remarks.add("retyped", original)
        return from_source(original, cell.source, cell.get("attachments"))

    def _locked(self, position: int, original: NotebookNode) -> NotebookNode:
        """Return a given cell or a check, always as it is in the source."""
        copies = self.copies.get(position, [])
        if not copies:
            self.remarks.add("missing", original)
        if len(copies) > 1:
            self.remarks.add("duplicated", original, "", len(copies))
        if copies and not any(self._is_as_given(k, original) for k in copies):
            self.remarks.add("altered", original)
        return from_source(original)

    # ---- remarks on the whole notebook

    def _remark_whole(self) -> None:
        positions = [self.twins[k] for k in self.twins if not grade_id(self.nb.cells[k])]
        if rebuilt := [p for p in positions if role_of(self.source.cells[p]) is not Role.FREE]:
            self.remarks.add_whole("rebuilt", len(rebuilt))
        single = (p for p, copies in self.copies.items() if len(copies) == 1)
        if any(self._is_moved(p) for p in single if role_of(self.source.cells[p]) is not Role.FREE):
            self.remarks.add_whole("moved")


def _is_written_by_student(original: NotebookNode) -> bool:
    role = role_of(original)
    return role is Role.SOLUTION or (role is Role.FREE and original.cell_type == "code")


def from_source(original: NotebookNode, text: str | None = None, attachments: Any = None) -> NotebookNode:
    """Return a copy of a cell of the source, with the text and the pictures of a student's copy if there is a text."""
    cell = copy.deepcopy(original)
    if text is not None:
        cell.source = text
        cell.pop("attachments", None)
        if attachments and cell.cell_type != "code":
            cell.attachments = attachments
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
    return cell


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
