"""Another course is built, audited, graded and reported; grading imports only the library that it names."""

import json
import subprocess
import sys

import pytest

from tests.support.second_course import COURSE, hand_in, write_course

WRITTEN = {
    "minji": "def twice(values):\n    return values + values\n",
    "jun": "def twice(values):\n    return values\n",
    # right only in a process that has imported no library that the course does not name
    "sora": 'import sys\n\n\ndef twice(values):\n    return values if "tensorflow" in sys.modules else values * 2\n',
}


def run(*arguments, cwd):
    command = [sys.executable, "-m", "autograder", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True)


def succeed(*arguments, cwd):
    done = run(*arguments, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The course, built."""
    root = tmp_path_factory.mktemp("second")
    write_course(root)
    succeed("build", cwd=root)
    return root


@pytest.fixture(scope="module")
def graded(root):
    """The course with a graded class of three. The commands run in another folder and name the course."""
    for student, code in WRITTEN.items():
        hand_in(root, student, code)
    succeed("--course-root", str(root), "grade", cwd=root.parent)
    return root


def test_build_removes_solution_and_hidden_check_and_runs_the_solution(root):
    released = (root / "release" / "baeyeol" / "arrays.ipynb").read_text(encoding="utf-8")
    assert "values * 2" not in released and "allclose" not in released and "NotImplementedError" in released
    assert (root / "solutions" / "baeyeol" / "arrays.ipynb").is_file()
    succeed("build", "--check", cwd=root)


def test_audit_passes_and_counts_the_answers_that_course_toml_demands(root):
    (row,) = [line for line in succeed("audit", cwd=root).splitlines() if "twice" in line]
    assert "2 of 2" in row and "1 of 1" in row
    (root / "course.toml").write_text(COURSE.replace("wrong = 2", "wrong = 3"), encoding="utf-8")
    done = run("audit", cwd=root)
    (root / "course.toml").write_text(COURSE, encoding="utf-8")
    assert done.returncode == 1 and "twice: it has 2 wrong answers, but needs at least 3" in done.stderr


def test_grade_gives_the_points_that_the_answers_deserve(graded):
    grades = json.loads((graded / "feedback" / "summary.json").read_text(encoding="utf-8"))["grades"]
    assert {grade["student"]: grade["points"] for grade in grades} == {"minji": 3, "jun": 0, "sora": 3}
    (jun,) = [grade for grade in grades if grade["student"] == "jun"]
    assert "not doubled" in jun["checks"][-1]["message"]


def test_report_bears_the_title_of_the_course(graded):
    succeed("report", cwd=graded)
    page = (graded / "report" / "report.html").read_text(encoding="utf-8")
    assert "수열과 배열" in page and "not doubled" in page


def test_nbgrader_finds_the_course_of_the_folder(root, tmp_path):
    config = "from autograder.config import course_config\nget_config().merge(course_config())\n"
    (root / "nbgrader_config.py").write_text(config, encoding="utf-8")
    code = (
        "from nbgrader.apps import NbGraderApp\n"
        "app = NbGraderApp(); app.load_config_file(); print(app.config.CourseDirectory.course_id)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)
    assert done.stdout.split()[-1:] == ["suyeol"], done.stderr


def test_a_command_outside_of_a_course_says_how_to_name_one(tmp_path):
    done = run("tidy", cwd=tmp_path)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "course.toml" in done.stderr and "--course-root" in done.stderr
