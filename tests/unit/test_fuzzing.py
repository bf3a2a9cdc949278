"""Arbitrary bytes: the code that reads it returns a result or raises the error that it promises."""

from __future__ import annotations

import gzip
import io
import json
import logging
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.engine.bridge import messages
from autograder.engine.bridge.errors import ProtocolError
from autograder.engine.execution.orders import CellRan, CheckRan, ChecksServed, GivenRan, read_answer
from autograder.engine.execution.outputs import Allowance
from autograder.engine.execution.student_handle import read_outputs
from autograder.engine.nbgrader.extract import SafeExtractor
from autograder.engine.notebook.read import UnreadableError
from autograder.engine.notebook.reading import Reading, read_any, read_submission, rebuild
from autograder.engine.notebook.schedule import Place, make_schedule
from tests.support.tiny_assignment import SOURCE, submission

SECONDS = 75
"""How long each property is tried in the long run."""
QUIET = logging.getLogger("autograder.fuzzing")
QUIET.setLevel(logging.CRITICAL)
GOOD = nbformat.writes(submission()).encode()

KEYS = st.sampled_from([
    "cells", "cell_type", "source", "id", "metadata", "nbgrader", "grade_id", "outputs", "output_type", "name", "text",
    "nbformat", "nbformat_minor", "worksheets", "input", "language", "data", "autograder", "edition", "a",
])  # fmt: skip
WORDS = st.sampled_from([
    "code", "markdown", "raw", "heading", "double", "area", "double-values", "tools", "title", "stream", "error", "!ls",
    "x?", "\ud800", "4", "def double(x): return x", "%%bash\nls", "def area(:", "### BEGIN HIDDEN TESTS",
])  # fmt: skip
TEXTS = st.text(max_size=20) | WORDS
ATOMS = st.none() | st.booleans() | st.integers(-3, 5) | st.floats() | TEXTS
TREES = st.recursive(
    ATOMS, lambda parts: st.lists(parts, max_size=5) | st.dictionaries(KEYS, parts, max_size=6), max_leaves=25
)
CELLS = st.fixed_dictionaries(
    {"cell_type": TEXTS, "source": TEXTS | TREES},
    optional={"id": TEXTS, "metadata": TREES, "outputs": TREES, "input": TEXTS, "level": st.integers(0, 7)},
)
NOTEBOOKS = st.fixed_dictionaries(
    {"cells": st.lists(CELLS | TREES, max_size=8)},
    optional={"nbformat": st.integers(1, 5) | TREES, "metadata": TREES, "nbformat_minor": TREES, "worksheets": TREES},
)


@st.composite
def damaged(draw: Any, originals: Sequence[bytes]) -> bytes:
    """Return a file of which some bytes are changed, missing or doubled."""
    data = bytearray(draw(st.sampled_from(originals)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 40))
        data[at : at + length] = draw(st.binary(max_size=8) | st.just(bytes(data[at : at + 200])))
    return bytes(data)


FILES = (NOTEBOOKS | TREES).map(lambda tree: json.dumps(tree).encode()) | damaged([GOOD]) | st.binary(max_size=60)


def a_file_is_read_or_refused(data: bytes) -> None:
    line = msgspec.json.encode(read_submission(data, SOURCE))
    try:
        read = rebuild(msgspec.json.decode(line, type=Reading), SOURCE)
    except UnreadableError as error:
        assert 0 < len(str(error)) <= 500
        return
    nbformat.validate(read.notebook)
    steps = make_schedule(read.notebook, SOURCE, read.skipped).steps
    checks = [read.notebook.cells[step.index] for step in steps if step.place is Place.CHECKER]
    assert [(cell.id, cell.source) for cell in checks] == [(cell.id, cell.source) for cell in SOURCE.cells[3::2]]


def a_file_is_read_whole_or_refused(data: bytes) -> None:
    answer = read_any(data)
    assert answer.unreadable or "cells" in answer.notebook
    msgspec.json.decode(messages.encode(answer))


def an_answer_is_read_or_refused(line: bytes) -> None:
    for answer_type in (CellRan, ChecksServed, CheckRan, GivenRan, Reading):
        with suppress(ValueError):
            answer = read_answer(line, answer_type)
            if isinstance(answer, CellRan):
                json.dumps(read_outputs(answer.outputs, Allowance(1000)))
            if isinstance(answer, Reading):
                rebuild(answer, SOURCE)
    with suppress(ProtocolError):
        messages.decode(line)


def archives() -> Iterator[bytes]:
    """Yield archives of each kind, with an entry that leaves its folder, a link and an archive inside."""
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", method) as packed:
            packed.writestr("ada/a.ipynb", GOOD)
            packed.writestr("../b", b"b")
        yield file.getvalue()
    inner = file.getvalue()
    for mode in ("w", "w:gz", "w:bz2", "w:xz"):
        file = io.BytesIO()
        with tarfile.open(fileobj=file, mode=mode) as tar:
            for name, content in (("a/b", b"b" * 2000), ("d.zip", inner), ("link", b"")):
                info = tarfile.TarInfo(name)
                info.size = len(content)
                if name == "link":
                    info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
                tar.addfile(info, io.BytesIO(content))
        yield file.getvalue()
    yield gzip.compress(GOOD)


def an_archive_is_unpacked_or_named(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for ending in ("zip", "tar", "gz"):
            archive, target = Path(folder, ending, "archive"), Path(folder, ending, "target")
            archive.mkdir(parents=True)
            (archive / f"x.{ending}").write_bytes(data)
            SafeExtractor(log=QUIET).extract(str(archive), str(target))
            assert {path.name for path in Path(folder, ending).iterdir()} <= {"archive", "target"}
            assert not [path for path in target.rglob("*") if path.is_symlink()]


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "ticket": TEXTS, "outputs": TREES, "count": ATOMS, "ended": ATOMS, "shown": TREES, "error": ATOMS,
        "broken": ATOMS, "cells": TREES, "remarks": TREES, "skipped": TREES, "type": TEXTS, "packed": TREES,
    },
)  # fmt: skip
LINES = (ANSWERS | TREES).map(lambda tree: json.dumps(tree).encode()) | st.binary(max_size=60)
PROPERTIES = {
    a_file_is_read_or_refused: FILES,
    a_file_is_read_whole_or_refused: FILES,
    an_answer_is_read_or_refused: LINES,
    an_archive_is_unpacked_or_named: damaged(list(archives())) | st.binary(max_size=60),
}


def try_out(check: Callable[[bytes], None], examples: int, **more: Any) -> None:
    settings(max_examples=examples, deadline=None, **more)(given(PROPERTIES[check])(check))()


@pytest.mark.parametrize("check", PROPERTIES, ids=lambda check: check.__name__)
def test_whatever_comes(check: Callable[[bytes], None]) -> None:
    try_out(check, 60, derandomize=True)


@pytest.mark.long
@pytest.mark.parametrize("check", PROPERTIES, ids=lambda check: check.__name__)
def test_whatever_comes_for_minutes(check: Callable[[bytes], None]) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try_out(check, 500, database=None)
