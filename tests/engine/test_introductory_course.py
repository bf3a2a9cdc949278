"""A right submission to an introductory course keeps all points, and few checks need the student's process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config

from autograder.engine import Calibration, GradedNotebook, NotebookGrader, calibrate
from autograder.engine.execution import checker_pool
from autograder.engine.grading.calibration import all_checks
from autograder.engine.nbgrader.command_path import find_commands
from autograder.engine.nbgrader.config import engine_config
from tests.support.introductory_course import handed_in, introductory_course

PRELOAD = ["numpy"]
TOGETHER = {"fraction-extended", "names-history"}
ALLOWED = {*TOGETHER, "magics-shell"}
"""The checker process may be unable to start programs."""


@pytest.fixture(scope="module")
def source() -> NotebookNode:
    return introductory_course()


@pytest.fixture(scope="module")
def calibration(source: NotebookNode) -> Iterator[Calibration]:
    yield calibrate(source, preload=PRELOAD)
    checker_pool.close_idle()


def grade(source: NotebookNode, written: bool, calibration: Calibration) -> GradedNotebook:
    return NotebookGrader(preload=PRELOAD, calibration=calibration).grade(handed_in(source, written), source)


def lost(graded: GradedNotebook) -> dict[str, str]:
    return {each.check: each.message for each in graded.outcome.verdicts if each.points != each.max_points}


def test_only_a_few_checks_run_in_the_students_process(source: NotebookNode, calibration: Calibration) -> None:
    print(*(f"{check}: {reason}" for check, reason in calibration.together.items()), sep="\n")
    assert TOGETHER <= set(calibration.together) <= ALLOWED
    assert len(ALLOWED) <= 10 * len(all_checks(source)) / 94


def test_a_right_submission_keeps_every_point_either_way(source: NotebookNode, calibration: Calibration) -> None:
    assert lost(grade(source, True, calibration)) == {}
    assert lost(grade(source, True, Calibration(dict.fromkeys(all_checks(source), "as in one kernel")))) == {}


def test_without_a_calibration_the_points_would_be_lost(source: NotebookNode) -> None:
    assert {*TOGETHER, "fraction-equal", "fraction-times"} <= set(lost(grade(source, True, Calibration())))


def test_nothing_written_earns_only_what_needs_no_answer(source: NotebookNode, calibration: Calibration) -> None:
    graded = grade(source, False, calibration)
    kept = {each.check for each in graded.outcome.verdicts if each.points}
    assert kept == {"near-defines", "scale-defines", "magics-shell"}


LIE = """
class Fraction:
    def __init__(self, top, bottom=1): self.top, self.bottom = top, bottom
    def __eq__(self, other): return True
    __add__ = __mul__ = __rmul__ = lambda self, other: self
population = Fraction(1)
mean = Fraction(1)
def volume(*_, **__): return Fraction(1)
"""


def test_an_operator_that_lies_earns_only_checks_that_ask_for_operators(
    source: NotebookNode, calibration: Calibration
) -> None:
    nb = nbformat.reads(handed_in(source, False).decode(), as_version=4)
    for cell in nb.cells:
        if cell.id in ("population", "fraction"):
            cell.source = LIE
    data = nbformat.writes(nb).encode()
    graded = NotebookGrader(preload=PRELOAD, calibration=calibration).grade(data, source)
    points = {each.check: each.points for each in graded.outcome.verdicts}
    assert points["population-value"] == points["mean-placeholder"] == points["names-exec"] == 0
    assert points["fraction-equal-number"] == 0 and points["magics-time"] == 0
    remarks = [remark.sentence for remark in graded.outcome.remarks if remark.cell == "population-value"]
    assert remarks and "population-value used an operator" in remarks[0]


@pytest.mark.long
def test_nbgrader_gives_the_same_points_with_and_without_the_engine(source: NotebookNode, tmp_path: Path) -> None:
    find_commands()  # nbgrader starts Alembic
    scores = {}
    for way in ("stock", "engine"):
        root = tmp_path / way
        for student in ("source", "right", "none"):
            folder = root / ("source" if student == "source" else f"submitted/{student}") / "intro"
            folder.mkdir(parents=True)
            content = nbformat.writes(source).encode() if student == "source" else handed_in(source, student == "right")
            (folder / "intro.ipynb").write_bytes(content)
        config = Config()
        config.CourseDirectory.root, config.CourseDirectory.db_url = str(root), f"sqlite:///{root / 'gradebook.db'}"
        if way == "engine":
            config.merge(engine_config())
        api = NbGraderAPI(config=config)
        assert api.generate_assignment("intro")["success"]
        for student in ("right", "none"):
            assert api.autograde("intro", student)["success"], (way, student)
        with Gradebook(config.CourseDirectory.db_url) as gradebook:
            scores[way] = {
                (student, grade.name): grade.auto_score
                for student in ("right", "none")
                for grade in gradebook.find_submission_notebook("intro", "intro", student).grades
            }
    assert scores["engine"] == scores["stock"]
