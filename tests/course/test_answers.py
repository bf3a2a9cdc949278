"""The catalogue of answers: a file is read, jupytext opens it, and an error in it is reported."""

import jupytext
import pytest

from autograder.audit.answers import Answer, Place, must_be_complete, read_answers, read_catalogue
from autograder.course.assignment import CourseError, grading
from tests.support.this_course import ANSWERS, NAMES, read_assignment

STEP = read_assignment("04_numpy_rnn").exercises["rnn_step"]
TEXT = '''# About this file: jupytext writes its own header here.

# %% right: sum
# A sum of three terms:
# in a list.

# The order is free.
def rnn_step(x_t, h, Wx, Wh, b):
    """Return the state."""


    return np.tanh(sum([b, Wx @ x_t, Wh @ h]))


# %% wrong: no_bias
# The bias is left out.
# fails: rnn_step-values, rnn_step-dtype
# fails: rnn_step-check
# message: without: the bias
# visible: no
rnn_step = lambda x_t, h, Wx, Wh, b: np.tanh(Wx @ x_t + Wh @ h)
# %% wrong: bare
rnn_step = 5 if 5 is 5 else 0
'''


@pytest.fixture
def read(tmp_path):
    """A function that reads a text as the file of `rnn_step`."""
    path = tmp_path / "rnn_step.py"

    def read_text(text):
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_catalogue(path, STEP)

    return read_text


def test_an_answer_is_read_exactly(read, tmp_path):
    text = TEXT.replace("rnn_step-dtype", STEP.hidden[-1].id)
    path = tmp_path / "rnn_step.py"
    code = (
        '# The order is free.\ndef rnn_step(x_t, h, Wx, Wh, b):\n    """Return the state."""\n\n\n'
        "    return np.tanh(sum([b, Wx @ x_t, Wh @ h]))\n"
    )
    no_bias = "rnn_step = lambda x_t, h, Wx, Wh, b: np.tanh(Wx @ x_t + Wh @ h)\n"
    about, message = "The bias is left out.", "without: the bias"
    fails = ("rnn_step-values", STEP.hidden[-1].id, "rnn_step-check")
    assert read(text) == [
        Answer("rnn_step", "sum", True, code, "A sum of three terms:\nin a list.", place=Place(path, 3)),
        Answer("rnn_step", "no_bias", False, no_bias, about, fails, message, False, Place(path, 15)),
        Answer("rnn_step", "bare", False, "rnn_step = 5 if 5 is 5 else 0\n", place=Place(path, 22)),
    ]
    assert read(text)[1].label == "rnn_step/no_bias" and read(text)[1].cells == {"rnn_step": no_bias}
    assert read(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == read(text)


@pytest.mark.parametrize("name", NAMES)
def test_the_catalogue_is_complete_and_opens_as_a_notebook(name, tmp_path):
    assignment = read_assignment(name)
    answers = read_answers(assignment, ANSWERS)
    must_be_complete(answers)
    assert {answer.exercise for answer in answers} == set(assignment.exercises)
    for exercise in assignment.exercises.values():
        path = ANSWERS / name / f"{exercise.name}.py"
        mine = [answer for answer in answers if answer.exercise == exercise.name]
        notebook = jupytext.read(path)
        assert [cell.metadata["title"] for cell in notebook.cells] == [
            f"{'right' if answer.is_right else 'wrong'}: {answer.name}" for answer in mine
        ]
        for cell, answer in zip(notebook.cells, mine, strict=True):
            assert cell.cell_type == "code" and cell.source.endswith(answer.code.rstrip("\n"))
        assert jupytext.writes(notebook, fmt="py:percent") == path.read_text(encoding="utf-8")
        # as a separate notebook it gets jupytext's header, and the answers stay the same
        notebook.metadata = {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}}
        saved = tmp_path / path.name
        jupytext.write(notebook, saved, fmt="py:percent")
        assert saved.read_text(encoding="utf-8").startswith("# ---\n# jupyter:")
        assert [(a.label, a.code, a.about, a.fails, a.message) for a in read_catalogue(saved, exercise)] == [
            (a.label, a.code, a.about, a.fails, a.message) for a in mine
        ]


ONE = "# %% right: one\npass\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "rnn_step.py: there is no answer in this file. Start each"),
        ("import numpy\n\n" + ONE, "line 1: 'import numpy' is above the first answer. Start each"),
        ("# %%\npass\n", "line 1: '# %%' is not the title of an answer. Start each"),
        (ONE + "# %% [markdown]\n# Text\n", "line 3: '# %% [markdown]' is not the title"),
        (ONE + "  # %% wrong: two\n  pass\n", "line 3: '  # %% wrong: two' is not the title"),
        (ONE + "# %% wrong: no bias\npass\n", "line 3: '# %% wrong: no bias' is not the title"),
        (ONE + "\n" + ONE.replace("right", "wrong"), "line 4: line 1 already has an answer named one. Rename one"),
        (ONE + "# %% wrong: two\n# Nothing.\n", "line 3: this answer has no code. Write it below"),
        (ONE + "# %% wrong: two\n\n  pass\n", "line 5: this is not Python (unexpected indent). Correct it"),
        (ONE + "# %% wrong: two\n# Two.\nx = 1\nreturn 2\n", "line 6: this is not Python ('return' outside function)"),
        (ONE + "# %% wrong: two\ndef f(:\n    pass\n", "line 4: this is not Python"),
        (ONE + "# %% wrong: two\nx = " + "(" * 500 + ")" * 500, "line 4: this is not Python"),
        (ONE + "# %% wrong: two\nx = " + "-" * 100_000 + "1", "line 4: this cannot be compiled"),
        (ONE + "# %% wrong: two\nx = '\0'\n", "line 4: this"),
        ("# %% right: one\n# fails: rnn_step-values\npass\n", "line 1: a right answer has no `# fails:`. Delete"),
        ("# %% wrong: one\n# One.\n# fails: rnn_step-value\npass\n", "has no check rnn_step-value. After `fails:`"),
        ("# %% wrong: one\n# One.\n# fail: rnn_step-values\npass\n", "line 3: unknown field `fail:`. The fields are"),
        ("# %% wrong: one\n# Note: it is odd.\npass\n", "line 2: unknown field `Note:`. The fields are"),
        ("# %% wrong: one\n# message: a\n# One.\npass\n", "line 3: 'One.' is below a field. Move it up"),
        ("# %% wrong: one\n# message:\npass\n", "line 2: `message: ` is empty. Write words of a message"),
        ("# %% wrong: one\n# fails: ,\npass\n", "line 2: `fails: ,` is empty. Write the checks that must fail"),
        ("# %% wrong: one\n# visible: yes\npass\n", "line 2: `visible: yes` is empty. Write `visible: no`"),
        ("# %% wrong: one\n# message: a\n# message: b\npass\n", "line 3: this is a second `message:`. Keep one of"),
        (ONE.encode() + b"# \xff\n", "cannot be read ('utf-8' codec can't decode byte 0xff"),
    ],
)  # fmt: skip
def test_an_error_in_a_file_is_named_with_its_line_and_the_remedy(read, text, says):
    with pytest.raises(CourseError) as error:
        read(text)
    assert says in str(error.value) and "rnn_step.py" in str(error.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("# %% right: one\npass\n", "line 1: rnn_step/one has no description. Write one"),
        ("# %% wrong: one\n# One.\n# message: a\npass\n", "line 1: rnn_step/one has no line `# fails:`"),
        ("# %% wrong: one\n# One.\n# fails: rnn_step-values\npass\n", "line 1: rnn_step/one has no line `# message:`"),
    ],
)
def test_an_answer_of_the_course_says_what_it_is_and_what_must_come_of_it(read, text, says):
    answers = read(text)
    with pytest.raises(CourseError) as error:
        must_be_complete(answers)
    assert says in str(error.value)


def test_a_file_of_no_exercise_is_named(tmp_path):
    path = tmp_path / "04_numpy_rnn" / "rnn_stop.py"
    path.parent.mkdir()
    path.write_text(ONE)
    with pytest.raises(
        CourseError, match=r"rnn_stop\.py: there is no such exercise\. Name the file after one of .*rnn_step"
    ):
        read_answers(read_assignment("04_numpy_rnn"), tmp_path)


def test_a_student_with_every_tick_loses_at_most_one_point_in_ten():
    # the dearest mistake of each exercise that its visible check need not notice; the audit proves it notices the rest
    points, lost = 0, 0
    for assignment in map(read_assignment, NAMES):
        unseen = [each for each in read_answers(assignment, ANSWERS) if not each.visible]
        for exercise in assignment.exercises.values():
            worth = {grading(check)["grade_id"]: grading(check)["points"] for check in exercise.hidden}
            losses = [sum(worth[check] for check in each.fails) for each in unseen if each.exercise == exercise.name]
            points += exercise.points
            lost += max(losses, default=0)
    assert 0 < lost <= points / 10
