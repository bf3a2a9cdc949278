"""The audit finds a check that no longer works, and a message that no longer names the mistake; `--answers DIR`."""

import copy
import json
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from autograder.audit.answers import Answer
from autograder.audit.audit import find_faults
from autograder.audit.trial import Outcome, make_trial, run_trial, try_all
from autograder.cli import app
from autograder.course.assignment import CourseError
from autograder.engine.notebook.regions import hidden_region
from tests.support.this_course import COURSE, read_answers, read_assignment

NAME = "04_numpy_rnn"


def faults_after(edit, answer):
    """Return the audit's faults for an answer after its first failing check was edited."""
    assignment = copy.deepcopy(read_assignment(NAME))
    cell = next(cell for cell in assignment.notebook.cells if cell.id == answer.fails[0])
    cell.source = edit(cell.source)
    ((_, outcome),) = try_all([make_trial(assignment, answer.cells)])
    return find_faults(assignment, answer, outcome)


@pytest.fixture(scope="module")
def wrong():
    return next(answer for answer in read_answers(read_assignment(NAME)) if answer.label == "rnn_step/no_bias")


def test_an_emptied_hidden_check_is_a_fault(wrong):
    assert faults_after(lambda source: source, wrong) == []
    faults = faults_after(lambda source: hidden_region().sub("", source), wrong)
    assert f"{wrong.fails[0]} should fail, but it passes" in faults


def test_a_message_that_does_not_name_the_mistake_is_a_fault(wrong):
    faults = faults_after(lambda source: source.replace("mistakes=", "mistakes={} and "), wrong)
    assert any(fault.startswith("no message contains") for fault in faults)


def test_an_answer_that_hangs_or_dies_ends_with_a_reason_and_disturbs_no_other(wrong):
    assignment = read_assignment(NAME)
    endless = {"rnn_step": "while True:\n    pass\n"}
    dying = {"rnn_step": "import os\nos._exit(0)\n"}
    trials = [make_trial(assignment, cells) for cells in (endless, dying, wrong.cells)]
    outcomes = dict(try_all(trials, time_limit=10))
    assert all("took too long" in message for message in outcomes[0].messages.values())
    assert all("ended without a result" in message for message in outcomes[1].messages.values())
    assert find_faults(assignment, wrong, outcomes[2]) == []


def test_a_trial_runs_the_given_cells_the_answer_and_its_checks_only():
    assignment = read_assignment(NAME)
    ids = [name for name, _, _ in make_trial(assignment, {"rnn_step": "pass"}).cells]
    assert {"tools", "imports", "rnn_step", "rnn_step-check"} <= set(ids)
    assert not [i for i in ids if i.startswith("rnn_forward")]
    assert callable(run_trial)


def test_a_wrong_answer_that_names_no_check_must_lose_a_point():
    assignment = read_assignment(NAME)
    passed = dict.fromkeys(["rnn_step-check", *(cell.id for cell in assignment.exercises["rnn_step"].hidden)], "")
    wrong = Answer("rnn_step", "x", False, "")
    assert find_faults(assignment, wrong, Outcome(passed, 0.1)) == [
        "a wrong answer should lose points, but it keeps them all"
    ]
    only_visible = Outcome(passed | {"rnn_step-check": "no bias"}, 0.1)
    assert find_faults(assignment, wrong, only_visible) == ["a wrong answer should lose points, but it keeps them all"]
    lost = Outcome(passed | {"rnn_step-values": "no bias"}, 0.1)
    assert find_faults(assignment, wrong, lost) == []
    assert find_faults(assignment, Answer("rnn_step", "x", False, "", message="Bias"), lost) == []
    faults = find_faults(assignment, Answer("rnn_step", "x", False, "", message="tanh"), lost)
    assert faults == ["no message contains 'tanh': no bias"]


RIGHT = """# %% right: terms
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(sum([b, Wx @ x_t, Wh @ h]))
"""
WRONG = """# %% wrong: no_bias
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + Wh @ h)
"""


@pytest.fixture
def foreign(tmp_path, monkeypatch):
    """A function that audits a folder of answers: given path → text, return the exit code and the output."""
    monkeypatch.setattr(app, "_this_course", lambda: replace(COURSE, root=tmp_path))
    (tmp_path / "source").symlink_to(COURSE.source)

    def audit(files, *names):
        for path, text in files.items():
            (tmp_path / "theirs" / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "theirs" / path).write_text(text, encoding="utf-8")
        return CliRunner().invoke(app.app, ["audit", *names, "--answers", str(tmp_path / "theirs")])

    return audit


def test_a_folder_of_answers_is_tried_and_nothing_else(foreign, tmp_path):
    done = foreign({f"{NAME}/rnn_step.py": f"{RIGHT}\n{WRONG}"})
    assert done.exit_code == 0, done.output
    (row,) = [line for line in done.output.splitlines() if "rnn_step" in line]
    cells = [cell.strip() for cell in row.split("│")[2:-1]]  # seen before hand-in, named, seen after, right, mutants
    assert cells == ["1 of 1", "0 of 0", "1 of 1", "1 of 1", "0 of 0"] and "rnn_forward" not in done.output


def test_the_rows_of_the_answers_are_written_as_json(foreign, tmp_path):
    rows_file = tmp_path / "rows.json"
    done = foreign({f"{NAME}/rnn_step.py": f"{RIGHT}\n{WRONG}"}, NAME, "--json", str(rows_file))
    assert done.exit_code == 0, done.output
    right, wrong = json.loads(rows_file.read_text(encoding="utf-8"))
    assert right == {
        "assignment": NAME,
        "exercise": "rnn_step",
        "name": right["name"],
        "kind": "right",
        "points_lost": 0,
        "message": "",
        "visible": False,
        "visible_message": "",
    }
    assert wrong["kind"] == "wrong" and wrong["points_lost"] > 0 and wrong["message"] and wrong["visible"]
    page = (tmp_path / "build" / "audit.html").read_text(encoding="utf-8")
    assert "no_bias" in page and "The bias is missing." in page


def test_a_foreign_answer_that_is_not_as_its_title_says_is_a_fault(foreign):
    swapped = RIGHT.replace("right", "wrong") + WRONG.replace("wrong", "right")
    done = foreign({f"{NAME}/rnn_step.py": swapped}, NAME)
    assert done.exit_code == 1
    assert f"{NAME}: rnn_step/terms: a wrong answer should lose points" in done.output.replace("\n", " ")
    assert "rnn_step/no_bias: rnn_step-values fails a right answer" in done.output.replace("\n", " ")


@pytest.mark.parametrize(
    ("path", "text", "says"),
    [
        (f"{NAME}/rnn_step.py", RIGHT + "# %% wrong: broken\n  def\n", r"rnn_step\.py, line 5: this is not Python"),
        (f"{NAME}/rnn_stop.py", RIGHT, r"rnn_stop\.py: there is no such exercise\. .*after one of .*rnn_step"),
        ("04_rnn/rnn_step.py", RIGHT, r"04_rnn: there is no such assignment\. .*after one of .*04_numpy_rnn"),
        ("rnn_step.py", RIGHT, r"theirs: there are no answers\. Put them into .*04_numpy_rnn/"),
    ],
)
def test_a_bad_file_in_a_foreign_folder_is_named(foreign, path, text, says):
    done = foreign({path: text})
    assert done.exit_code == 1 and isinstance(done.exception, CourseError)
    with pytest.raises(CourseError, match=says):
        raise done.exception


def test_a_folder_without_answers_to_the_named_assignment_is_an_error(foreign):
    done = foreign({f"{NAME}/rnn_step.py": RIGHT}, "05_deep_rnn")
    assert isinstance(done.exception, CourseError) and "no answers. Put them into 05_deep_rnn/" in str(done.exception)
