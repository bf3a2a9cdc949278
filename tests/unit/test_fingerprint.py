"""A kept result depends on the engine's code, Python and the libraries."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from autograder import engine
from autograder.classroom import workers
from autograder.classroom.workers import Job, SchedulerError
from autograder.engine import fingerprint


@pytest.fixture
def code(tmp_path):
    """Copy the engine's code."""
    return Path(shutil.copytree(Path(engine.__file__).parent, tmp_path / "engine"))


def test_hash_changes_with_a_nested_module(code):
    before = fingerprint.hash_code(code)
    nested = code / "notebook" / "cell_names.py"
    nested.write_text(nested.read_text() + "\n# changed\n")
    assert fingerprint.hash_code(code) != before


def test_hash_changes_with_a_renamed_module(code):
    before = fingerprint.hash_code(code)
    (code / "notebook" / "cell_names.py").rename(code / "notebook" / "other_names.py")
    assert fingerprint.hash_code(code) != before


def test_hash_stays_with_the_code(code, tmp_path):
    (code / "__pycache__").mkdir(exist_ok=True)
    (code / "__pycache__" / "x.pyc").write_bytes(b"compiled")
    assert fingerprint.hash_code(code) == fingerprint.hash_code(Path(engine.__file__).parent)


def test_key_depends_on_the_fingerprint(monkeypatch):
    before = workers.key_of(Job(b"{}", "{}"))
    monkeypatch.setattr(workers, "fingerprint", lambda: {"python": "3.99"})
    assert workers.key_of(Job(b"{}", "{}")) != before


def test_differences_name_the_part():
    assert fingerprint.differences({"keras": "3.14", "numpy": "2"}, {"keras": "3.15", "numpy": "2"}) == (
        "keras 3.14 instead of 3.15"
    )
    assert fingerprint.differences({"numpy": "2"}, {"numpy": "2"}) == ""


def test_result_of_another_environment_is_refused(monkeypatch):
    other = {**fingerprint.fingerprint(), "keras": "3.0"}
    monkeypatch.setattr(workers, "judge", lambda job: workers.Result(b"{}", other))
    with pytest.raises(SchedulerError, match=r"keras 3\.0 instead of .*Install the same versions"):
        list(workers.judge_all([[Job(b"{}", "{}")]]))
