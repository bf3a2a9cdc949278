"""One submission: a notebook from anyone in, a graded notebook and an outcome out. Never raises for what is in it.

What was handed in is laid over the source notebook: given cells and checks are the source's own, the student's are
the solution cells and what they added. Running it is `examiner.py`'s part, recording the grades that of others.
"""

from __future__ import annotations

import copy
import json
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_locked, is_solution, is_task
from traitlets.config import Config

from autograder.engine.execution.deadline import OutOfTimeError, within
from autograder.engine.grading.outcome import Outcome, Remark
from autograder.engine.grading.session import Examine, fail_checks, read_source
from autograder.engine.notebook.cell_names import binds
from autograder.engine.notebook.schedule import is_demo
from autograder.engine.text import whole_json

LARGEST = 20 * 2**20
"""Bytes of a notebook that are read; the course's own have less than a hundredth of that."""
CELLS = 2000
LENGTH = 200_000
"""Characters of a cell that are run."""
log = logging.getLogger("autograder")

UNREADABLE = "autograder_unreadable"
"""Among nbconvert's resources: why the file could not be read."""


class UnreadableError(Exception):
    """What was handed in is no notebook; the message says why in plain words."""


# --------------------------------------------------------------------------- reading


def read_notebook(data: bytes, limit: int = LARGEST) -> NotebookNode:
    """The cells of a notebook of any age, with nothing in them but kind, id, source and grading metadata.

    Raises:
        UnreadableError: it is none, or too large.
    """
    if not data.strip():
        raise UnreadableError("the file is empty")
    if len(data) > limit:
        raise UnreadableError(
            f"the file has {len(data) / 2**20:.0f} MB, at most {limit / 2**20:.0f} are read: clear its outputs"
        )
    try:
        raw = json.loads(whole_json(data.decode("utf-8-sig")))
    except UnicodeDecodeError:
        raise UnreadableError("the file is not text in UTF-8") from None
    except RecursionError:
        raise UnreadableError("the file is nested too deep") from None
    except ValueError as error:
        raise UnreadableError(
            f"the file is no JSON ({str(error)[:100]}): was it cut off, or saved as something else?"
        ) from None
    if not isinstance(raw, dict):
        raise UnreadableError("the file is no notebook")
    if raw.get("nbformat", 4) != 4 or "cells" not in raw:
        raw = _converted(raw)
    cells = raw.get("cells")
    if not isinstance(cells, list):
        raise UnreadableError("the file is a notebook without cells")
    if len(cells) > CELLS:
        raise UnreadableError(f"the notebook has {len(cells)} cells, at most {CELLS} are read")
    return _notebook([_clean(cell) for cell in cells if isinstance(cell, dict)])


def _notebook(cells: list[NotebookNode]) -> NotebookNode:
    # nbformat's own function would give new ids to cells that have none or the same
    return NotebookNode(nbformat=4, nbformat_minor=5, metadata=NotebookNode(), cells=cells)


def _converted(raw: dict) -> dict:
    version = raw.get("nbformat")
    try:
        return nbformat.convert(nbformat.from_dict(raw), 4)
    except Exception:
        shown = version if isinstance(version, int) else "unknown"
        raise UnreadableError(f"the notebook's format {shown} is not known: save it again in JupyterLab") from None


def _clean(cell: dict) -> NotebookNode:
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(each for each in source if isinstance(each, str))
    source = source if isinstance(source, str) else ""
    if len(source) > LENGTH:
        source = f"# This cell had {len(source):,} characters and was left out."
    kind = cell.get("cell_type")
    kind = kind if kind in ("code", "raw") else "markdown"
    # nbformat's own functions would check each cell against its schema: most of the time of reading
    made = NotebookNode(cell_type=kind, id=_text(cell.get("id")), metadata=NotebookNode(), source=source)
    if kind == "code":
        made.outputs, made.execution_count = [], None
    metadata = cell.get("metadata")
    grading = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    if isinstance(grading, dict) and _text(grading.get("grade_id")):
        made.metadata["nbgrader"] = {"grade_id": _text(grading["grade_id"])}
    return made


def _text(value: Any) -> str:
    return value if isinstance(value, str) and len(value) <= 200 else ""


# --------------------------------------------------------------------------- laying it over the source


def restore(nb: NotebookNode, source: NotebookNode) -> tuple[NotebookNode, list[Remark]]:
    """The submission in the source's order: its own solution and added cells, the source's given cells and checks.

    A cell is known by its grade id, else by its id, else by its content: the same text, or a definition of the names
    that a solution cell is to define. Where a solution cell stands more than once, all copies run at the
    exercise's place in the order in which they stand; the last one counts, as in a run from top to bottom.
    """
    remarks: list[Remark] = []
    twins = _match(nb, source, remarks)
    _remark_order(twins, source, remarks)
    cells: list[NotebookNode] = []
    for position, original in enumerate(source.cells):
        copies = [k for k in sorted(twins) if twins[k] == position]
        cells += _one(original, [nb.cells[k] for k in copies], remarks)
        for k in copies:
            cells += _added_after(k, nb, twins)
    first = min(twins, default=len(nb.cells))
    cells = [_plain(cell) for cell in nb.cells[:first]] + cells
    made = _notebook(_with_ids(cells))
    if "kernelspec" in source.metadata:
        made.metadata["kernelspec"] = copy.deepcopy(source.metadata["kernelspec"])
    return made, remarks


def _role(cell: NotebookNode) -> str:
    if is_solution(cell) or is_task(cell):
        return "solution"
    if is_grade(cell):
        return "check"
    if is_locked(cell):
        return "given"
    return "free"


def _grade_id(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def _name(cell: NotebookNode) -> str:
    return _grade_id(cell) or cell.get("id", "")


def _match(nb: NotebookNode, source: NotebookNode, remarks: list[Remark]) -> dict[int, int]:
    """For cells of the submission, the position of their twin in the source."""
    by_grade_id = {_grade_id(cell): k for k, cell in enumerate(source.cells) if _grade_id(cell)}
    by_id = {cell.get("id"): k for k, cell in enumerate(source.cells) if cell.get("id")}
    twins: dict[int, int] = {}
    for k, cell in enumerate(nb.cells):
        position = by_grade_id.get(_grade_id(cell), by_id.get(cell.id) if not _grade_id(cell) else None)
        if position is not None and _fits(cell, source.cells[position]):
            twins[k] = position
    lost = [k for k in range(len(nb.cells)) if k not in twins]
    texts = {
        handed_out(cell): p for p, cell in enumerate(source.cells) if p not in twins.values() and cell.source.strip()
    }
    for k in lost:
        position = texts.get(nb.cells[k].source.strip())
        if position is not None and _fits(nb.cells[k], source.cells[position]):
            twins[k] = position
    _match_definitions(nb, source, twins)
    rebuilt = [k for k in twins if _role(source.cells[twins[k]]) != "free" and not _grade_id(nb.cells[k])]
    if rebuilt:
        sentence = f"{len(rebuilt)} cells had lost their grading metadata; they were known by id or content."
        remarks.append(Remark("rebuilt", "", sentence))
    return twins


def _match_definitions(nb: NotebookNode, source: NotebookNode, twins: dict[int, int]) -> None:
    wanted = {
        p: names
        for p, cell in enumerate(source.cells)
        if p not in twins.values()
        and cell.cell_type == "code"
        and _role(cell) == "solution"
        and (names := binds(cell.source))
    }
    for k, cell in enumerate(nb.cells):
        if k not in twins and cell.cell_type == "code" and wanted:
            position = next((p for p, names in wanted.items() if names <= binds(cell.source)), None)
            if position is not None:
                twins[k] = position


def _fits(cell: NotebookNode, original: NotebookNode) -> bool:
    return cell.cell_type == original.cell_type or _role(original) in ("check", "given")


def handed_out(cell: NotebookNode) -> str:
    """The text of a source cell as students get it, as far as it can be known here."""
    text = re.sub(
        r"^[ \t]*### BEGIN HIDDEN TESTS.*?^[ \t]*### END HIDDEN TESTS[^\n]*\n?",
        "",
        cell.source,
        flags=re.M | re.S,
    )
    return text.strip()


def _remark_order(twins: dict[int, int], source: NotebookNode, remarks: list[Remark]) -> None:
    graded = [twins[k] for k in sorted(twins) if _role(source.cells[twins[k]]) != "free"]
    if list(dict.fromkeys(graded)) != sorted(set(graded)):
        remarks.append(Remark("moved", "", "Cells stood in another order; they were put back into the handed-out one."))


def _one(original: NotebookNode, copies: list[NotebookNode], remarks: list[Remark]) -> list[NotebookNode]:
    """The cells that stand for one cell of the source."""
    role, name = _role(original), _name(original)
    if role == "free":
        if copies:
            return (
                [_from_source(original, each.source) for each in copies[-1:]]
                if original.cell_type == "code"
                else copies[:1]
            )
        if original.cell_type == "code" and not is_demo(original):
            remarks.append(Remark("missing", name, f"The cell {name} was missing; it was put back."))
            return [_from_source(original)]
        return []
    if not copies:
        what = "was missing; it was put back" if role != "solution" else "was missing, so there is no answer in it"
        remarks.append(Remark("missing", name, f"The cell {name} {what}."))
        return [_from_source(original, "" if role == "solution" else None)]
    if len(copies) > 1:
        words = "all copies were run in their order, the last one counts" if role == "solution" else "one is enough"
        remarks.append(Remark("duplicated", name, f"The cell {name} stood {len(copies)} times: {words}."))
    if role == "solution":
        return [*(_plain(each) for each in copies[:-1]), _from_source(original, copies[-1].source)]
    if copies[-1].source.strip() not in (handed_out(original), original.source.strip()):
        remarks.append(Remark("altered", name, f"The cell {name} is not to be changed; it was put back as handed out."))
    return [_from_source(original)]


def _from_source(original: NotebookNode, text: str | None = None) -> NotebookNode:
    cell = copy.deepcopy(original)
    cell.pop("attachments", None)
    if text is not None:
        cell.source = text
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
    return cell


def _plain(cell: NotebookNode) -> NotebookNode:
    cell = copy.deepcopy(cell)
    cell.metadata = NotebookNode()
    cell.id = ""
    return cell


def _added_after(k: int, nb: NotebookNode, twins: dict[int, int]) -> list[NotebookNode]:
    added = []
    for cell_number in range(k + 1, len(nb.cells)):
        if cell_number in twins:
            break
        added.append(_plain(nb.cells[cell_number]))
    return added


def _with_ids(cells: list[NotebookNode]) -> list[NotebookNode]:
    taken = {cell.id for cell in cells if cell.get("id")}
    seen: set[str] = set()
    count = 0
    for cell in cells:
        if not re.fullmatch(r"[\w-]{1,64}", cell.get("id") or "", re.A) or cell.id in seen:
            while f"added-{count}" in taken:
                count += 1
            cell.id = f"added-{count}"
            taken.add(cell.id)
        seen.add(cell.id)
    return cells


# --------------------------------------------------------------------------- grading


def grade_submission(
    data: bytes,
    source: NotebookNode,
    files: Mapping[str, bytes] | None = None,
    config: Config | None = None,
    path: list[str] | None = None,
) -> tuple[NotebookNode, Outcome]:
    """Grade one notebook; returns the graded notebook and what came of it.

    Nothing in the notebook makes it raise; what does is a fault of this package or of the machine.

    Args:
        data: what was handed in.
        source: the source notebook, hidden checks and all.
        files: other files of the assignment, by relative name; the student's, with the course's own over them.
        config: settings of `Examine`.
        path: folders of the course from which given cells may import.
    """
    examine = Examine(config=config or Config())
    examine.given_source, examine.given_path = source, path or []
    try:
        return within(examine.time_limit, lambda: _graded(data, source, files or {}, examine), examine.stop)
    except OutOfTimeError:
        return nothing_graded(source, "timed out", "the time for the whole notebook was over")


def _graded(
    data: bytes, source: NotebookNode, files: Mapping[str, bytes], examine: Examine
) -> tuple[NotebookNode, Outcome]:
    try:
        nb = read_notebook(data)
    except UnreadableError as error:
        return nothing_graded(source, "unreadable", str(error))
    nb, remarks = restore(nb, source)
    Outcome(remarks=remarks).put_into(nb)
    folder = tempfile.mkdtemp(prefix="submission-")
    try:
        for name, content in files.items():
            target = Path(folder, os.path.normpath(os.path.join("/", name)).lstrip("/"))
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        nb, _ = examine.judge(nb, ResourcesDict(metadata={"path": folder}))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return nb, Outcome.of(nb)


def nothing_graded(source: NotebookNode, what: str, reason: str = "") -> tuple[NotebookNode, Outcome]:
    """Return a notebook in which every check has failed for this reason, and the outcome that says so."""
    outcome = Outcome(what, reason)
    sentence = outcome.sentence
    outcome.remarks = [Remark(what, "", sentence)]
    nb, _ = restore(_notebook([]), source)
    outcome.put_into(nb)
    fail_checks(nb, "NotGraded", sentence)
    return nb, outcome


# --------------------------------------------------------------------------- nbgrader's doors


class Restore(NbGraderPreprocessor):
    """Lay a submission over its source; to stand first among `Autograde.sanitize_preprocessors`."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Return the restored notebook, or the given one where there is no source."""
        source = read_source(self, resources)[0]
        if source is None:
            return nb, resources
        saved = {each.source: (each.outputs, each.execution_count) for each in nb.cells if each.cell_type == "code"}
        try:
            if UNREADABLE in resources:
                raise UnreadableError(resources[UNREADABLE])
            nb, remarks = restore(read_notebook(json.dumps(nb).encode(), limit=2 * LARGEST), source)
        except UnreadableError as error:
            self.log.error("%s: %s", resources.get("unique_key"), error)
            return nothing_graded(source, "unreadable", str(error))[0], resources
        for remark in remarks:
            self.log.warning("%s: %s", resources.get("unique_key"), remark.sentence)
        Outcome(remarks=remarks).put_into(nb)
        if self.config.ClearOutput.get("enabled") is False:  # nbgrader's --no-execute, which grades what was saved
            for cell in nb.cells:
                if cell.cell_type == "code" and cell.source in saved:
                    cell.outputs, cell.execution_count = saved[cell.source]
        return nb, resources


class TolerantExporter(NotebookExporter):
    """nbconvert's notebook exporter, for which a broken file is an empty notebook; for `Autograde.exporter_class`."""

    def from_file(self, file_stream: Any, resources: Any = None, **kw: Any) -> tuple[Any, dict[str, Any]]:
        """As nbconvert does; a file that cannot be read has no cells, and `Restore` puts the source's there."""
        data = getattr(file_stream, "buffer", file_stream).read()
        try:
            nb = nbformat.reads(whole_json(data.decode("utf-8-sig")), as_version=4)
        except Exception:
            try:
                nb = read_notebook(data)
            except UnreadableError as error:
                nb, resources = nbformat.v4.new_notebook(), {**(resources or {}), UNREADABLE: str(error)}
        return self.from_notebook_node(nb, resources, **kw)
