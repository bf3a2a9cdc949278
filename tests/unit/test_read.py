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


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04...", "an archive: unpack it"),
        (b"\x1f\x8b...", "compressed: unpack it"),
        (b"%PDF-1.7", "a PDF"),
        (b"\n <!DOCTYPE html>", "a web page"),
        (b"version https://git-lfs.github.com/spec/v1", "a pointer of Git LFS"),
        (b'{"cells": [\n<<<<<<< HEAD\n\n=======\n\n>>>>>>> main\n]}', "conflict marks of Git"),
    ],
)
def test_a_file_of_another_kind_is_named_with_the_remedy(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read_notebook(data)


@pytest.mark.parametrize("place", ["metadata", "attachments"])
def test_large_metadata_and_pictures_are_dropped_unread(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.setattr(read, "PASTED", 1000)
    monkeypatch.setattr(read, "LARGEST_CELLS", 2000)
    nb = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"autograder": {"edition": 2}, "widgets": "", "x": [1]}}
    nb["cells"] = [{"cell_type": "markdown", "source": "x", "metadata": {}}]
    large = {"a.png": {"image/png": "A" * 3000}}
    (nb["metadata"] if place == "metadata" else nb["cells"][0])[place] = large
    notebook = read_notebook(json.dumps(nb).encode())
    assert [cell.source for cell in notebook.cells] == ["x"] and notebook.metadata.autograder["edition"] == 2
