"""The differences between a submission and the hand-out, in sentences for people."""

from __future__ import annotations

from dataclasses import dataclass

from nbformat import NotebookNode

from autograder.engine.notebook.markers import name_of

FEW = 3
"""How many cells with the same difference get a sentence each. More of them share one."""
NAMED = 8
"""How many cells a shared sentence names."""
ONE = {
    ("missing", ""): "was missing and was put back.",
    ("missing", "answer"): "was missing, so it has no answer.",
    ("duplicated", ""): "was there {count} times. One is enough.",
    ("duplicated", "answer"): ("was there {count} times. All copies were run in their order, and the last one counts."),
    ("duplicated", "unwritten"): ("was there {count} times. The copy without an answer below the checks was left out."),
    ("altered", ""): "must not be changed, so the original was put back.",
    ("retyped", ""): "was no longer a cell of the same type, so its type was put back.",
}
"""Kind of difference and its variant → the end of the sentence for one cell."""
MANY = {
    "missing": "were missing. Given cells and checks were put back, and missing answers stay empty",
    "duplicated": "were there more than once. Of each answer, the last written copy counts",
    "altered": "must not be changed, so the originals were put back",
    "retyped": "were no longer cells of the same type, so their types were put back",
}
"""Kind of difference → the middle of the sentence for many cells."""
WHOLE = {
    "rebuilt": "{count} cells had lost their grading metadata, but were recognized by id or content.",
    "moved": "The cells were in a different order and were put back in the original order.",
}


@dataclass
class Remark:
    """A difference between a submission and the hand-out.

    Attributes:
        what: a word for the difference, such as `missing`.
        cell: the name of the cell, or empty for the whole notebook or many cells.
        sentence: a description of the difference for people.
    """

    what: str
    cell: str
    sentence: str


class Remarks:
    """Collects the differences of one submission, and says the same about many cells only once."""

    def __init__(self) -> None:
        """Start without a remark."""
        self._whole: list[Remark] = []
        self._cells: dict[str, list[Remark]] = {}

    def add_whole(self, what: str, count: int = 0) -> None:
        """Add a difference of the whole notebook."""
        self._whole.append(Remark(what, "", WHOLE[what].format(count=count)))

    def add(self, what: str, cell: NotebookNode, variant: str = "", count: int = 0) -> None:
        """Add a difference in a cell of the source; `count` is how often it was there."""
        sentence = f"The cell {name_of(cell)} {ONE[what, variant].format(count=count)}"
        self._cells.setdefault(what, []).append(Remark(what, name_of(cell), sentence))

    def collected(self) -> list[Remark]:
        """Return the remarks, first those on the whole notebook."""
        remarks = list(self._whole)
        for what, found in self._cells.items():
            if len(found) <= FEW:
                remarks += found
                continue
            names = ", ".join(remark.cell for remark in found[:NAMED]) + (", …" if len(found) > NAMED else "")
            remarks.append(Remark(what, "", f"{len(found)} cells {MANY[what]}: {names}."))
        return remarks
