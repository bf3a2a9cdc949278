"""What an instructor meets in the formgrader in headless Chromium: one student graded by a click, by the engine."""

import re
import subprocess
import sys
import time

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder.classes import MadeUpStudent, write_class
from autograder.config import COURSE_ID
from autograder.course import SOURCE, read_assignment
from autograder.gradebook import CourseFolder
from tests.browsing import PICTURES, SECONDS

NAME = "04_numpy_rnn"
ASSIGNMENT = read_assignment(NAME)
FULL = sum(each.points for each in ASSIGNMENT.exercises.values())
CONFIG = """\
from pathlib import Path

from autograder.config import course_config
from autograder.settings import engine_config

c = get_config()
c.merge(course_config(Path(__file__).parent))
c.merge(engine_config())
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = CourseFolder(tmp_path_factory.mktemp("course"))
    write_class([MadeUpStudent("ada", "", "all"), MadeUpStudent("ben", "", "half")], course.submitted, [NAME])
    (course.root / "nbgrader_config.py").write_text(CONFIG)
    (course.root / "source").mkdir()
    (course.root / "source" / NAME).symlink_to(SOURCE / NAME)
    return course


@pytest.fixture(scope="module")
def server(course):
    """JupyterLab with the formgrader in a course folder; yields address and token."""
    log = course.root / "server.log"
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--ServerApp.port=8880", "--allow-root"]
    with open(log, "w") as output:
        process = subprocess.Popen(command, cwd=course.root, stdout=output, stderr=subprocess.STDOUT)
    try:
        for _ in range(SECONDS):
            time.sleep(1)
            address = re.search(r"(http://127\.0\.0\.1:\d+)/lab\S*\?token=(\w+)", log.read_text())
            if address:
                break
        assert address, log.read_text()
        yield address.group(1), address.group(2)
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture(scope="module")
def page(browser, server):
    address, token = server
    page = browser.new_page(viewport={"width": 1150, "height": 800})
    page.set_default_timeout(20_000)
    page.goto(f"{address}/lab?token={token}")  # signs in
    yield page
    page.close()


def shoot(page, name):
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"formgrader-{name}.png")


def test_an_assignment_is_generated_and_one_student_graded_by_a_click(page, server, course):
    address, _ = server
    page.goto(f"{address}/formgrader/manage_assignments")
    page.locator("td.assign a").first.click()
    page.get_by_text("Success").first.wait_for()
    shoot(page, "generated")
    page.goto(f"{address}/formgrader/manage_submissions/{NAME}")
    row = page.locator("tr", has_text="ada")
    row.wait_for()
    started = time.monotonic()
    row.locator("td.autograde a").click()
    page.get_by_text("Success").first.wait_for()
    took = time.monotonic() - started
    shoot(page, "autograded")
    with Gradebook(course.gradebook_url, COURSE_ID) as gradebook:
        assert gradebook.find_submission(NAME, "ada").score == FULL
        assert gradebook.find_submission(NAME, "ada").needs_manual_grade is False
    graded = nbformat.read(course.root / "autograded" / "ada" / NAME / ASSIGNMENT.path.name, as_version=4)
    assert graded.metadata.autograder.outcome == "graded"  # the engine's own mark
    assert took < 60, f"the click took {took:.0f} s"
