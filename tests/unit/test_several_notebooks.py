"""Several notebooks in an assignment, and other folders than nbgrader's usual ones. Nothing is graded here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import nbformat
import pytest

from autograder.classroom import workers
from autograder.classroom.find_submissions import find_submissions
from autograder.classroom.workers import Job, Result
from autograder.course.assignment import CourseError, files_beside
from autograder.course.class_folder import ClassFolder
from autograder.course.course import Course
from autograder.course.nbgrader_config import configured

EMPTY = nbformat.writes(nbformat.v4.new_notebook())
STRUCTURES = ["{nbgrader_step}/{student_id}/{assignment_id}", "{nbgrader_step}/{assignment_id}/{student_id}"]
STRUCTURES += ["{assignment_id}/{nbgrader_step}/{student_id}", "all/{nbgrader_step}/{assignment_id}-{student_id}"]


def write(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_text(EMPTY)


def class_of(root: Path, lines: str = "") -> ClassFolder:
    root.mkdir(exist_ok=True)
    (root / "nbgrader_config.py").write_text(f"c = get_config()\n{lines}")
    return ClassFolder(root, configured(Course(root, "c", "A course")))


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("name", ["course", "course [2026]*"])
def test_the_folders_are_those_of_the_configuration(tmp_path: Path, structure: str, name: str) -> None:
    lines = f'c.CourseDirectory.update(directory_structure="{structure}", submitted_directory="in")\n'
    folder = class_of(tmp_path / name, lines)
    for assignment in ("ps1", "ps2"):
        write(folder.course.places.folder("source", assignment), "b.ipynb", "a.ipynb")
        write(Path(folder.root, structure.format(nbgrader_step="in", student_id="kim-1", assignment_id=assignment)))
    assert folder.course.assignment_names == ["ps1", "ps2"]
    assert [each.title for each in folder.course.assignment("ps1").notebooks] == ["ps1/a", "ps1/b"]
    found, problems = find_submissions(folder, ["ps1"])
    assert [(each.student, each.assignment) for each in found] == [("kim-1", "ps1")] and problems == []
    page = structure.format(nbgrader_step="feedback", student_id="kim-1", assignment_id="ps1")
    assert folder.feedback_page("kim-1", folder.course.assignment("ps1"), "a") == folder.root / page / "a.html"
    assert folder.places.has_student("kim-1") and not folder.places.has_student("kim")


def test_a_folder_without_an_assignment_is_named_in_any_structure(tmp_path: Path) -> None:
    folder = class_of(tmp_path / "c", f"c.CourseDirectory.directory_structure = {STRUCTURES[1]!r}\n")
    write(folder.course.places.folder("source", "ps1"), "a.ipynb")
    write(folder.submitted / "ps9" / "kim", "a.ipynb")
    write(folder.submitted / "ps1" / "lee", "a.ipynb")
    (folder.submitted / "ps1" / "a.ipynb").write_text(EMPTY)
    found, problems = find_submissions(folder)
    assert [each.student for each in found] == ["lee"]
    assert len(problems) == 2 and "ps9/kim: no assignment has this name" in problems[1]
    assert "Move it into <assignment>/<student>/" in problems[0]


def test_only_the_notebooks_and_files_that_the_configuration_wants_belong_to_an_assignment(tmp_path: Path) -> None:
    lines = 'c.CourseDirectory.notebook_id = "problem*"\nc.CourseDirectory.ignore = ["*.key", "old"]\n'
    lines += 'c.CourseDirectory.student_id_exclude = "tester,other"\n'
    folder = class_of(tmp_path / "c", lines)
    source = folder.course.places.folder("source", "ps1")
    write(source, "problem1.ipynb", "notes.ipynb", "data.csv", "answers.key")
    write(source / "old", "data.csv")
    assignment = folder.course.assignment("ps1")
    assert assignment.only.name == "problem1" and set(files_beside(assignment)) == {"data.csv"}
    write(folder.submitted / "kim" / "ps1", "problem1.ipynb", "notes.ipynb", "my.key", "my.csv")
    write(folder.submitted / "tester" / "ps1", "problem1.ipynb")
    ((found,), _) = find_submissions(folder)
    assert found.remarks == [] and set(found.files) == {"my.csv"}


def test_the_settings_of_the_engine_in_the_configuration_count(tmp_path: Path) -> None:
    lines = 'c.Examine.update(preload=["numpy"], hidden_checks_in_student_process=True)\n'
    course = class_of(tmp_path / "c", lines).course
    assert course.preload == ("numpy",) and course.hidden_checks_in_student_process
    course = class_of(tmp_path / "c").course
    assert course.preload is None and not course.hidden_checks_in_student_process


def test_a_command_for_authors_says_that_it_wants_one_notebook(tmp_path: Path) -> None:
    folder = class_of(tmp_path / "c")
    write(folder.course.places.folder("source", "ps1"), "a.ipynb", "b.ipynb")
    with pytest.raises(CourseError, match=r"ps1: this command works with one notebook .* not a\.ipynb, b\.ipynb"):
        _ = folder.course.assignment("ps1").exercises


@pytest.mark.parametrize(
    ("files", "found", "remarks"),
    [
        (["problem1.ipynb", "problem2.ipynb"], ["problem1.ipynb", "problem2.ipynb"], []),
        (["problem2.ipynb"], [None, "problem2.ipynb"], ["missing: problem1.ipynb is not in the folder; hand it in"]),
        (
            ["problem1.ipynb", "kim_Problem2 (1).ipynb"],
            ["problem1.ipynb", "kim_Problem2 (1).ipynb"],
            ["renamed: kim_Problem2 (1).ipynb was graded as problem2.ipynb"],
        ),
        (
            ["problem1.ipynb", "problem1-Copy1.ipynb", "problem2.ipynb"],
            ["problem1.ipynb", "problem2.ipynb"],
            ["not part of the assignment and not graded: problem1-Copy1.ipynb"],
        ),
        (
            ["problem1.ipynb", "problem2 (1).ipynb", "problem2 (2).ipynb"],
            ["problem1.ipynb", None],
            [
                "missing: problem2.ipynb is not in the folder; hand it in",
                "not part of the assignment and not graded: problem2 (1).ipynb, problem2 (2).ipynb",
            ],
        ),
        (
            ["homework.ipynb"],
            [None, None],
            [
                "missing: problem1.ipynb is not in the folder; hand it in",
                "missing: problem2.ipynb is not in the folder; hand it in",
                "not part of the assignment and not graded: homework.ipynb",
            ],
        ),
    ],
)
def test_each_notebook_of_the_assignment_is_found_or_named(
    tmp_path: Path, files: list[str], found: list[str | None], remarks: list[str]
) -> None:
    folder = class_of(tmp_path / "c")
    write(folder.course.places.folder("source", "ps1"), "problem1.ipynb", "problem2.ipynb")
    write(folder.submitted / "kim" / "ps1", *files)
    ((submission,), problems) = find_submissions(folder)
    assert [each.path.name if each.state == "here" else None for each in submission.notebooks] == found
    assert submission.remarks == remarks and problems == []


def test_the_notebooks_of_a_submission_share_its_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, given = [1000.0], []

    def judge(job: Job) -> Result:
        given.append(job.settings["deadline"])
        clock[0] += 50 if job.data == b"slow" else 1
        return Result(job.data, {})

    monkeypatch.setattr(workers, "judge", judge)
    monkeypatch.setattr(workers.time, "monotonic", lambda: clock[0])
    jobs = [Job(data, "{}", settings={"deadline": 100}) for data in (b"slow", b"fast")]
    assert [result.notebook for result in workers.judge_in_turn(jobs)] == [b"slow", b"fast"]
    assert given == [75, 50]  # half of an equal share stays for the second
    given.clear()
    workers.judge_in_turn(jobs[::-1])
    assert given == [75, 99]
    given.clear()
    workers.judge_in_turn([replace(jobs[0])])
    assert given == [100]
