"""The files that come along beside a submission, and the places in which they arrive."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from autograder.engine.grading import handed_in
from autograder.engine.grading.folders import Folders, remove_other_kinds
from autograder.engine.grading.handed_in import read_handed_in


def write(folder: Path, *names: str, content: bytes = b"mine") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def test_modules_packages_and_data_come_along(tmp_path: Path) -> None:
    write(tmp_path, "work.ipynb", "my_rnn.py", "pkg/__init__.py", "data/a.csv", "timestamp.txt", "한글.txt")
    files, line = read_handed_in(tmp_path, ["timestamp.txt"])
    assert sorted(files) == ["data/a.csv", "my_rnn.py", "pkg/__init__.py", "한글.txt"] and line == ""


def test_a_decomposed_name_comes_along_in_both_forms(tmp_path: Path) -> None:
    write(tmp_path, "e\u0301.csv")
    assert sorted(read_handed_in(tmp_path, [])[0]) == ["e\u0301.csv", "\u00e9.csv"]


@pytest.mark.parametrize("name", [".env", ".ipynb_checkpoints/a.py", "__pycache__/a.pyc", "__MACOSX/a.py", "._a.py"])
def test_what_nobody_hands_in_on_purpose_is_ignored(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    assert read_handed_in(tmp_path, []) == ({}, "")


@pytest.mark.parametrize(
    "name",
    ["tools.py", "Tools.PY", "tools/__init__.py", "tools.cpython-311-x86_64-linux-gnu.so", "data.csv/a", "café.txt"],
)
def test_no_file_takes_the_place_of_the_courses_own(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    assert read_handed_in(tmp_path, ["tools.py", "data.csv", "cafe\u0301.txt"]) == ({}, "")


def test_too_many_and_too_large_files_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handed_in, "FILES", 2)
    monkeypatch.setattr(handed_in, "SIZE", 5)
    write(tmp_path, "a.txt", "c.txt", "d.txt", content=b"12")
    write(tmp_path, "b.txt", content=b"1234")
    files, line = read_handed_in(tmp_path, [])
    assert sorted(files) == ["a.txt", "c.txt"] and line.startswith("left out: b.txt, d.txt beside the notebook")


def test_links_and_pipes_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, "secret/key.txt")
    folder = tmp_path / "kim"
    folder.mkdir()
    (folder / "key.txt").symlink_to(tmp_path / "secret" / "key.txt")
    (folder / "secret").symlink_to(tmp_path / "secret")
    os.mkfifo(folder / "pipe.txt")
    files, line = read_handed_in(folder, [])
    assert files == {} and "key.txt, pipe.txt" in line


def test_a_name_that_is_not_text_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, os.fsdecode("김.txt".encode("cp949")))
    files, line = read_handed_in(tmp_path, [])
    assert files == {} and line.encode("utf-8")


def test_what_is_handed_in_replaces_nothing_and_no_module_is_where_checks_run() -> None:
    given = {"tools.py": b"course", "data/a.csv": b"course"}
    theirs = {"tools.py": b"mine", "data": b"mine", "my_rnn.py": b"mine", "b.csv": b"mine", "../../c.csv": b"mine"}
    folders = Folders.with_files(given, theirs)
    try:
        found = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for folder in (folders.student, folders.checker)
            for path in Path(folder).rglob("*")
            if path.is_file()
        }
        assert found == {**given, "my_rnn.py": b"mine", "b.csv": b"mine", "c.csv": b"mine"}
        assert not Path(folders.checker, "my_rnn.py").exists() and Path(folders.student, "my_rnn.py").exists()
    finally:
        folders.remove()


def files_below(folder: str) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


def test_of_a_folder_of_nbgrader_only_the_courses_modules_are_where_checks_run(tmp_path: Path) -> None:
    write(tmp_path / "graded", "tools.py", "my_rnn.py", "pkg/x.py", "a.csv", "b.pkl", "timestamp.txt", "rnn.ipynb")
    write(tmp_path / "source", "tools.py", "rnn.ipynb")
    folders, line = Folders.beside_graded(str(tmp_path / "graded"), str(tmp_path / "source"), ["timestamp.txt"])
    try:
        assert files_below(folders.checker) == ["a.csv", "b.pkl", "tools.py"]
        assert files_below(folders.student) == ["a.csv", "b.pkl", "my_rnn.py", "pkg/x.py", "tools.py"]
        assert folders.wants_files and line == ""
    finally:
        folders.remove()


def test_the_graded_notebook_is_in_no_folder_even_without_a_source(tmp_path: Path) -> None:
    write(tmp_path, "rnn.ipynb", "tools.py")
    folders, _ = Folders.beside_graded(str(tmp_path), "")
    try:
        assert files_below(folders.student) == files_below(folders.checker) == ["tools.py"]
    finally:
        folders.remove()


def test_files_that_may_not_stay_are_there_for_the_second_notebook_too(tmp_path: Path) -> None:
    graded, source, submitted = (tmp_path / name for name in ("graded", "source", "submitted"))
    for folder in (graded, submitted):
        write(folder, "data.pkl")
    write(source, "tools.py")
    for _ in range(2):
        folders, _ = Folders.beside_graded(str(graded), str(source), submitted=str(submitted))
        remove_other_kinds(str(graded), str(source))
        try:
            assert "data.pkl" in files_below(folders.student) and not list(graded.glob("*.pkl"))
        finally:
            folders.remove()


def test_the_limits_hold_in_a_folder_of_nbgrader_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handed_in, "SIZE", 5)
    write(tmp_path / "graded", "a.csv", "large.csv", content=b"123456")
    write(tmp_path / "source", "large.csv")
    folders, line = Folders.beside_graded(str(tmp_path / "graded"), str(tmp_path / "source"))
    try:
        assert files_below(folders.student) == ["large.csv"] and line.startswith("left out: a.csv")
    finally:
        folders.remove()
