"""The audit finds a check that no longer bites, and a message that no longer names the mistake."""

import copy

import pytest

from autograder.answers import read_answer, read_answers
from autograder.audit import find_faults
from autograder.course import HIDDEN, CourseError, assignment_names, read_assignment
from autograder.trial import make_trial, run_trial, try_all

NAME = "04_numpy_rnn"


def faults_after(edit, answer):
    """What the audit says of an answer once the source of its first failing check was edited."""
    assignment = copy.deepcopy(read_assignment(NAME))
    cell = next(cell for cell in assignment.notebook.cells if cell.id == answer.fails[0])
    cell.source = edit(cell.source)
    ((_, outcome),) = try_all([make_trial(assignment, answer.cells)])
    return find_faults(assignment, answer, outcome)


@pytest.fixture(scope="module")
def wrong():
    return next(answer for answer in read_answers(NAME) if answer.name == "wrong/rnn_step_no_bias")


def test_an_emptied_hidden_check_is_a_fault(wrong):
    assert faults_after(lambda source: source, wrong) == []
    faults = faults_after(lambda source: HIDDEN.sub("", source), wrong)
    assert f"{wrong.fails[0]} should fail, and passes" in faults


def test_a_message_that_does_not_name_the_mistake_is_a_fault(wrong):
    faults = faults_after(lambda source: source.replace("mistakes=", "mistakes={} and "), wrong)
    assert any(fault.startswith("no message contains") for fault in faults)


def test_an_answer_that_hangs_or_dies_ends_with_a_reason_and_disturbs_no_other(wrong):
    assignment = read_assignment(NAME)
    endless = {"rnn_step": "while True:\n    pass\n"}
    dying = {"rnn_step": "os._exit(0)\n"}
    trials = [make_trial(assignment, cells) for cells in (endless, dying, wrong.cells)]
    outcomes = dict(try_all(trials, time_limit=10))
    assert all("took too long" in message for message in outcomes[0].messages.values())
    assert all("ended without a result" in message for message in outcomes[1].messages.values())
    assert find_faults(assignment, wrong, outcomes[2]) == []


@pytest.mark.parametrize("name", assignment_names())
def test_every_answer_file_can_be_read_and_has_a_right_or_wrong_place(name):
    for answer in read_answers(name):
        assert answer.about and answer.cells, answer.path


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("# %% rnn_step\npass\n", "docstring"),
        ('"""No tanh."""\n', "name_of_the_solution_cell"),
        ('"""No tanh."""\n# %% rnn_step\npass\n', "fails"),
    ],
)
def test_an_answer_file_that_is_not_as_it_should_be_is_named(tmp_path, text, says):
    path = tmp_path / "wrong" / "x.py"
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(CourseError, match=says):
        read_answer(path)


def test_a_trial_runs_the_given_cells_the_answer_and_its_checks_only():
    assignment = read_assignment(NAME)
    ids = [name for name, _, _ in make_trial(assignment, {"rnn_step": "pass"}).cells]
    assert {"tools", "imports", "rnn_step", "rnn_step-check"} <= set(ids)
    assert not [i for i in ids if i.startswith("rnn_forward")]
    assert callable(run_trial)
