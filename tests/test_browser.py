"""What a student meets in a real JupyterLab in headless Chromium, from the first click on the untouched notebook on."""

import re

import pytest

from autograder.course import assignment_names, grading, read_assignment
from tests.browsing import MODEL, PANEL, open_notebook, run_all, take_pictures

NAMES = assignment_names()


@pytest.mark.parametrize("name", NAMES)
def test_run_all_on_the_untouched_notebook_reaches_the_end_with_one_line_for_each_open_exercise(page, lab, name):
    open_notebook(page, lab, name)
    cells = [cell for cell in run_all(page) if cell["cell_type"] == "code"]
    take_pictures(page, f"{name}-light")
    assert [cell["id"] for cell in cells if not cell["execution_count"]] == []
    visible = {e.checks[0].id for e in read_assignment(name).exercises.values()}
    for cell in cells:
        errors = [output for output in cell["outputs"] if output["output_type"] == "error"]
        assert bool(errors) == (cell["id"] in visible), cell["id"]
        for error in errors:
            assert len(error["traceback"]) == 1 and "✗ Not written yet" in error["traceback"][0], cell["id"]
        assert not [output for output in cell["outputs"] if output.get("name") == "stderr"], cell["id"]


def test_a_right_answer_passes_its_check_and_a_wrong_one_gets_a_message_that_helps(page, lab):
    open_notebook(page, lab, "04_numpy_rnn")
    exercise = read_assignment("04_numpy_rnn").exercises["rnn_step"]
    index = [cell["id"] for cell in page.evaluate(MODEL)].index("rnn_step")
    write = f"([k, text]) => {PANEL}.content.model.sharedModel.cells[k].setSource(text)"

    def message(source):
        page.evaluate(write, [index, source])
        cell = next(cell for cell in run_all(page) if cell["id"] == "rnn_step-check")
        return "".join("".join(output.get("traceback", output.get("text", ""))) for output in cell["outputs"])

    assert message(exercise.solution.source).startswith("✓")
    broken = message(exercise.solution.source.replace("return ", "return undefined_name + "))
    assert broken.startswith("✗") and "undefined_name" in broken


def test_the_validate_button_names_the_open_checks(page, lab):
    name = NAMES[0]
    open_notebook(page, lab, name)
    page.get_by_role("button", name="Validate").click()
    dialog = page.locator(".nbgrader-ValidationDialog, .jp-Dialog").first
    dialog.wait_for()
    page.wait_for_function("document.querySelector('.jp-Dialog')?.innerText.includes('Validation')")
    text = dialog.inner_text()
    visible = [c for e in read_assignment(name).exercises.values() for c in e.checks if grading(c)["points"] == 0]
    assert "failed" in text.lower() and "Not written yet" in text
    assert text.count("Not written yet") == len(visible)


def test_pictures_stay_readable_in_the_dark_theme(page, lab):
    open_notebook(page, lab, "04_numpy_rnn")
    page.evaluate("window.jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})")
    run_all(page)
    take_pictures(page, "04_numpy_rnn-dark")
    backgrounds = page.evaluate(
        """() => [...document.querySelectorAll('.jp-OutputArea-output img, .jp-RenderedMarkdown img')].map((img) => {
          const canvas = document.createElement('canvas'); canvas.width = canvas.height = 1
          const context = canvas.getContext('2d'); context.drawImage(img, 0, 0, 1, 1, 0, 0, 1, 1)
          return [...context.getImageData(0, 0, 1, 1).data]
        })"""
    )
    assert backgrounds and all(pixel == [255, 255, 255, 255] for pixel in backgrounds)
    page.evaluate("window.jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Light'})")


def test_every_picture_in_an_output_has_a_text(page, lab):
    open_notebook(page, lab, "04_numpy_rnn")
    html = [
        output["data"]["text/html"]
        for cell in run_all(page)
        for output in cell.get("outputs", [])
        if "text/html" in output.get("data", {})
    ]
    pictures = [each for each in map("".join, html) if "<img" in each]
    assert pictures and all(re.search(r'<img alt="[^"]{20,}"', each) for each in pictures)
