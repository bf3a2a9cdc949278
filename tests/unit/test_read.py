"""Any bytes become clean cells, or a reason why they cannot. Outputs are dropped unread."""

from __future__ import annotations

import copy
import json

import nbformat
import pytest

from autograder.engine.notebook import read
from autograder.engine.notebook.read import UnreadableError, read_notebook
from tests.support.tiny_assignment import DOUBLE, SOURCE

TEXT = nbformat.writes(SOURCE)


def sources(data: bytes) -> list[str]:
    return [cell.source for cell in read_notebook(data).cells]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_the_encodings_of_windows_are_read(encoding: str) -> None:
    assert sources(TEXT.encode(encoding)) == [cell.source for cell in SOURCE.cells]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_become_those_of_the_source(end: str) -> None:
    raw = json.loads(TEXT)
    for cell in raw["cells"]:
        cell["source"] = "".join(cell["source"]).replace("\n", end)
    assert sources(json.dumps(raw).encode()) == [cell.source for cell in SOURCE.cells]
    assert DOUBLE in sources(TEXT.replace("\n", end).encode())


@pytest.mark.parametrize("outputs", [b"[" * 900 + b"]" * 900, b"9" * 5000, b"[" + b'"x",' * 200_000 + b"1]", b"null"])
def test_outputs_are_dropped_unread(monkeypatch: pytest.MonkeyPatch, outputs: bytes) -> None:
    monkeypatch.setattr(read, "LARGEST_CELLS", 100_000)
    raw = json.loads(TEXT)
    raw["cells"][1]["outputs"] = "OUTPUTS"
    assert DOUBLE in sources(json.dumps(raw).encode().replace(b'"OUTPUTS"', outputs))


def test_outputs_of_an_old_format_are_dropped_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "LARGEST_CELLS", 100_000)
    old = nbformat.convert(copy.deepcopy(SOURCE), 3)
    old.worksheets[0].cells[1].outputs = [{"output_type": "stream", "stream": "stdout", "text": "x" * 200_000}]
    assert DOUBLE in sources(json.dumps(old).encode())


def test_what_is_too_large_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "LARGEST_CELLS", 2**20)
    with pytest.raises(UnreadableError, match="has 4 MB, but at most 3 MB are read: clear its outputs"):
        read.refuse_size(b"x" * 2**22, 3 * 2**20)
    cell = {"cell_type": "code", "source": "x" * 2**21}
    with pytest.raises(UnreadableError, match="more than 1 MB even without their outputs"):
        read_notebook(json.dumps({"nbformat": 4, "cells": [cell]}).encode())
