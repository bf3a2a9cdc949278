"""Which checks run in the student's process, decided from the verdicts on the reference solution."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from autograder.engine.grading.calibration import Calibration, CalibrationError, find_differences, move_checks
from autograder.engine.grading.outcome import Outcome, Verdict
from autograder.engine.notebook.schedule import Place, make_schedule
from tests.support.tiny_assignment import SOURCE, graded, notebook

CHECKS = notebook(
    graded("x = 1", "x", solution=True),
    graded("tools = 1", "given-a", grade=False),
    graded("assert x == 1", "x-seen", 1),
    graded("more = 1", "given-b", grade=False),
    graded("### BEGIN HIDDEN TESTS\nassert x\n### END HIDDEN TESTS", "x-hidden", 1),
)


def verdicts(**found: tuple[float, str]) -> Outcome:
    names = {"seen": "x-seen", "hidden": "x-hidden"}
    return Outcome(verdicts=[Verdict(names[name], points, 1, message) for name, (points, message) in found.items()])


RIGHT = verdicts(seen=(1, ""), hidden=(1, ""))


def calibrated(apart: Outcome, together: Outcome = RIGHT) -> Calibration:
    def run(moved: Mapping[str, str]) -> tuple[Outcome, dict[str, list[str]]]:
        uses = {"x-seen": ["eq"], "x-hidden": []}
        if len(moved) == 2:
            return together, {}
        kept = [one if one.check in moved else other for one, other in zip(RIGHT.verdicts, apart.verdicts, strict=True)]
        return Outcome(verdicts=kept), uses

    return find_differences(CHECKS, run)


def test_checks_with_equal_verdicts_stay_apart_with_what_they_use() -> None:
    assert calibrated(RIGHT) == Calibration({}, {"x-seen": ["eq"]})


def test_a_check_whose_verdict_differs_moves_with_the_reason() -> None:
    found = calibrated(verdicts(seen=(0, "no such name"), hidden=(1, "")))
    assert dict(found.together) == {"x-seen": "in two processes it fails with “no such name”"}
    assert found.uses == {}


def test_points_that_differ_without_an_error_count_too() -> None:
    found = calibrated(verdicts(seen=(0.5, ""), hidden=(1, "")))
    assert dict(found.together) == {"x-seen": "in two processes it gives 0.5 points instead of 1"}


def test_checks_that_the_reference_solution_does_not_pass_are_named() -> None:
    broken = verdicts(seen=(0, "No module named 'scipy'"), hidden=(0.5, ""))
    found = calibrated(broken, together=broken)
    assert found.together == {} and found.warnings("a.ipynb") == [
        "a.ipynb, x-seen gives your own solution only 0 of 1 points: No module named 'scipy'",
        "a.ipynb, x-hidden gives your own solution only 0.5 of 1 points",
    ]
    assert Calibration.from_dict(found.as_dict()) == found and calibrated(RIGHT).warnings("a.ipynb") == []


def test_a_warning_that_costs_points_in_one_process_is_no_difference() -> None:
    warned = verdicts(seen=(0, ""), hidden=(1, ""))
    assert calibrated(RIGHT, together=warned).together == {}


def test_a_hidden_check_moves_only_if_the_course_allows_it() -> None:
    found = calibrated(verdicts(seen=(1, ""), hidden=(0, "cannot cross")))
    with pytest.raises(CalibrationError, match=r"^a\.ipynb: nothing was graded.*x-hidden: in two.*cannot cross.*allow"):
        found.refuse_hidden(CHECKS, "a.ipynb", allowed=False)
    found.refuse_hidden(CHECKS, "a.ipynb", allowed=True)
    Calibration({"x-seen": "it differs"}).refuse_hidden(CHECKS, "a.ipynb", allowed=False)


def test_a_moved_check_leaves_its_given_cells_to_the_next_one() -> None:
    schedule = make_schedule(CHECKS, CHECKS)
    move_checks(schedule, CHECKS, {"x-seen": "it differs"})
    seen, hidden = schedule.steps[2], schedule.steps[4]
    assert (seen.place, seen.given, hidden.place) == (Place.STUDENT, [], Place.CHECKER)
    assert [cell.name for cell in hidden.given] == ["given-a", "given-b"]


def test_nothing_moves_without_a_calibration() -> None:
    schedule = make_schedule(SOURCE, SOURCE)
    before = [step.place for step in schedule.steps]
    move_checks(schedule, SOURCE, {})
    assert [step.place for step in schedule.steps] == before


def test_a_calibration_is_read_as_it_was_written() -> None:
    calibration = Calibration({"x-seen": "why"}, {"x-hidden": ["eq plain"]})
    assert Calibration.from_dict(calibration.as_dict()) == calibration
    for broken in ({}, {"together": [], "uses": {}}, {"together": {}}, None):
        with pytest.raises(ValueError, match="not a calibration"):
            Calibration.from_dict(broken)


def test_objects_decide_nothing_without_a_calibration_and_everything_while_it_is_made() -> None:
    assert Calibration().permitted("x-seen") == [] and Calibration({}, None).permitted("x-seen") is None
    assert Calibration({}, {"x-seen": ["lt"]}).permitted("x-seen") == ["lt"]
