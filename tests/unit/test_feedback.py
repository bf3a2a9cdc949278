"""The feedback page: the student's code and the checks' messages; no hidden code, no folders, nothing active."""

from __future__ import annotations

import base64
import copy
from html.parser import HTMLParser

import pytest
from nbformat.v4 import new_output

from autograder.engine.nbgrader.feedback_page import FeedbackExporter, clean
from tests.support.tiny_assignment import SECRET, SOURCE

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
    assert "Hidden check (2 points): values" in html and "def double" in html


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
        check.metadata.nbgrader.score = 0
        check.outputs = [new_output("stream", name="stdout", text=EVIL)]
    elif place in ("error", "ename"):
        check.outputs = [
            new_output("error", ename=EVIL, evalue=EVIL, traceback=[EVIL] if place == "error" else [f"✗ {EVIL}"])
        ]
    elif place == "comment":
        cell.metadata.nbgrader.comment = EVIL
    elif place == "note":
        nb.metadata["autograder"] = {
            "remarks": [{"sentence": EVIL}],
            "events": [{"cell": EVIL, "sentence": EVIL}],
        }
    elif place == "title":
        check.source = f"# {EVIL}\npass"
    elif place == "grade_id":
        cell.metadata.nbgrader.grade_id = f'"{EVIL}'
    assert active(page(nb)) == []


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


def test_the_score_stands_on_top_and_every_check_has_its_points() -> None:
    nb = graded_notebook()
    nb.cells[5].metadata.nbgrader.score = 0
    nb.cells[5].outputs = [new_output("error", ename="CheckFailed", evalue="x", traceback=["✗ area is not right"])]
    html = page(nb)
    assert "2 of 5 points" in html and "0 / 3" in html and "✗ area is not right" in html
    assert html.index("2 of 5 points") < html.index("<table>")
