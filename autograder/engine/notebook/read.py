"""Reads a notebook from anyone: hostile bytes in, clean cells out."""

from __future__ import annotations

import codecs
import json
from typing import Any

import msgspec
import nbformat
from msgspec import UNSET, Raw, UnsetType
from nbformat import NotebookNode

from autograder.engine.notebook.edition import edition_of
from autograder.engine.notebook.pictures import read_attachments
from autograder.engine.text import whole_json

LARGEST = 100 * 2**20
"""Largest file that is read, in bytes. Outputs are not used, so they are dropped unread."""
LARGEST_CELLS = 20 * 2**20
"""Largest notebook without its outputs, in bytes. A usual one has less than a hundredth of that."""
PASTED = 8 * 2**20
"""Largest pictures of one cell that are read, in bytes."""
CELLS = 2000
LENGTH = 200_000
"""Longest cell that is run, in characters."""


class UnreadableError(Exception):
    """The file is not a readable notebook. The message says why in plain words."""


class _Cell(msgspec.Struct, omit_defaults=True):
    """The parts of a cell that grading uses, in any version of the format: version 3 calls the source `input`."""

    cell_type: Raw | UnsetType = UNSET
    id: Raw | UnsetType = UNSET
    source: Raw | UnsetType = UNSET
    input: Raw | UnsetType = UNSET
    level: Raw | UnsetType = UNSET
    metadata: Raw | UnsetType = UNSET
    attachments: Raw | UnsetType = UNSET


class _Sheet(msgspec.Struct, omit_defaults=True):
    """The list of cells in version 3 of the format."""

    cells: list[_Cell] | UnsetType = UNSET


class _Metadata(msgspec.Struct, omit_defaults=True):
    """What grading uses of a notebook's metadata, which can be large, for example with the state of widgets."""

    autograder: Raw | UnsetType = UNSET


class _Notebook(_Sheet, omit_defaults=True):
    """The parts of a notebook that grading uses."""

    worksheets: list[_Sheet] | UnsetType = UNSET
    nbformat: Raw | UnsetType = UNSET
    nbformat_minor: Raw | UnsetType = UNSET
    metadata: _Metadata | UnsetType = UNSET


def without_outputs(data: bytes) -> bytes:
    """Return a notebook without the outputs of its cells. Data that is not a usual notebook is returned unchanged."""
    try:
        notebook = msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8), type=_Notebook)
        for cell in notebook.cells or ():
            if cell.attachments and len(bytes(cell.attachments)) > PASTED:
                cell.attachments = UNSET
        return msgspec.json.encode(notebook)
    except (msgspec.MsgspecError, RecursionError):
        return data


def read_notebook(data: bytes) -> NotebookNode:
    """Return the cells of a notebook of any version, each with only its kind, id, source, grade id and pictures.

    Of the notebook's metadata, only the edition is kept.

    Raises:
        UnreadableError: the file is not a notebook, or has more than `LARGEST` bytes, `LARGEST_CELLS` bytes
            without its outputs, or `CELLS` cells.
    """
    refuse_size(data)
    data = without_outputs(data)
    if len(data) > LARGEST_CELLS:
        raise UnreadableError(f"the cells have more than {LARGEST_CELLS / 2**20:.0f} MB even without their outputs")
    raw = _read_json(data)
    if raw.get("nbformat", 4) != 4 or "cells" not in raw:
        raw = _converted(raw)
    cells = raw.get("cells")
    if not isinstance(cells, list):
        raise UnreadableError("the file is a notebook without cells")
    if len(cells) > CELLS:
        raise UnreadableError(f"the notebook has {len(cells)} cells, but at most {CELLS} are read")
    notebook = plain_notebook([_clean(cell) for cell in cells if isinstance(cell, dict)])
    notebook.metadata["autograder"] = {"edition": edition_of(raw)}
    return notebook


def refuse_size(data: bytes, limit: int = LARGEST) -> None:
    """Raise UnreadableError for a file that is empty or has more than `limit` bytes."""
    if not data or data.isspace():  # `strip` would copy it
        raise UnreadableError("the file is empty")
    if len(data) > limit:
        raise UnreadableError(
            f"the file has {len(data) / 2**20:.0f} MB, but at most {limit / 2**20:.0f} MB are read: clear its outputs"
        )


def plain_notebook(cells: list[NotebookNode]) -> NotebookNode:
    """Return a notebook of these cells without metadata."""
    # nbformat's own function would give new ids to cells without an id and to cells with the same id
    return NotebookNode(nbformat=4, nbformat_minor=5, metadata=NotebookNode(), cells=cells)


OTHER_KINDS = (
    (b"PK\x03\x04", "an archive: unpack it"),
    (b"\x1f\x8b", "compressed: unpack it"),
    (b"%PDF", "a PDF"),
    (b"<", "a web page"),
    (b"version https://git-lfs", "a pointer of Git LFS: fetch the file itself"),
)
"""How files begin that are handed in as a notebook, and what they are."""


def _refuse_other_kinds(data: bytes) -> None:
    start = data[:1000].lstrip()
    kind = next((words for begins, words in OTHER_KINDS if start.startswith(begins)), "")
    if kind:
        raise UnreadableError(f"the file is {kind}. Hand in the notebook itself, with the ending .ipynb")
    if b"\n<<<<<<< " in data and b"\n>>>>>>> " in data:
        raise UnreadableError("the file contains conflict marks of Git (<<<<<<<). Merge it, and hand it in again")


def _read_json(data: bytes) -> dict:
    _refuse_other_kinds(data)
    try:
        # a notebook is UTF-8, but Windows can save it as UTF-16, which JSON allowed once
        raw = json.loads(whole_json(data.decode(json.detect_encoding(data))))
    except UnicodeDecodeError:
        raise UnreadableError("the file is not text in UTF-8: save it again in JupyterLab") from None
    except RecursionError:
        raise UnreadableError("the file is nested too deeply") from None
    except ValueError as error:
        raise UnreadableError(
            f"the file is not valid JSON ({str(error)[:100]}): was it cut off, or saved in another format?"
        ) from None
    if not isinstance(raw, dict):
        raise UnreadableError("the file is not a notebook")
    return raw


def _converted(raw: dict) -> dict:
    version = raw.get("nbformat")
    try:
        for cell in (cell for sheet in raw.get("worksheets", []) for cell in sheet["cells"]):
            cell["outputs"] = []
        return nbformat.convert(nbformat.from_dict(raw), 4)
    except Exception:
        shown = version if isinstance(version, int) else "unknown"
        raise UnreadableError(f"the notebook's format {shown} is not known: save it again in JupyterLab") from None


def _clean(raw: dict) -> NotebookNode:
    source = raw.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    source = source.replace("\r\n", "\n").replace("\r", "\n") if isinstance(source, str) else ""
    if len(source) > LENGTH:
        source = f"# This cell had {len(source):,} characters and was left out."
    kind = raw.get("cell_type")
    kind = kind if kind in ("code", "raw") else "markdown"
    # nbformat's own functions would check each cell against its schema, which takes most of the time of reading
    cell = NotebookNode(cell_type=kind, id=_text(raw.get("id")), metadata=NotebookNode(), source=source)
    if kind == "code":
        cell.outputs, cell.execution_count = [], None
    elif pictures := read_attachments(raw.get("attachments")):
        cell.attachments = pictures
    metadata = raw.get("metadata")
    grading = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    if isinstance(grading, dict) and _text(grading.get("grade_id")):
        cell.metadata["nbgrader"] = {"grade_id": _text(grading["grade_id"])}
    return cell


def _text(value: Any) -> str:
    return value if isinstance(value, str) and len(value) <= 200 else ""
