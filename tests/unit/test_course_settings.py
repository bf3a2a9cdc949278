"""What an instructor sets in `nbgrader_config.py` counts in our commands, and a gradebook that fails is one line."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from dataclasses import replace

import pytest
from nbgrader.apps import NbGraderAPI
from nbgrader.plugins import LateSubmissionPlugin

from autograder.classroom.editions import refuse_other_gradebook
from autograder.classroom.grade_class import Options, _settings
from autograder.classroom.register import register
from autograder.course.assignment import CourseError
from autograder.course.class_folder import ClassFolder, GradingError
from autograder.course.course import read_course
from autograder.course.nbgrader_config import STUDENT_TIME_LIMIT
from autograder.engine.nbgrader.config import engine_config
from autograder.engine.nbgrader.gradebook_errors import GradebookError
from autograder.engine.nbgrader.late_penalties import LatePenalties, PenaltyError
from autograder.reporting.class_results import read_graded
from tests.support.second_course import NAME, write_course

FILE = """\
from autograder.course.nbgrader_config import course_config
c = get_config()
c.merge(course_config())
"""


@pytest.fixture
def course(tmp_path):
    """A small course with one assignment."""
    root = tmp_path / "course"
    write_course(root)
    return read_course(root)


def configure(folder, lines):
    folder.mkdir(exist_ok=True)
    (folder / "nbgrader_config.py").write_text(FILE + lines, encoding="utf-8")


def test_the_settings_of_the_course_and_then_those_of_the_class_count(course, tmp_path):
    configure(course.root, 'c.LateSubmissionPlugin.penalty_method = "zero"\nc.CourseDirectory.course_id = "autumn"\n')
    assert ClassFolder(course.root, course).config().LateSubmissionPlugin.penalty_method == "zero"
    other = ClassFolder(tmp_path / "class", course)
    configure(other.root, 'c.LateSubmissionPlugin.penalty_method = "none"\n')
    assert other.config().LateSubmissionPlugin.penalty_method == "none"
    with closing(other.open_gradebook()) as gradebook:
        assert gradebook.course_id == course.id  # the file of the class merges the course's own settings again


def test_the_folders_that_the_course_names_are_used(course):
    configure(
        course.root, 'c.CourseDirectory.submitted_directory = "in"\nc.CourseDirectory.feedback_directory = "out"\n'
    )
    folder = ClassFolder(course.root, course)
    assert (folder.submitted, folder.feedback) == (course.root / "in", course.root / "out")
    assert folder.autograded == course.root / "autograded" and folder.course_id == course.id


def test_the_limits_that_the_course_configures_count_unless_an_option_says_otherwise(course):
    configure(course.root, "c.Execute.timeout = 77\nc.Examine.update(total_timeout=300.0, memory=2**29)\n")
    folder = ClassFolder(course.root, course)
    settings = _settings(folder, Options())
    assert (settings["timeout"], settings["deadline"], settings["limits"]) == (77, 300, {"memory": 2**29})
    settings = _settings(folder, Options(time_limit=4, deadline=60))
    assert (settings["timeout"], settings["deadline"]) == (4, 60)
    configure(course.root, "")
    assert _settings(ClassFolder(course.root, course), Options())["timeout"] == STUDENT_TIME_LIMIT


def test_a_gradebook_of_the_course_is_not_that_of_a_class_folder_elsewhere(course, tmp_path):
    configure(course.root, f'c.CourseDirectory.db_url = "sqlite:///{tmp_path}/named.db"\n')
    assert ClassFolder(course.root, course).gradebook_place == str(tmp_path / "named.db")
    configure(course.root, 'c.CourseDirectory.db_url = "sqlite:///grades.db"\n')
    assert ClassFolder(course.root, course).gradebook_place == str(course.root / "grades.db")
    other = tmp_path / "class"
    assert ClassFolder(other, course).gradebook_place == str(other / "gradebook.db")
    configure(other, "")  # a copy of the course's file
    assert ClassFolder(other, course).gradebook_place == str(other / "gradebook.db")
    configure(other, 'c.CourseDirectory.db_url = "postgresql://me:secret@host/grades"\n')
    assert ClassFolder(other, course).gradebook_place == "postgresql://me:***@host/grades"


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("c.LateSubmissionPlugin.penalty_method = zero\n", ", line 4: this file fails with NameError"),
        ("c.X = (\n", ", line 4: this file fails with SyntaxError"),
        ("c.CourseDirectory.submitted_directory = 3\n", "submitted_directory"),
        ('c.CourseDirectory.directory_structure = "{nbgrader_step}/{student_id}"\n', "{assignment_id} once"),
        ('c.CourseDirectory.directory_structure = "{nbgrader_step"\n', "{assignment_id} once"),
    ],
)
def test_a_mistake_in_the_file_is_one_line(course, lines, says):
    configure(course.root, lines)
    with pytest.raises(CourseError) as failed:
        _ = ClassFolder(course.root, course).submitted
    assert str(failed.value).count("nbgrader_config.py") == 1 and says in str(failed.value)
    assert "\n" not in str(failed.value)


def test_a_plugin_in_a_module_beside_the_file_assigns_the_penalties(course, monkeypatch):
    monkeypatch.setattr(sys, "path", list(sys.path))
    (course.root / "half_off.py").write_text(
        "from nbgrader.plugins import BasePlugin\nfrom traitlets import Float\n"
        "class HalfOff(BasePlugin):\n    share = Float(0.25).tag(config=True)\n"
        "    def late_submission_penalty(self, student_id, score, total_seconds_late):\n"
        "        return self.share * score\n"
    )
    configure(course.root, 'c.AssignLatePenalties.plugin_class = "half_off.HalfOff"\nc.HalfOff.share = 0.5\n')
    plugin = LatePenalties(ClassFolder(course.root, course).config()).plugin
    assert plugin.late_submission_penalty("eve", 8.0, 60) == 4.0
    configure(course.root, 'c.AssignLatePenalties.plugin_class = "nowhere.HalfOff"\n')
    with pytest.raises(PenaltyError, match=r"Correct AssignLatePenalties\.plugin_class in nbgrader_config\.py"):
        LatePenalties(ClassFolder(course.root, course).config())


@pytest.mark.parametrize("name", ["q?x=1", "100%25", "100%", "a#b", "이 학기 ?", "a b&c=d"])
def test_a_folder_of_any_name_holds_its_gradebook(course, tmp_path, name):
    folder = ClassFolder(tmp_path / name, course)
    folder.root.mkdir()
    register(folder, course.assignment(NAME))
    assert (folder.root / "gradebook.db").stat().st_size and folder.gradebook_place == str(folder.root / "gradebook.db")
    assert not list(tmp_path.glob("*.db")) and {path.name for path in tmp_path.iterdir()} == {"course", name}
    with closing(folder.open_gradebook()) as gradebook:
        assert gradebook.find_assignment(NAME).max_score == 3


# --------------------------------------------------------------------------- a gradebook that cannot be used


@pytest.fixture
def folder(course):
    """The course folder with a gradebook, from which a test can take something away."""
    made = ClassFolder(course.root, course)
    register(made, course.assignment(NAME))
    return made


def not_a_database(path):
    path.write_bytes(b"no database " * 100)


def a_folder(path):
    path.unlink()
    path.mkdir()


def of_an_old_version(path):
    with closing(sqlite3.connect(path)) as database:
        database.execute("ALTER TABLE notebook DROP COLUMN kernelspec")


def emptied(path):
    with closing(sqlite3.connect(path)) as database:
        database.execute("DROP TABLE notebook")
        database.execute("CREATE TABLE notebook (x)")


FAULTS = {
    not_a_database: "this file is not a database",
    a_folder: "this gradebook cannot be opened",
    of_an_old_version: "`nbgrader db upgrade`",
    emptied: "`nbgrader db upgrade`",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_gradebook_that_fails_is_one_line_with_its_place_and_the_remedy(folder, fault):
    path = folder.root / "gradebook.db"
    fault(path)
    with pytest.raises(GradebookError) as failed:
        refuse_other_gradebook(folder, [folder.course.assignment(NAME)])
    line = str(failed.value)
    assert line.startswith(f"{path}: ") and FAULTS[fault] in line and "\n" not in line


def with_options(folder, options, prefix=""):
    """The class folder with other options for its gradebook, and the path of that."""
    path = folder.root / "gradebook.db"
    configure(folder.root, f'c.CourseDirectory.db_url = "sqlite:///{prefix}{path}?{options}"\n')
    return ClassFolder(folder.root, folder.course), path


def test_a_gradebook_that_another_program_uses_stops_every_command_in_one_line(folder):
    folder, path = with_options(folder, "timeout=0.1")
    assignment = folder.course.assignment(NAME)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for command in (
            folder.open_gradebook,
            lambda: refuse_other_gradebook(folder, [assignment]),
            lambda: register(folder, assignment),
            lambda: read_graded(folder),
        ):
            with pytest.raises(GradebookError, match=r"gradebook\.db: another program is using") as failed:
                command()
            assert "\n" not in str(failed.value)
        other.rollback()
        other.execute("BEGIN IMMEDIATE")  # it can be read, but not written
        with pytest.raises(GradebookError, match="another program is using"):
            refuse_other_gradebook(folder, [assignment])
        with pytest.raises(GradingError, match="another program is using"):
            register(folder, assignment)
    refuse_other_gradebook(folder, [assignment])


def test_a_gradebook_that_you_may_not_write_stops_the_command_in_one_line(folder):
    folder, _ = with_options(folder, "mode=ro&uri=true", "file:")
    with pytest.raises(GradebookError, match="you may not write this gradebook"):
        refuse_other_gradebook(folder, [folder.course.assignment(NAME)])


def plain(folder):
    """nbgrader's own commands with the engine, and the settings of the course."""
    config = folder.config()
    config.merge(engine_config())
    return NbGraderAPI(config=config)


@pytest.mark.parametrize("fault", [not_a_database, of_an_old_version])
def test_nbgraders_commands_give_the_same_line_without_a_traceback(folder, fault):
    fault(folder.root / "gradebook.db")
    source = folder.course.assignment(NAME).path
    (folder.submitted / "eve" / NAME).mkdir(parents=True)
    (folder.submitted / "eve" / NAME / source.name).write_bytes(source.read_bytes())
    for result in (plain(folder).generate_assignment(NAME), plain(folder).autograde(NAME, "eve")):
        assert not result["success"] and FAULTS[fault] in result["log"] and "Traceback" not in result["log"]


def test_a_check_added_after_grading_is_one_line_with_the_reason_and_the_remedy(folder):
    with closing(folder.open_gradebook()) as gradebook:
        gradebook.add_student("eve")
        gradebook.add_submission(NAME, "eve")
    path = folder.course.assignment(NAME).path
    path.write_text(path.read_text().replace("twice-values", "twice-all"))
    result = plain(folder).generate_assignment(NAME)
    line = "nbgrader cannot add, rename or remove checks or change their points once there are submissions. Undo"
    assert not result["success"] and line in result["log"] and "Traceback" not in result["log"]
    assert "twice-all is missing there, and 1 more difference" in result["log"]
    with pytest.raises(GradingError, match=line):
        register(folder, folder.course.assignment(NAME))


def test_the_plugin_of_nbgrader_is_the_default(course):
    assert type(LatePenalties(ClassFolder(course.root, replace(course)).config()).plugin) is LateSubmissionPlugin
