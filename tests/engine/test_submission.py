"""Every submission, in any state, becomes a notebook that can be graded. Each oddity gets its own sentence."""

from __future__ import annotations

import copy
import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell

from autograder.engine.grading.grader import NotebookGrader
from autograder.engine.grading.outcome import Outcome
from autograder.engine.notebook.markers import visible_text
from autograder.engine.notebook.read import UnreadableError, read_notebook
from autograder.engine.notebook.restore import restore
from tests.support.tiny_assignment import AREA, DOUBLE, FULL, SOURCE, scores, submission, text_of

BROKEN = {
    "empty": b"",
    "blank": b"  \n",
    "cut off": nbformat.writes(SOURCE).encode()[:-500],
    "not json": b"print('hello')",
    "a list": b"[1, 2]",
    "a number": b"3",
    "no cells": b'{"nbformat": 4}',
    "cells that are not cells": b'{"nbformat": 4, "cells": 5}',
    "too new": b'{"nbformat": 9, "cells": []}',
    "format of no number": b'{"nbformat": "x"}',
    "latin-1": '{"cells": "ü"}'.encode("latin-1"),
    "binary": bytes(range(256)) * 10,
    "nested deep": b"[" * 200_000,
    "huge": b'{"nbformat": 4, "cells": [{"source": "' + b"x" * 21 * 2**20 + b'"}]}',
    "many cells": json.dumps({"nbformat": 4, "cells": [{}] * 5000}).encode(),
    "zip": b"PK\x03\x04" + b"\0" * 100,
}


def json_round(nb: nbformat.NotebookNode) -> nbformat.NotebookNode:
    return nbformat.from_dict(json.loads(json.dumps(nb)))


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_no_notebook_gets_zero_and_a_reason(case: str) -> None:
    with pytest.raises(UnreadableError):
        read_notebook(BROKEN[case])
    nb, outcome = NotebookGrader().grade(BROKEN[case], SOURCE)
    assert outcome.outcome == "unreadable" and scores(nb) == dict.fromkeys(FULL, 0)
    assert "Reason: the" in outcome.sentence
    assert Outcome.of(json_round(nb)) == outcome
    nbformat.validate(nb)


def test_cells_of_any_shape_are_read() -> None:
    cells = [
        {},
        None,
        5,
        {"cell_type": "code", "source": ["a", 3, "b"]},
        {"cell_type": [], "source": {}, "metadata": 3},
        {"cell_type": "code", "source": "x" * 10**6},
        {"cell_type": "raw", "source": "\ud800", "id": 7},
    ]
    nb = read_notebook(json.dumps({"nbformat": 4, "cells": cells}).encode())
    assert [cell.source[:20] for cell in nb.cells] == ["", "ab", "", "# This cell had 1,00", "\ufffd"]
    restored, _ = restore(nb, SOURCE)
    nbformat.validate(restored)


def test_an_old_format_is_read() -> None:
    old = nbformat.convert(copy.deepcopy(SOURCE), 3)
    nb = read_notebook(json.dumps(old).encode())
    assert "def double" in str(nb)


def texts(nb: nbformat.NotebookNode) -> dict[str, str]:
    return {c.metadata.nbgrader.grade_id: c.source for c in nb.cells if "nbgrader" in c.metadata}


WHOLE = texts(SOURCE)


def test_an_untouched_notebook_is_restored_without_a_remark() -> None:
    nb, remarks = restore(submission(), SOURCE)
    assert texts(nb) == WHOLE and remarks == []


def damaged(case: str) -> nbformat.NotebookNode:
    nb = submission()
    cells = {cell.id: cell for cell in nb.cells}
    if case == "check removed":
        nb.cells.remove(cells["double-values"])
    elif case == "given cell removed":
        nb.cells.remove(cells["tools"])
    elif case == "check altered":
        cells["area-values"].source = "pass"
    elif case == "given cell altered":
        cells["tools"].source = "def check(body): print('fine')"
    elif case == "check is markdown now":
        nb.cells[nb.cells.index(cells["area-values"])] = new_markdown_cell("pass", id="area-values")
    elif case == "points forged":
        cells["area-values"].metadata.nbgrader.points = 1000
    elif case == "solution called a check":
        cells["double"].metadata.nbgrader.grade = True
    elif case == "check duplicated":
        nb.cells.append(copy.deepcopy(cells["area-values"]))
    elif case == "solution duplicated":
        nb.cells.append(copy.deepcopy(cells["double"]))
    elif case == "ids stripped":
        for cell in nb.cells:
            cell.pop("id")
    elif case == "metadata stripped":
        for cell in nb.cells:
            cell.metadata = {}
    elif case == "both stripped":
        for cell in nb.cells:
            cell.pop("id")
            cell.metadata = {}
            cell.source = visible_text(cell)
    elif case == "moved":
        nb.cells.reverse()
    elif case == "grade ids swapped by hand":
        cells["tools"].metadata.nbgrader = {"grade_id": 5}
    elif case == "metadata of no shape":
        cells["double"].metadata = {"nbgrader": ["solution"]}
    return nb


CASES = {
    "check removed": "missing", "given cell removed": "missing", "check altered": "altered",
    "given cell altered": "altered", "check is markdown now": "altered", "points forged": "",
    "solution called a check": "", "check duplicated": "duplicated", "solution duplicated": "duplicated",
    "ids stripped": "", "metadata stripped": "rebuilt", "both stripped": "rebuilt", "moved": "moved",
    "grade ids swapped by hand": "rebuilt", "metadata of no shape": "rebuilt",
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_damaged_notebook_is_put_back(case: str) -> None:
    nb, remarks = restore(read_notebook(json.dumps(damaged(case)).encode()), SOURCE)
    assert texts(nb) == WHOLE
    assert {cell.metadata.nbgrader.get("points") for cell in nb.cells if "nbgrader" in cell.metadata} == {
        None,
        2,
        3,
    }
    assert CASES[case] in ({r.what for r in remarks} or {""})
    order = [cell.metadata.nbgrader.grade_id for cell in nb.cells if "nbgrader" in cell.metadata]
    assert order == list(WHOLE)
    nbformat.validate(nb)


def test_of_a_duplicated_solution_all_copies_stay_and_the_last_one_counts() -> None:
    nb = submission()
    second = copy.deepcopy(nb.cells[2])
    second.source = DOUBLE + "\n# second"
    nb.cells.append(second)
    restored, remarks = restore(read_notebook(json.dumps(nb).encode()), SOURCE)
    assert [c.source for c in restored.cells if "def double(" in c.source] == [DOUBLE, DOUBLE + "\n# second"]
    assert texts(restored)["double"] == DOUBLE + "\n# second"
    assert (
        remarks[0].sentence
        == "The cell double was there 2 times. All copies were run in their order, and the last one counts."
    )


def test_a_cell_that_was_not_locked_is_put_back_too_unless_it_is_a_demonstration() -> None:
    source = copy.deepcopy(SOURCE)
    source.cells.insert(2, new_code_cell("data = 1", id="data"))
    source.cells.insert(3, new_code_cell("shown = 1", id="shown", metadata={"tags": ["demo"]}))
    restored, remarks = restore(read_notebook(json.dumps(submission()).encode()), source)
    assert [c.id for c in restored.cells if c.source in ("data = 1", "shown = 1")] == ["data"]
    assert [r.what for r in remarks] == ["missing"]


def test_added_cells_stay_where_they_were() -> None:
    nb = submission()
    nb.cells.insert(2, new_code_cell("helper = 1"))
    nb.cells.insert(0, new_code_cell("first = 1"))
    nb.cells.append(new_code_cell("last = 1"))
    restored, _ = restore(read_notebook(json.dumps(nb).encode()), SOURCE)
    sources = [cell.source for cell in restored.cells]
    assert sources.index("first = 1") == 0 and sources[-1] == "last = 1"
    assert sources.index("helper = 1") + 1 == sources.index(DOUBLE)


def test_a_solution_that_was_written_into_a_new_cell_is_found() -> None:
    nb = submission()
    nb.cells = [c for c in nb.cells if c.id != "area"] + [new_code_cell(AREA)]
    restored, _ = restore(read_notebook(json.dumps(nb).encode()), SOURCE)
    assert texts(restored)["area"] == AREA


def test_attachments_outputs_and_foreign_metadata_are_left_behind() -> None:
    raw = json.loads(nbformat.writes(submission()))
    for cell in raw["cells"]:
        cell["attachments"] = {"x.svg": {"image/svg+xml": "<script>"}}
        cell["metadata"]["autograder"] = {"timeout": 10**6}
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "display_data", "data": {"text/html": "<script>"}, "metadata": {}}]
    raw["metadata"]["widgets"] = {"x": "<script>"}
    restored, _ = restore(read_notebook(json.dumps(raw).encode()), SOURCE)
    assert "script" not in str(restored) and "autograder" not in str(restored)


def test_grading_leaves_the_source_as_it_is() -> None:
    """A worker reads the source only once for a whole class."""
    source = copy.deepcopy(SOURCE)
    for data in (nbformat.writes(submission()).encode(), b"", b"{}"):
        NotebookGrader().grade(data, source)
    assert source == SOURCE


def test_a_submission_is_graded_and_the_notebook_carries_the_outcome() -> None:
    nb, outcome = NotebookGrader().grade(
        nbformat.writes(submission(area="def area(w, h): return w + h")).encode(), SOURCE
    )
    assert scores(nb) == {"double-values": 2, "area-values": 0} and outcome.outcome == "graded"
    assert Outcome.of(json_round(nb)) == outcome


def test_a_notebook_finds_pandas_although_keras_does_not() -> None:
    """Keras would waste time on it in the fork server, but other courses use it."""
    code = """
import keras, sys
print([name for name in sys.modules if name.startswith("pandas")])
import pandas
print(pandas.Series([1, 2]).sum())
"""
    nb, _ = NotebookGrader().grade(nbformat.writes(submission(double=code)).encode(), SOURCE)
    assert "[]\\n3\\n" in text_of(nb, "double")
