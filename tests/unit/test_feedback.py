"""The feedback page has the student's code and the checks' messages, but no hidden code, folders or active content."""

from __future__ import annotations

import base64
import copy
import re
from html.parser import HTMLParser

import pytest
from nbformat.v4 import new_markdown_cell, new_output

from autograder.engine.grading.outcome import Event, Outcome
from autograder.engine.nbgrader.feedback_exercises import Check, Finding, read_exercises, split_docstrings
from autograder.engine.nbgrader.feedback_page import FeedbackExporter
from autograder.engine.nbgrader.feedback_text import check_title, clean
from autograder.engine.notebook.restore import Remark
from tests.support.tiny_assignment import SECRET, SOURCE, graded, notebook

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"0" * 20).decode()
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict]] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.seen.append((tag, dict(attrs)))


def graded_notebook():
    nb = copy.deepcopy(SOURCE)
    for cell in nb.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.metadata.nbgrader.score = cell.metadata.nbgrader.points
    return nb


def page(nb) -> str:
    return FeedbackExporter().from_notebook_node(nb)[0]


def active(html: str) -> list:
    tags = Tags()
    tags.feed(html)
    bad = [
        t for t in tags.seen if t[0] in ("script", "iframe", "object", "embed", "svg", "form", "link", "base", "math")
    ]
    bad += [t for t in tags.seen if any(name.startswith("on") for name in t[1])]
    return bad + [
        t for t in tags.seen for v in t[1].values() if v and v.strip().lower().startswith(("javascript:", "http"))
    ]


def test_hidden_code_is_not_on_the_page() -> None:
    html = page(graded_notebook())
    assert SECRET not in html and "BEGIN HIDDEN" not in html
    assert "values" in html and "Hidden check" not in html and "def double" in html


@pytest.mark.parametrize(
    "place",
    [
        "source",
        "stdout",
        "html",
        "svg",
        "javascript",
        "markdown",
        "plain",
        "error",
        "ename",
        "comment",
        "note",
        "png",
        "latex",
        "title",
        "grade_id",
        "reason",
        "heading",
        "backquotes",
        "docstring",
    ],
)
def test_nothing_of_a_submission_is_active(place: str) -> None:
    nb = graded_notebook()
    cell, check = nb.cells[2], nb.cells[3]
    kinds = {"html": "text/html", "svg": "image/svg+xml", "javascript": "application/javascript", "plain": "text/plain",
             "markdown": "text/markdown", "png": "image/png", "latex": "text/latex"}  # fmt: skip
    if place in kinds:
        for each in (cell, check):
            each.outputs = [new_output("display_data", {kinds[place]: EVIL})]
    elif place == "source":
        cell.source = f"# </pre>{EVIL}"
    elif place == "stdout":
        cell.outputs = [new_output("stream", name="stdout", text=EVIL)]
    elif place in ("error", "ename"):
        check.outputs = [
            new_output("error", ename=EVIL, evalue=EVIL, traceback=[EVIL] if place == "error" else [f"✗ {EVIL}"])
        ]
    elif place == "comment":
        cell.metadata.nbgrader.comment = EVIL
    elif place == "note":
        Outcome(remarks=[Remark("altered", EVIL, EVIL)], events=[Event(EVIL, "killed", EVIL)]).put_into(nb)
    elif place == "reason":
        Outcome("unreadable", EVIL, remarks=[Remark("unreadable", "", EVIL)]).put_into(nb)
    elif place == "heading":
        nb.cells[0].source = f"# {EVIL}\n## {EVIL}\n### {EVIL}"
    elif place == "backquotes":
        failed(check, f"`{EVIL}` {EVIL}\n`{EVIL}`")
    elif place == "docstring":
        cell.source = f'def double(x):\n    """\n    {EVIL}\n    """\n'
    elif place == "title":
        check.source = f"# {EVIL}\npass"
    elif place == "grade_id":
        cell.metadata.nbgrader.grade_id = f'"{EVIL}'
    html = page(nb)
    assert active(html) == []
    shown = "svg" if place in ("html", "svg", "javascript", "markdown", "png", "latex") else ""
    assert shown or "alert(1)&lt;/script&gt;" in html


def test_pictures_are_shown() -> None:
    nb = graded_notebook()
    nb.cells[2].outputs = [new_output("display_data", {"image/png": PNG, "text/html": EVIL})]
    assert f"data:image/png;base64,{PNG}" in page(nb)


def test_folders_and_frames_of_libraries_are_left_out() -> None:
    nb = graded_notebook()
    lines = [
        "\x1b[31m---\x1b[0m",
        "Cell In[3], line 2\n      1 x\n----> 2 f()",
        "File /usr/lib/python3/site.py:3\n secret()",
    ]
    nb.cells[2].outputs = [new_output("error", ename="OSError", evalue="no /tmp/candidate-1/data.csv", traceback=lines)]
    html = page(nb)
    assert "----&gt; 2 f()" in html and "…/data.csv" in html
    assert "/tmp" not in html and "/usr" not in html and "\x1b" not in html


def test_ordinary_text_is_left_alone() -> None:
    for text in ("1/2 and 3/4/5", "h = x / y / z", "see https://keras.io/api/layers", "/ home"):
        assert clean(text) == text


def test_the_score_is_on_top_and_every_exercise_has_its_points() -> None:
    nb = graded_notebook()
    failed(nb.cells[5], "area is not right")
    html = page(nb)
    assert "2 of 5 points" in html and "✗ 0 / 3" in html and "✗ 0 of 3 points" in html and "✓ 2 of 2 points" in html
    assert html.index("2 of 5 points") < html.index("<table>")


# --------------------------------------------------------------------------- exercises


def failed(cell, message: str, score: float = 0) -> None:
    """Return the error of a check in the form in which the tools of a notebook show it."""
    cell.metadata.nbgrader.score = score
    cell.outputs = [new_output("error", ename="CheckFailed", evalue=message, traceback=[f"✗ {message}"])]


DOCSTRING = '"""All hidden states.\n\n    Args:\n        inputs: the words.\n    """'
ANSWER = f"def rnn_forward(inputs):\n    {DOCSTRING}\n    return inputs"


def hidden(purpose: str, points: int) -> str:
    return f"# Hidden check ({points} points): {purpose}\n### BEGIN HIDDEN TESTS\n1\n### END HIDDEN TESTS"


def sentence_notebook(*scores: float):
    """Return two exercises with titles and sections, the second with a visible check and three hidden ones."""
    nb = notebook(
        new_markdown_cell("# 4 · A recurrent cell", id="title"),
        new_markdown_cell("## One step\n\n### Exercise 1 · The step (1 point)", id="t1"),
        graded("def step(x):\n    return x", "step", solution=True),
        graded(
            "# Hidden check (1 point): the values\n### BEGIN HIDDEN TESTS\n1\n### END HIDDEN TESTS", "step-values", 1
        ),
        new_markdown_cell("## From one step to a sentence", id="s2"),
        new_markdown_cell("### Exercise 2 · The whole sentence (4 points)", id="t2"),
        graded(ANSWER, "rnn_forward", solution=True),
        graded("@check\ndef by_hand(): pass", "rnn_forward-check", 0),
        graded(hidden("all states", 2), "rnn_forward-values", 2),
        graded(hidden("one word", 1), "rnn_forward-edge", 1),
        graded(hidden("the arguments", 1), "rnn_forward-unchanged", 1),
    )
    checks = [cell for cell in nb.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    for cell, score in zip(checks, scores or [cell.metadata.nbgrader.points for cell in checks], strict=True):
        cell.metadata.nbgrader.score = score
        if score < cell.metadata.nbgrader.points:
            failed(cell, f"{cell.id} is wrong")
    return nb


def cell_of(nb, name: str):
    return next(cell for cell in nb.cells if cell.id == name)


def text_of(html: str) -> str:
    """Return the words of a page without tags and style, folded parts included."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", re.sub(r"<style>.*?</style>", "", html, flags=re.S)))


class Unfolded(HTMLParser):
    """Collects the words of a page that are visible before anything is unfolded."""

    def __init__(self) -> None:
        super().__init__()
        self.depth, self.words = 0, ""

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.depth += tag == "details"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "details"

    def handle_data(self, data: str) -> None:
        self.words += "" if self.depth else data


def unfolded_text(html: str) -> str:
    parser = Unfolded()
    parser.feed(html)
    return parser.words


def test_titles_are_those_of_the_notebook() -> None:
    html = page(sentence_notebook(1, 0, 0, 1, 1))
    assert "<h1>4 · A recurrent cell</h1>" in html and "<title>Feedback: 4 · A recurrent cell</title>" in html
    assert html.count("Exercise 2 · The whole sentence") >= 3 and "(4 points)" not in html
    assert "rnn_forward-" not in re.sub(r"is wrong", "", html.replace("rnn_forward-values is wrong", ""))


def test_what_failed_comes_first_and_what_passed_is_folded() -> None:
    html = page(sentence_notebook(1, 0, 0, 1, 1))
    headings = re.findall(r"<h[23][^>]*>(?:<span>)?([^<]*)", html)
    assert headings == ["Look at these again", "Exercise 2 · The whole sentence", "Right", "Exercise 1 · The step"]
    unfolded = unfolded_text(html)
    assert "one word" not in unfolded and "def step" not in unfolded  # what passed
    assert (
        "all states" in unfolded and "rnn_forward-values is wrong" in unfolded and "2 of 4 points, 2 lost" in unfolded
    )


def test_the_section_to_read_again_is_named_only_if_points_are_lost() -> None:
    text = text_of(page(sentence_notebook(1, 0, 0, 1, 1)))
    assert "Read again: From one step to a sentence" in text and "Read again: One step" not in text


def test_one_message_of_several_checks_is_shown_once_with_all_points() -> None:
    nb = sentence_notebook()
    for name in ("rnn_forward-check", "rnn_forward-values", "rnn_forward-edge"):
        failed(cell_of(nb, name), "h0 is ignored")
    text = text_of(page(nb))
    assert text.count("h0 is ignored") == 1
    assert "✗ the check in your notebook · all states · one word (0 of 3 points)" in text


def test_many_checks_with_one_message_are_counted_and_listed() -> None:
    nb = sentence_notebook()
    for name in ("check", "values", "edge", "unchanged"):
        failed(cell_of(nb, f"rnn_forward-{name}"), "Not written yet")
    text = text_of(page(nb))
    assert text.count("Not written yet") == 1 and "✗ 4 checks (0 of 4 points)" in text
    assert "all states (0 of 2 points) one word (0 of 1 point)" in text


def test_different_messages_are_kept_apart_and_those_that_cost_points_come_first() -> None:
    nb = sentence_notebook()
    failed(cell_of(nb, "rnn_forward-check"), "two values are off")
    failed(cell_of(nb, "rnn_forward-edge"), "has no bias")
    (_, exercise) = read_exercises(nb)
    assert [(finding.message, finding.lost) for finding in exercise.findings] == [
        ("✗ has no bias", 1),
        ("✗ two values are off", 0),
    ]


def test_full_marks_get_a_friendly_line_and_nothing_to_look_at_again() -> None:
    text = text_of(page(sentence_notebook()))
    assert "Full marks. Every check passed. Well done!" in text
    assert "Look at these again" not in text and "Read again" not in text and "lost" not in text
    assert "Full marks" not in text_of(page(sentence_notebook(1, 0, 0, 1, 1)))


def test_a_failed_visible_check_is_shown_although_it_costs_nothing() -> None:
    text = text_of(page(sentence_notebook(1, 0, 2, 1, 1)))
    assert "Full marks" in text
    nb = sentence_notebook()
    failed(cell_of(nb, "rnn_forward-check"), "two values are off")
    text = text_of(page(nb))
    assert "Full marks" not in text and "✗ the check in your notebook two values are off" in text


def test_an_answer_without_points_yet_is_announced() -> None:
    nb = sentence_notebook()
    essay = new_markdown_cell("Because the state is carried over.", id="essay")
    essay.metadata["nbgrader"] = {"grade": True, "solution": True, "task": False, "grade_id": "essay", "points": 4}
    nb.cells += [new_markdown_cell("### Exercise 3 · Why?", id="t3"), essay]
    text = text_of(page(nb))
    assert "1 answer still waits for points from your instructor" in text and "Full marks" not in text
    assert "Not graded yet Exercise 3 · Why?" in text and "graded by hand (up to 4 points)" in text
    failed(cell_of(nb, "step-values"), "has no bias")
    text = text_of(page(nb))
    assert text.index("Look at these again") < text.index("has no bias") < text.index("Not graded yet")
    essay.metadata["nbgrader"]["score"] = 1
    assert "◐ graded by hand (1 of 4 points)" in text_of(page(nb))


@pytest.mark.parametrize("ending", ["unreadable", "graded"])  # nbgrader runs the empty notebook
def test_a_notebook_that_could_not_be_read_gets_the_reason_once(ending: str) -> None:
    nb = sentence_notebook(0, 0, 0, 0, 0)
    outcome = Outcome("unreadable", "the file is empty")
    outcome.remarks = [Remark("unreadable", "", outcome.sentence)]
    Outcome(ending, remarks=outcome.remarks).put_into(nb)
    for cell in nb.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            failed(cell, outcome.sentence)
    cell_of(nb, "step").metadata.nbgrader.comment = "Send it to me again."
    text = text_of(page(nb))
    assert text.count("Reason: the file is empty.") == 1 and "Read again" not in text
    assert "Exercise 2 · The whole sentence ✗ 0 / 4" in text and "From your instructor: Send it to me again." in text


def test_a_page_of_stock_nbgrader_needs_no_record() -> None:
    nb = sentence_notebook()
    odd = {"outcome": [], "detail": 1, "restarts": "", "events": [], "verdicts": []}
    odd["remarks"] = [{"what": [], "cell": 1, "sentence": {}}]
    for metadata in ("forged", {"outcome": "graded"}, {"remarks": 3}, None, odd):
        nb.metadata["autograder"] = metadata
        assert "Full marks" in page(nb)


@pytest.mark.parametrize(
    "code, folded",
    [
        (ANSWER, [False, True, False]),
        (ANSWER + "[", [False, True, False]),
        (DOCSTRING, [False]),
        ('def f():\n    """Short."""\n    return 1', [False]),
        (
            "def f():\n    r'''A\n    b\n    c'''\n\n\ndef g():\n    \"\"\"A\n    b\n    c\"\"\"",
            [False, True, False, True],
        ),
        ('def f():\n    """never closed\n    a\n    b', [False]),
        ('x = f(\n"""a\nb\nc""")', [False]),
        ("", [False]),
    ],
)
def test_long_docstrings_are_apart_and_no_line_is_lost(code: str, folded: list[bool]) -> None:
    parts = list(split_docstrings(code))
    assert [part.is_docstring for part in parts] == folded
    assert "\n".join(part.code for part in parts) == code


def test_the_docstring_is_folded_and_the_lines_of_the_student_are_not() -> None:
    unfolded = unfolded_text(page(sentence_notebook(1, 0, 0, 1, 1)))
    assert "def rnn_forward(inputs):" in unfolded and "return inputs" in unfolded and "Args:" not in unfolded


def test_a_message_is_a_sentence_and_details_and_backquotes_are_code() -> None:
    finding = Finding("✗ Your code stopped: use `np.tanh`\n  at line 2: x", [Check("values", 0, 1)])
    assert (finding.sentence, finding.details) == ("Your code stopped: use `np.tanh`", "  at line 2: x")
    traceback = Finding("Cell In[3], line 2\nAssertionError: x", [])
    assert (traceback.sentence, traceback.details) == ("", traceback.message)
    nb = sentence_notebook()
    failed(cell_of(nb, "step-values"), "Use `np.tanh` here, not one `")
    assert "Use `np.tanh` here, not one `" in page(nb)
    failed(cell_of(nb, "step-values"), "Use `np.tanh` here")
    assert "Use <code>np.tanh</code> here" in page(nb)


def test_the_name_that_python_gives_a_cell_is_left_out() -> None:
    nb = sentence_notebook(0, 0, 2, 1, 1)
    cell_of(nb, "step").outputs = [
        new_output("error", ename="SyntaxError", evalue="'(' was never closed (<ipython-input-2-56fab3ad>, line 2)")
    ]
    assert "never closed (line 2)" in page(nb)


@pytest.mark.parametrize(
    "source, title",
    [
        ("# Hidden check (2 points): all states", "all states"),
        ("# Hidden check (3 points)\n1", "a-b"),
        ("# visible check: by hand", "by hand"),
        ("# Shapes: the batch", "Shapes: the batch"),
        ("assert True", "a-b"),
        ("# Like the visible check: again", "Like the visible check: again"),
    ],
)
def test_the_title_of_a_check_is_its_purpose(source: str, title: str) -> None:
    assert check_title(graded(source, "a-b", 1)) == title


def test_the_inputs_of_a_hidden_check_are_not_printed() -> None:
    nb = graded_notebook()
    check = nb.cells[3]
    check.metadata.nbgrader.score = 0
    check.outputs = [
        new_output("stream", name="stdout", text="called with 4711"),
        new_output("display_data", {"image/png": PNG}),
        new_output("error", ename="CheckFailed", evalue="wrong", traceback=["✗ wrong"]),
    ]
    assert "4711" not in page(nb) and "<img" not in page(nb) and "wrong" in page(nb)
    check.source = "# Visible check: double\nassert True"
    assert "4711" in page(nb) and "<img" in page(nb)
