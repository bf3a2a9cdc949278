"""The students' version: nothing in it gives an answer away, and every notebook runs from top to bottom."""

import re
import shutil
import zipfile

import nbformat
import pytest

from autograder.authoring import handout
from autograder.authoring.leaks import find_leaks
from autograder.course.assignment import CourseError, grading
from tests.support.this_course import COURSE, NAMES, RELEASE, SOURCE, read_assignment, read_released


@pytest.fixture
def released(tmp_path):
    shutil.copytree(RELEASE, tmp_path / "release")
    return tmp_path / "release"


def change(tree, edit):
    path = tree / "04_numpy_rnn" / "numpy_rnn.ipynb"
    notebook = nbformat.read(path, as_version=4)
    edit({cell.id: cell for cell in notebook.cells})
    nbformat.write(notebook, path)
    return find_leaks(tree, SOURCE)


def test_the_release_gives_nothing_away():
    assert find_leaks(RELEASE, SOURCE) == []


def test_the_scan_sees_a_solution_line_a_hidden_line_an_output_and_a_broken_stub(released):
    source = {c.id: c for c in read_assignment("04_numpy_rnn").notebook.cells}
    hidden = next(line for line in source["rnn_step-values"].source.splitlines() if "compare(" in line)
    assert any("rnn_step" in leak for leak in change(released, lambda c: c["rnn_step"].update(source="x = (")))
    assert change(released, lambda c: c["title"].update(source=c["title"].source + "\n" + hidden))
    assert change(released, lambda c: c["imports"].update(execution_count=1))
    assert change(released, lambda c: c["rnn_step-values"].update(source=source["rnn_step-values"].source))


def test_the_scan_sees_a_name_that_a_hidden_check_holds_out(released):
    source = {c.id: c for c in read_assignment("08_character_rnn").notebook.cells}
    held_out = re.search(r'held_out = "(.*)"', source["build_writer-held_out"].source).group(1).split()
    assert len(held_out) >= 30
    names = released / "08_character_rnn" / "korean_names.csv"
    shown = names.read_text(encoding="utf-8")
    names.write_text(shown + held_out[5] + "마을\n", encoding="utf-8")  # a longer name that begins with it
    assert find_leaks(released, SOURCE) == []
    names.write_text(shown + held_out[5] + "\n", encoding="utf-8")
    assert [held_out[5] in leak for leak in find_leaks(released, SOURCE)] == [True]


@pytest.mark.parametrize("name", NAMES)
def test_release_and_source_have_the_same_cells(name):
    source, release = read_assignment(name), read_released(name)
    assert [c.id for c in source.notebook.cells] == [c.id for c in release.notebook.cells]
    points = [
        {grading(c)["grade_id"]: grading(c)["points"] for c in each.notebook.cells if grading(c).get("grade")}
        for each in (source, release)
    ]
    assert points[0] == points[1]


def test_the_handout_holds_notebooks_environment_readme_with_pictures_licence_credits_and_nothing_else(tmp_path):
    folder, archive = handout.make_handout(COURSE, tmp_path, RELEASE)
    tops = {p.name for p in folder.iterdir()}
    assert tops == {"release", "environment.yml", "README.md", "images", "LICENSE", "NOTICE"}
    assert {f"images/{p.name}" for p in (folder / "images").iterdir()} == set(handout.pictures(folder / "README.md"))
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path / "fresh")
    assert find_leaks(tmp_path / "fresh", SOURCE) == []
    assert {p.relative_to(folder) for p in folder.rglob("*")} == {
        p.relative_to(tmp_path / "fresh" / folder.name) for p in (tmp_path / "fresh" / folder.name).rglob("*")
    }


def test_two_handouts_are_the_same_bytes(tmp_path):
    first = handout.make_handout(COURSE, tmp_path / "a", RELEASE)[1].read_bytes()
    assert handout.make_handout(COURSE, tmp_path / "b", RELEASE)[1].read_bytes() == first


def test_a_release_that_gives_something_away_is_not_handed_out(tmp_path, released):
    (released / "04_numpy_rnn" / "notes.txt").write_text("### BEGIN SOLUTION")
    with pytest.raises(CourseError, match=r"notes\.txt"):
        handout.make_handout(COURSE, tmp_path / "dist", released)
    assert not (tmp_path / "dist" / COURSE.handout).exists()
