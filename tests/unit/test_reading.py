"""The closed format in which a submission comes from the process that reads it."""

from __future__ import annotations

import base64
import copy
import json
from typing import Any

import msgspec
import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from autograder.engine.notebook.read import UnreadableError, read_notebook
from autograder.engine.notebook.reading import TEXT, ReadCell, Reading, read_any, read_submission, rebuild
from autograder.engine.notebook.restore import restore
from autograder.engine.notebook.schedule import Place, make_schedule
from tests.engine.test_submission import BROKEN, CASES, damaged
from tests.support.this_course import NAMES, read_assignment, read_released
from tests.support.tiny_assignment import SOURCE, submission


def crossed(data: bytes, source: nbformat.NotebookNode) -> Any:
    """Return what the grading command gets."""
    line = msgspec.json.encode(read_submission(data, source))
    return rebuild(msgspec.json.decode(line, type=Reading), source)


def read_here(data: bytes, source: nbformat.NotebookNode) -> Any:
    return restore(read_notebook(data), source)


@pytest.mark.parametrize("case", CASES)
def test_what_arrives_is_the_restored_notebook(case: str) -> None:
    data = json.dumps(damaged(case)).encode()
    read = crossed(data, SOURCE)
    assert (read.notebook, read.remarks) == read_here(data, SOURCE)


@pytest.mark.parametrize("name", NAMES)
def test_the_release_and_the_source_arrive_whole(name: str) -> None:
    source = read_assignment(name).notebook
    for notebook in (read_released(name).notebook, source):
        data = nbformat.writes(notebook).encode()
        read = crossed(data, source)
        assert (read.notebook, read.remarks) == read_here(data, source)
        here = [step.place for step in make_schedule(read.notebook, source).steps]
        assert [step.place for step in make_schedule(read.notebook, source, read.skipped).steps] == here


@pytest.mark.parametrize("case", BROKEN)
def test_a_file_that_is_no_notebook_arrives_as_a_reason(case: str) -> None:
    with pytest.raises(UnreadableError) as here:
        read_notebook(BROKEN[case])
    with pytest.raises(UnreadableError) as there:
        crossed(BROKEN[case], SOURCE)
    assert str(here.value) == str(there.value)
    assert read_any(BROKEN[case]).unreadable


def test_text_is_bounded_and_the_rest_of_the_notebook_arrives() -> None:
    nb = submission()
    added = [nbformat.v4.new_code_cell("x" * 190_000) for _ in range(12)]
    nb.cells[3:3] = added
    read = crossed(nbformat.writes(nb).encode(), SOURCE)
    texts = [cell.source for cell in read.notebook.cells]
    assert sum(map(len, texts)) < TEXT + 10_000
    assert sum("was left out" in text for text in texts) == 2 and "def area" in str(texts)


def change(reading: Reading, how: str) -> None:
    graded = next(k for k, cell in enumerate(reading.cells) if cell.id == "double-values")
    cells = reading.cells
    if how == "a check is missing":
        del cells[graded]
    elif how == "a check is a cell of the student's":
        cells[graded].twin = None
    elif how == "a check comes twice":
        cells.append(copy.copy(cells[graded]))
    elif how == "cells are exchanged":
        cells[graded], cells[graded - 1] = cells[graded - 1], cells[graded]
    elif how == "a position outside the source":
        cells.append(ReadCell("code", "new", "", 1000))
    elif how == "an id comes twice":
        cells.append(ReadCell("code", "title", "", None))


CHANGES = ["a check is missing", "a check is a cell of the student's", "a check comes twice", "cells are exchanged"]
CHANGES += ["a position outside the source", "an id comes twice"]


@pytest.mark.parametrize("how", CHANGES)
def test_cells_that_do_not_fit_the_source_are_refused(how: str) -> None:
    reading = read_submission(nbformat.writes(submission()).encode(), SOURCE)
    change(reading, how)
    with pytest.raises(ValueError):
        rebuild(reading, SOURCE)


def test_the_text_of_a_check_comes_from_the_source_and_none_is_skipped() -> None:
    reading = read_submission(nbformat.writes(submission()).encode(), SOURCE)
    for cell in reading.cells:
        cell.source = "forged = 1"
    reading.skipped = [*range(len(reading.cells)), 1000]
    read = rebuild(reading, SOURCE)
    assert [cell.source for cell in read.notebook.cells if cell.source != "forged = 1"] == [
        cell.source for cell in SOURCE.cells if cell.id in ("tools", "double-values", "area-values")
    ]
    steps = make_schedule(read.notebook, SOURCE, read.skipped).steps
    assert [step.index for step in steps if step.place is Place.CHECKER] == [3, 5]


@pytest.mark.parametrize(
    "changed",
    [
        {"cells": [["code", "a", "x" * 200_001, None]]},
        {"cells": [["code", "a b", "", None]]},
        {"cells": [["code", "a\n", "", None]]},
        {"cells": [["heading", "a", "", None]]},
        {"cells": [["code", "a", "", -1]]},
        {"cells": [["code", "a", "", None, {}, {}]]},
        {"cells": [["markdown", "a", "", None, {"a": {"image/svg+xml": ""}}]]},
        {"cells": [["markdown", "a", "", None, {"a" * 201: {}}]]},
        {"cells": [["markdown", "a", "", None, {str(k): {} for k in range(101)}]]},
        {"cells": [["code", "a", "", None]] * 5000},
        {"more": 1},
        {"unreadable": "x" * 501},
        {"remarks": [["a", "b", "c" * 1001]]},
    ],
)
def test_everything_else_is_no_answer(changed: dict) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(json.dumps(changed), type=Reading)


def test_pasted_pictures_cross_up_to_a_limit_and_no_others(monkeypatch) -> None:
    png = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"0" * 20).decode()
    cells = [new_markdown_cell(f"![a](attachment:a.png) {k}") for k in range(2)]
    for cell in cells:
        cell.attachments = {"a.png": {"image/png": png}, "b.svg": {"image/svg+xml": png}}
    data = nbformat.writes(new_notebook(cells=cells)).encode()

    def pasted() -> list[dict]:
        read = rebuild(read_submission(data, SOURCE), SOURCE)
        return [cell.get("attachments", {}) for cell in read.notebook.cells if cell.source.startswith("![a]")]

    assert pasted() == [{"a.png": {"image/png": png}}] * 2
    monkeypatch.setattr("autograder.engine.notebook.reading.PICTURES", len(png))
    assert pasted() == [{"a.png": {"image/png": png}}]
