"""A submission in the closed format in which the confined process that reads it passes it on.

That process calls `read_submission`. The grading command calls `rebuild`, which looks at sizes and positions only and
takes everything that a student may not change from the source notebook. It also makes the student's texts safe to show.
"""

from __future__ import annotations

import copy
from typing import Annotated, Any, Literal

import msgspec
import nbformat
from msgspec import Meta, Struct
from nbformat import NotebookNode

from autograder.engine.notebook.edition import edition_of
from autograder.engine.notebook.markers import Role, grade_id, role_of
from autograder.engine.notebook.pictures import ATTACHMENTS, NAME
from autograder.engine.notebook.read import CELLS, LENGTH, UnreadableError, plain_notebook, read_notebook
from autograder.engine.notebook.restore import Remark, from_source, restore
from autograder.engine.notebook.schedule import skipped_demonstrations
from autograder.engine.notebook.shown_cells import show_text_cells
from autograder.engine.text import whole_json

TEXT = 2_000_000
"""Limit on the text of all cells, in characters. What comes after it is left out."""
REASON = 500
PICTURES = 8 * 2**20
"""Limit on the pasted pictures of all cells in base64, in characters. What comes after it is left out."""
MANY = CELLS + 2000
"""Limit on the cells of a restored notebook, and on its remarks."""

Position = Annotated[int, Meta(ge=0, lt=MANY)]


Attachments = Annotated[
    dict[Annotated[str, Meta(max_length=NAME)], dict[Literal["image/png", "image/jpeg"], str]],
    Meta(max_length=ATTACHMENTS),
]


class ReadCell(Struct, array_like=True, forbid_unknown_fields=True):
    """One cell of the restored submission, with the pictures that were pasted into its text.

    `twin` is the position of the same cell in the source, if there is one.
    """

    kind: Literal["code", "markdown", "raw"]
    id: Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{1,64}\Z")]
    source: Annotated[str, Meta(max_length=LENGTH)]
    twin: Position | None
    attachments: Attachments = {}


class ReadRemark(Struct, array_like=True, forbid_unknown_fields=True):
    """One difference from the hand-out, as `Remark` has it."""

    what: Annotated[str, Meta(max_length=40)]
    cell: Annotated[str, Meta(max_length=300)]
    sentence: Annotated[str, Meta(max_length=1000)]


class Reading(Struct, forbid_unknown_fields=True):
    """A submission laid over its source, or the reason why it cannot be read.

    Attributes:
        cells: its cells, in the source's order.
        remarks: differences from the hand-out.
        skipped: positions of cells that need not run.
        edition: the edition of the course that the file names.
        unreadable: the reason why it cannot be read, in plain words, or an empty text.
    """

    cells: Annotated[list[ReadCell], Meta(max_length=MANY)] = msgspec.field(default_factory=list)
    remarks: Annotated[list[ReadRemark], Meta(max_length=MANY)] = msgspec.field(default_factory=list)
    skipped: Annotated[list[Position], Meta(max_length=MANY)] = msgspec.field(default_factory=list)
    edition: int = 0
    unreadable: Annotated[str, Meta(max_length=REASON)] = ""


class Restored(Struct):
    """A submission laid over its source. Its cells have no outputs yet."""

    notebook: NotebookNode
    remarks: list[Remark]
    skipped: frozenset[int]
    edition: int


# ---- in the confined process


def read_submission(data: bytes, source: NotebookNode) -> Reading:
    """Read a file from anyone, and lay it over its source. Nothing in the file makes this raise."""
    try:
        submission = read_notebook(data)
        restored, remarks = restore(submission, source)
        skipped = skipped_demonstrations(restored, source)
    except UnreadableError as error:
        return Reading(unreadable=str(error)[:REASON])
    except Exception as error:
        return Reading(unreadable=f"the notebook cannot be read ({type(error).__name__})")
    kept = [ReadRemark(each.what[:40], each.cell[:300], each.sentence[:1000]) for each in remarks]
    return Reading(_cells(restored, source), kept[:MANY], sorted(skipped), edition_of(submission))


def _cells(restored: NotebookNode, source: NotebookNode) -> list[ReadCell]:
    """Return the cells with as much text as may cross. A cell that students may not change needs none."""
    positions = {_key(cell): position for position, cell in enumerate(source.cells)}
    left, room = TEXT, PICTURES
    cells = []
    for cell in restored.cells:
        # the text of the course, which has no grade id, may be the student's copy of it
        twin = positions.get(_key(cell)) if cell.cell_type == "code" or role_of(cell) is not Role.FREE else None
        text = cell.source if twin is None or _may_change(source.cells[twin]) else ""
        if len(text) > left:
            text = f"# This cell was left out, because the notebook has more than {TEXT:,} characters."
        left -= len(text)
        pasted = cell.get("attachments", {}) if cell.cell_type != "code" and text else {}
        size = sum(len(content) for data in pasted.values() for content in data.values())
        if size > room:
            pasted, size = {}, 0
        room -= size
        cells.append(ReadCell(cell.cell_type, cell.id, text, twin, pasted))
    return cells


def _key(cell: NotebookNode) -> tuple[str, str]:
    graded = role_of(cell) is not Role.FREE
    return ("grade_id", grade_id(cell)) if graded else ("id", cell.get("id", ""))


class AnyNotebook(Struct, forbid_unknown_fields=True):
    """A notebook of format 4 with all that it has, for nbgrader without a source notebook, or why it cannot be read."""

    notebook: dict[str, Any] = msgspec.field(default_factory=dict)
    unreadable: Annotated[str, Meta(max_length=REASON)] = ""


def read_any(data: bytes) -> AnyNotebook:
    """Read a notebook with its outputs and metadata, as nbgrader does. Nothing in the file makes this raise."""
    try:
        try:
            return AnyNotebook(nbformat.reads(whole_json(data.decode("utf-8-sig")), as_version=4))
        except Exception:
            return AnyNotebook(read_notebook(data))
    except UnreadableError as error:
        return AnyNotebook(unreadable=str(error)[:REASON])
    except Exception as error:
        return AnyNotebook(unreadable=f"the notebook cannot be read ({type(error).__name__})")


class _Error(Struct):
    """An output of a graded cell. Only errors are used."""

    output_type: str = ""
    ename: str = ""
    evalue: str = ""


class _OfNbgrader(Struct):
    """The part of a cell's metadata that nbgrader writes."""

    nbgrader: dict[str, Any] = {}


class _GradedCell(Struct):
    cell_type: str
    source: str | list[str] = ""
    metadata: _OfNbgrader = msgspec.field(default_factory=_OfNbgrader)
    outputs: list[_Error] = []


class _Record(Struct):
    """The part of a graded notebook's metadata that this package writes."""

    autograder: dict[str, Any] | msgspec.UnsetType = msgspec.UNSET


class _Graded(Struct):
    cells: list[_GradedCell]
    metadata: _Record = msgspec.field(default_factory=_Record)


def read_graded(data: bytes) -> AnyNotebook:
    """Read what a report needs of a graded notebook: the record, and of each cell the source and the errors."""
    try:
        notebook = msgspec.json.decode(whole_json(data.decode("utf-8-sig")), type=_Graded)
    except Exception as error:
        return AnyNotebook(unreadable=f"the graded notebook cannot be read ({type(error).__name__})")
    for cell in notebook.cells:
        cell.source = "".join(cell.source)
        cell.outputs = [output for output in cell.outputs if output.output_type == "error"]
    return AnyNotebook(msgspec.to_builtins(notebook))


# ---- in the grading command


def rebuild(reading: Reading, source: NotebookNode) -> Restored:
    """Return the restored submission.

    Raises:
        UnreadableError: the file cannot be read. The message says why.
        ValueError: the cells are not those of this source, so something is wrong with the process that read them.
    """
    if reading.unreadable:
        raise UnreadableError(reading.unreadable)
    ours = [position for position, cell in enumerate(source.cells) if role_of(cell) is not Role.FREE]
    twins = [cell.twin for cell in reading.cells if cell.twin is not None]
    if twins != sorted(set(twins)) or not set(ours) <= set(twins) or twins[-1:] > [len(source.cells) - 1]:
        raise ValueError("the cells do not fit the source notebook")
    notebook = plain_notebook(show_text_cells([_rebuilt(cell, source) for cell in reading.cells], source))
    if len({cell.id for cell in notebook.cells}) < len(notebook.cells):
        raise ValueError("two cells have the same id")
    if "kernelspec" in source.metadata:
        notebook.metadata["kernelspec"] = copy.deepcopy(source.metadata["kernelspec"])
    remarks = [Remark(each.what, each.cell, each.sentence) for each in reading.remarks]
    demonstrations = frozenset(k for k in reading.skipped if k < len(reading.cells))
    return Restored(notebook, remarks, demonstrations, reading.edition)


def _rebuilt(read: ReadCell, source: NotebookNode) -> NotebookNode:
    if read.twin is not None:
        original = source.cells[read.twin]
        cell = from_source(original, read.source if _may_change(original) else None, read.attachments)
        cell.id = read.id
        return cell
    cell = NotebookNode(cell_type=read.kind, id=read.id, metadata=NotebookNode(), source=read.source)
    if read.kind == "code":
        cell.outputs, cell.execution_count = [], None
    elif read.attachments:
        cell.attachments = read.attachments
    return cell


def _may_change(original: NotebookNode) -> bool:
    return role_of(original) in (Role.SOLUTION, Role.FREE)
