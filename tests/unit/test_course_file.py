"""The part of `course.toml` that the command reads before any slow import."""

import subprocess
import sys
from pathlib import Path

import pytest

import autograder.__main__ as command
from autograder.course.course_file import find_preload
from autograder.engine.execution.warm_up import PRELOAD, PROGRAMS, SHELL, preload_for
from autograder.engine.libraries import CHOICE, SUPPORTED, served
from autograder.engine.libraries.numpy_support import NUMPY
from autograder.engine.libraries.pandas_support import PANDAS

NUMPY_ONLY = '[grading]\npreload = ["numpy"]\n'


def write(folder, text):
    folder.mkdir(exist_ok=True)
    (folder / "course.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "names"),
    [(NUMPY_ONLY, ("numpy",)), ("", None), ("grading = 3", None), ("[grading]\npreload = 3", None), ("[", None)],
)
def test_a_course_names_libraries_and_a_mistake_is_left_to_the_command(tmp_path, text, names):
    course = write(tmp_path / "course", text)
    (course / "below").mkdir()
    assert find_preload(course) == find_preload(course / "below") == names
    assert find_preload(tmp_path) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["grade"], ("grade", ".")),
        (["-v", "--course-root", "there", "grade", "04"], ("grade", "there")),
        (["--course-root=there", "report"], ("report", "there")),
        (["--help"], ("", ".")),
        (["--course-root"], ("", ".")),
    ],
)
def test_the_command_and_its_course_are_read_from_the_words(words, expected):
    assert command.called(words) == (expected[0], Path(expected[1]))


def test_grading_starts_the_fork_server_of_the_course_that_is_named(tmp_path, monkeypatch):
    started = []
    course = write(tmp_path / "course", NUMPY_ONLY)
    monkeypatch.setattr("autograder.engine.execution.warm_up.prestart", started.append)
    monkeypatch.setattr("autograder.cli.app.main", lambda: None)
    for words in (["--course-root", str(course), "grade"], ["report"], ["grade", "--scheduler", "tcp://x"]):
        monkeypatch.setattr(sys, "argv", ["autograder", *words])
        command.main()
    assert started == [("numpy",)]


def test_reading_it_imports_neither_nbgrader_nor_a_library():
    code = (
        "import sys, autograder.__main__\n"
        "print([name for name in ('nbformat', 'nbgrader', 'numpy', 'tensorflow', 'typer') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_names_all_supported_libraries_are_preloaded():
    assert preload_for(None) is PRELOAD and served() == SUPPORTED


def test_only_the_named_libraries_are_preloaded_and_numpy():
    assert preload_for([]).modules == preload_for(["numpy"]).modules == (*NUMPY.modules, *SHELL, *PROGRAMS)
    keras, matplotlib = preload_for(["keras"]), preload_for(["matplotlib", "scipy.linalg"])
    assert {"numpy", "tensorflow", "keras"} <= {*keras.modules} and "matplotlib.pyplot" not in keras.modules
    assert {"matplotlib.pyplot", "scipy.linalg"} <= {*matplotlib.modules} and "keras" not in matplotlib.modules
    assert preload_for(["numpy"]) != preload_for(["keras"]) and preload_for(["keras"]) == preload_for(["keras"])


def test_a_package_that_the_course_names_is_not_hidden():
    assert "pandas" in preload_for(["keras"]).hidden
    assert preload_for(["numpy"]).hidden == preload_for(["keras", "pandas"]).hidden == ()


def test_a_fork_server_that_chose_serves_these_libraries_only(monkeypatch):
    preload = preload_for(["numpy", "pandas"])
    monkeypatch.setenv(CHOICE, preload.environment[CHOICE])
    assert served() == (NUMPY, PANDAS)
