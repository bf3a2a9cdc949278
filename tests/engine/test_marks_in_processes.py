"""The processes of one notebook follow the marks that the course configures."""

from __future__ import annotations

import json

import nbformat
import pytest

from autograder.engine import NotebookGrader
from autograder.engine.nbgrader.feedback_page import feedback_page
from autograder.engine.notebook.markers import visible_text
from autograder.engine.notebook.regions import Marks, use_marks
from tests.support.tiny_assignment import AREA, TOOLS, graded, notebook

OWN = Marks(begin_hidden="VERSTECKT AB HIER", end_hidden="VERSTECKT BIS HIER")
CHECK = """\
# Hidden check (3 points): area
assert area(1, 1) > 0
{begin}
assert area(3, 5) == 15 and 4711
{end}
assert area(2, 2) == 5"""
CASES = {
    "usual": (Marks(), "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"),
    "spaceless": (Marks(), "###BEGIN HIDDEN TESTS", "#END HIDDEN TESTS, really"),
    "configured": (OWN, "# VERSTECKT AB HIER", "# VERSTECKT BIS HIER"),
}


@pytest.fixture(params=CASES)
def source(request):
    """A source notebook with these marks, which are in use."""
    marks, begin, end = CASES[request.param]
    use_marks(marks)
    check = CHECK.format(begin=begin, end=end)
    yield notebook(
        graded(TOOLS, "tools", grade=False), graded(AREA, "area", solution=True), graded(check, "area-all", 3)
    )
    use_marks(Marks())


@pytest.mark.parametrize(("answer", "line"), [("w + h", ""), ("w * h", "line 6: assert area(2, 2) == 5")])
def test_no_line_of_a_hidden_region_leaves_the_grading(source, answer, line):
    submission = nbformat.from_dict(json.loads(json.dumps(source)))
    submission.cells[1].source = f"def area(w, h):\n    return {answer}\n"
    submission.cells[2].source = visible_text(source.cells[2])
    result = NotebookGrader(preload=["numpy"]).grade(nbformat.writes(submission).encode(), source)
    assert [remark.sentence for remark in result.outcome.remarks] == []  # the check counts as unchanged
    (output,) = result.notebook.cells[2].outputs
    shown = "\n".join(output.traceback)
    assert output.ename == "AssertionError" and (line in shown if line else "line " not in shown)
    page = feedback_page(result.notebook, {})
    assert "4711" not in shown + page and "Hidden check" not in page
