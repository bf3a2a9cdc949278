"""The exchange from end to end with the engine's own command: released, handed in, graded, fetched."""

import shutil

import pytest
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory
from nbgrader.utils import get_username

from autograder.audit.made_up_class import MadeUpStudent
from autograder.authoring.lab import prepare_exchange
from autograder.classroom.grade_class import grade_class
from autograder.engine.nbgrader.config import engine_config
from tests.support.this_course import RELEASE, class_folder, read_assignment, write_class

NAME = "05_deep_rnn"
ASSIGNMENT = read_assignment(NAME)
ACCOUNT = get_username()


@pytest.fixture(scope="module")
def given_back(tmp_path_factory):
    """A graded class of three with released feedback. This account handed in by the exchange, aaron and ben by file."""
    course, desk = class_folder(tmp_path_factory.mktemp("course")), tmp_path_factory.mktemp("desk")
    write_class([MadeUpStudent(name, "", "none") for name in ("aaron", "ben")], course.submitted, [NAME])
    shutil.copytree(RELEASE / NAME, course.root / "release" / NAME)
    prepare_exchange(course.root / "exchange")

    def exchange(part):
        config = course.config()
        config.merge(engine_config())
        config.CourseDirectory.assignment_id = NAME
        config.Exchange.update(assignment_dir=str(desk), cache=str(desk / "cache"))
        parts = {"config": config, "coursedir": CourseDirectory(config=config)}
        getattr(ExchangeFactory(config=config), part)(authenticator=Authenticator(config=config), **parts).start()

    exchange("ReleaseAssignment")
    exchange("FetchAssignment")
    exchange("Submit")
    exchange("Collect")
    report = grade_class(course, [NAME])
    exchange("ReleaseFeedback")
    exchange("FetchFeedback")
    return course, desk, report


def test_all_who_handed_in_are_graded_by_whatever_way_it_came(given_back):
    assert [grade.student for grade in given_back[2].grades] == sorted(["aaron", ACCOUNT, "ben"])


def test_feedback_goes_to_the_one_who_handed_in_by_the_exchange_and_stops_at_nobody(given_back):
    course, desk, _ = given_back
    fetched = list(desk.glob(f"{NAME}/feedback/*/{ASSIGNMENT.notebook_name}.html"))
    assert [page.read_text() for page in fetched] == [course.feedback_page(ACCOUNT, ASSIGNMENT).read_text()]
    assert len(list(course.root.glob("exchange/*/feedback/*.html"))) == 1
