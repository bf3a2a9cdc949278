"""The pages that the engine writes, tested by axe-core in both colour schemes, on a wide and a narrow screen."""

import copy

import pytest
from nbformat.v4 import new_markdown_cell, new_output

from autograder.audit.answers import Answer
from autograder.audit.audit import Audit, ExerciseAudit, Survivor, Verdict, write_audit_page
from autograder.audit.mutants import Mutant
from autograder.audit.trial import Outcome
from autograder.engine.nbgrader.feedback_page import FeedbackExporter
from autograder.engine.notebook.markers import is_check
from tests.support.jupyterlab_driver import PICTURES, findings
from tests.support.reported_class import lively, written
from tests.support.this_course import ROOT
from tests.support.tiny_assignment import SOURCE, graded

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="  # one pixel


@pytest.fixture(params=["light", "dark"])
def scheme(request):
    return request.param


@pytest.fixture(params=[1150, 400])
def screen(browser, scheme, request):
    """An empty page in a colour scheme. axe-core may run although the page forbids scripts."""
    size = {"width": request.param, "height": 900}
    page = browser.new_page(viewport=size, color_scheme=scheme, bypass_csp=True)
    yield page
    page.context.close()


def full_of_everything():
    """A graded notebook with each state of a check, each kind of output, a comment and remarks."""
    nb = copy.deepcopy(SOURCE)
    cells = {cell.id: cell for cell in nb.cells}
    long = "value = " + " + ".join(f"very_long_name_{k}" for k in range(30))
    cells["double"].source = f"def double(x):\n    {long}\n    return 2 * x"
    cells["double"].outputs = [
        new_output("stream", name="stdout", text="printed by the student\n" * 3),
        new_output("display_data", {"image/png": PNG}),
    ]
    cells["double"].metadata.nbgrader.comment = "Well done, but one word would have been enough."
    cells["double-values"].metadata.nbgrader.score = 1
    cells["double-values"].outputs = [new_output("stream", name="stdout", text="half of it\n")]
    cells["area"].outputs = [new_output("error", ename="TypeError", evalue="w is None", traceback=["TypeError"])]
    cells["area-values"].metadata.nbgrader.score = 0
    cells["area-values"].outputs = [
        new_output("error", ename="CheckFailed", evalue="x", traceback=[f"✗ area is not right: {long}"])
    ]
    shown = graded(f"# The visible check\nassert area(3, 5) == 15, '{long}'", "area-shown")
    shown.metadata.nbgrader.score = 0
    essay = new_markdown_cell("Because the state is carried over. " * 20, id="essay")
    essay.metadata["nbgrader"] = {
        "grade": True, "solution": True, "locked": False, "task": False, "grade_id": "essay", "points": 4,
        "schema_version": 3, "cell_type": "markdown",
    }  # fmt: skip
    heading = new_markdown_cell("## A section\n\n### Exercise 2 · The area (3 points)", id="area-task")
    nb.cells.insert(nb.cells.index(cells["area"]), heading)
    nb.cells += [shown, essay]
    nb.metadata["autograder"] = {"remarks": [{"sentence": "The notebook was read under another name."}], "events": []}
    return nb


def test_a_feedback_page_can_be_read_by_everybody(screen, scheme):
    html, _ = FeedbackExporter().from_notebook_node(
        full_of_everything(), {"nbgrader": {"notebook": "a_small_assignment", "student": "ada"}}
    )
    must_be_accessible(screen, html, f"feedback-{scheme}")


def test_a_feedback_page_with_full_marks_can_be_read_by_everybody(screen, scheme):
    nb = copy.deepcopy(SOURCE)
    for cell in nb.cells:
        if is_check(cell):
            cell.metadata.nbgrader.score = cell.metadata.nbgrader.points
    html, _ = FeedbackExporter().from_notebook_node(nb)
    assert "Full marks" in html
    must_be_accessible(screen, html, f"feedback-full-{scheme}")


BROKEN_NAMES = """() => {
    const broken = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        for (const name of walker.currentNode.data.matchAll(/\\w+/g)) {
            const range = document.createRange()
            range.setStart(walker.currentNode, name.index)
            range.setEnd(walker.currentNode, name.index + name[0].length)
            if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) broken.push(name[0])
        }
    }
    return broken
}"""


def test_no_name_is_broken_on_a_phone(browser):
    nb = full_of_everything()
    names = ["the_states_of_the_network_at_every_time_step_of_the_sentence", "predict_stacked_shapes"]
    for cell in nb.cells:
        if cell.id == "area-values":
            message = f"✗ The array of states `{names[1]}(inputs, Wx, Wh, b, h0)` equals {names[0]}\n  at {names[0]}"
            cell.outputs = [new_output("error", ename="CheckFailed", evalue="x", traceback=[message])]
        if cell.id == "area":
            cell.metadata.nbgrader.grade_id = names[1]
    nb.cells = [cell for cell in nb.cells if cell.id != "area-task"]  # so the name is the title
    page = browser.new_page(viewport={"width": 390, "height": 800}, bypass_csp=True)
    page.set_content(FeedbackExporter().from_notebook_node(nb)[0])
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    assert page.evaluate(BROKEN_NAMES) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert findings(page) == []
    page.evaluate("document.body.style.width = '200px'")
    assert names[1] in page.evaluate(BROKEN_NAMES)  # a split name would be found
    page.close()


def test_the_audit_page_can_be_read_by_everybody(screen, scheme, tmp_path):
    checks = ["double-check", "double-values"]
    wrong = Answer("double", "halved", False, "…", "The number is halved.", ("double-values",), "half")
    right = Answer("double", "added", True, "…", "Added to itself.")
    verdicts = [
        Verdict(wrong, Outcome({"double-check": "", "double-values": "double is half of what it should be"}, 0.1)),
        Verdict(right, Outcome({"double-check": "", "double-values": "not right"}, 0.1), ["double-values must pass"]),
    ]
    mutants = [Mutant("double", "operator", "…", "return 2 * x", after) for after in ("return x + x", "return 2 + x")]
    survivors = [Survivor(mutants[0], "the same"), Survivor(mutants[1])]
    exercises = {"double": ExerciseAudit("double", checks, 1, 1, 1, 0, 2, 0)}
    page = tmp_path / "audit.html"
    audits = [Audit("01_example", exercises, verdicts, survivors, ["double-values must pass"], 0.2)]
    write_audit_page(audits, page)
    must_be_accessible(screen, page.read_text(encoding="utf-8"), f"audit-{scheme}")


@pytest.mark.parametrize("scheme, width", [("light", 1150), ("dark", 1150), ("light", 375)])
def test_the_report_is_accessible_and_fits(browser, scheme, width, tmp_path):
    written(lively(), tmp_path)
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page.goto((tmp_path / "report.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def must_be_accessible(page, html, name):
    """axe-core finds nothing with all parts unfolded, nothing is wider than the screen, and a picture is saved."""
    page.set_content(html)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}-{page.viewport_size['width']}.png", full_page=True)
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert (min(ground[:3]) > 200) == name.endswith("light")


def test_nothing_on_the_pages_can_be_reached_by_the_mouse_alone():
    for template in sorted((ROOT / "autograder").rglob("templates/*.j2")):
        text = template.read_text(encoding="utf-8")
        assert "onclick" not in text and 'tabindex="-1"' not in text and "outline: none" not in text, template.name
