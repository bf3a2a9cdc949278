"""The student's experience in a real JupyterLab in headless Chromium, from the first click on the untouched notebook.

Each notebook is opened and run once, and the tests of a notebook look at that page in turn.
"""

import io
import re
from dataclasses import dataclass, field

import pytest
from PIL import Image

from autograder.engine.notebook.cell_names import uses
from tests.support.jupyterlab_driver import (
    MODEL,
    PANEL,
    PICTURES,
    copy_notebook,
    findings,
    open_notebook,
    run_all,
    run_cells,
    set_theme,
    shut_down,
    take_pictures,
    wait_until_all_ran,
)
from tests.support.this_course import NAMES, read_answers, read_assignment

MISTAKES = {
    "01_simple_rnn_shapes": ("count_params/float", "a float, but counts and sizes are integers."),
    "02_batch_input_shape": ("build_fixed/old_spelling", "Unrecognized keyword arguments"),
    "03_return_sequences": ("build_tagger/no_return", "is None. Is there a `return` at the end"),
    "04_numpy_rnn": ("rnn_forward_batch/axis0", "Batch and time are swapped"),
    "05_deep_rnn": ("build_deep/lower_last_state", "expected ndim=3, found ndim=2"),
    "06_bidirectional_rnn": ("backward_states/not_turned_back", "not put back into time order"),
    "07_training_rnns": ("rnn_backward/wh_not_transposed", "goes back through the transpose of Wh"),
    "08_character_rnn": ("shifted_pairs/not_shifted", "The targets are not shifted"),
}
"""A usual mistake in each notebook (an answer of the catalogue), and words of its visible check that name it."""

CONTENT = [".jp-RenderedMarkdown", ".jp-OutputArea-output"]
NOT_OURS = {
    "`model.summary()` of Keras colours types, None and numbers, and takes no setting for it; the colours say nothing":
        re.compile(r'color-contrast .*<span style="color: #0(?:087ff|0d7ff|0af00); text-decoration-color: '),
    "the dark theme of JupyterLab gives comments in the code of a text a contrast of 4.1":
        re.compile(r'color-contrast .*<span class="ͼ[^"]*">#.*foreground color: #408080', re.S),
    "MathJax gives a formula to screen readers as MathML, which axe-core does not count as the text of a table head":
        re.compile(r'empty-table-header .*<th><mjx-container .*<mjx-assistive-mml'),
    "JupyterLab shows links in text by their colour only":
        re.compile(r"link-in-text-block "),
}  # fmt: skip
"""Findings of axe-core that we cannot change: the reason, and the finding."""


@dataclass
class Notebook:
    """An untouched notebook, opened and run: its page, and its cells when all had run."""

    name: str
    page: object
    lab: tuple
    questions: list
    cells: list
    copies: dict = field(default_factory=dict)

    def copy(self, theme):
        """The plain copy of the page in a theme."""
        if theme not in self.copies:
            set_theme(self.page, theme)
            self.copies[theme] = copy_notebook(self.page, self.lab)
            set_theme(self.page, "Light")
        return self.copies[theme]


@pytest.fixture(scope="module", params=NAMES)
def notebook(request, browser, lab):
    page = browser.new_context(viewport={"width": 1150, "height": 1300}).new_page()
    page.set_default_timeout(120_000)
    open_notebook(page, lab, request.param)
    cells = run_all(page)
    questions = page.locator(".jp-Dialog, .Toastify__toast").all_inner_texts()
    yield Notebook(request.param, page, lab, questions, cells)
    shut_down(page)
    page.context.close()


def text_of(cell):
    """Return what a cell printed, and its error."""
    return "".join("".join(output.get("traceback", output.get("text", ""))) for output in cell["outputs"])


def printed(cells, name):
    """Return the output of a check cell."""
    return text_of(next(cell for cell in cells if cell["id"] == name))


def waits(cell):
    """Whether a cell says that it needs an exercise, or a cell above that needs one."""
    return bool(re.fullmatch(r"(.*\n)?This cell needs (your )?`\w+`.*\n", text_of(cell), re.S))


def test_run_all_on_the_untouched_notebook_reaches_the_end_with_one_line_for_each_open_exercise(notebook):
    cells = [cell for cell in notebook.cells if cell["cell_type"] == "code"]
    assert [cell["id"] for cell in cells if not cell["execution_count"]] == []
    exercises = read_assignment(notebook.name).exercises
    visible = {exercise.checks[0].id for exercise in exercises.values()}
    for cell in cells:
        errors = [output for output in cell["outputs"] if output["output_type"] == "error"]
        assert bool(errors) == (cell["id"] in visible), cell["id"]
        for error in errors:
            assert len(error["traceback"]) == 1 and error["traceback"][0].startswith("✗ Not written yet"), cell["id"]
        uses_exercises = "nbgrader" not in cell["metadata"] and exercises.keys() & uses(cell["source"])
        assert waits(cell) or not uses_exercises, cell["id"]
        assert not [output for output in cell["outputs"] if output.get("name") == "stderr"], cell["id"]


def test_nothing_asks_the_student_anything(notebook):
    assert notebook.questions == []


def test_formulas_are_set_and_korean_has_its_glyphs(notebook):
    copy = notebook.copy("Light")
    formulas = [cell["source"] for cell in notebook.cells if cell["cell_type"] == "markdown" and "$" in cell["source"]]
    assert formulas and copy.locator("mjx-container").count() >= len(formulas)
    assert copy.locator("mjx-merror, [data-mjx-error]").count() == 0
    raw = copy.evaluate(
        """() => [...document.querySelectorAll('.jp-RenderedMarkdown')].map((cell) => {
          const text = cell.cloneNode(true)
          text.querySelectorAll('code, pre, mjx-container').forEach((each) => each.remove())
          return text.textContent
        }).filter((text) => /\\$|\\\\[a-zA-Z(\\[]/.test(text))"""
    )
    assert raw == []
    missing = notebook.page.evaluate(
        """(text) => {
          const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true})
          const drawn = (letter, font) => {
            context.canvas.width = context.canvas.height = 40; context.font = `24px ${font}`
            context.fillText(letter, 4, 30)
            return context.getImageData(0, 0, 40, 40).data.join()
          }
          const fonts = ['.jp-RenderedMarkdown', '.cm-content'].map(
            (place) => getComputedStyle(document.querySelector(place)).fontFamily)
          return fonts.flatMap((font) => [...new Set(text)].filter((letter) => {
            const glyph = drawn(letter, font)
            return glyph === drawn('\\uFFFF', font) || glyph === drawn(' ', font)
          }))
        }""",
        "".join(re.findall("[가-힣]", "".join(cell["source"] for cell in notebook.cells))),
    )
    assert missing == []


@pytest.mark.parametrize("width", [716, 618])
def test_text_and_outputs_fit_the_width_of_a_small_screen(notebook, width):
    # the width that JupyterLab leaves for text on 1150 px with the file browser open, and on 800 px without it
    copy = notebook.copy("Light")
    copy.set_viewport_size({"width": width + 28, "height": 1000})
    assert copy.locator(".jp-RenderedMarkdown").first.evaluate("(each) => each.clientWidth") == width
    wide = copy.evaluate(
        """(places) => [...document.querySelectorAll(places)].filter((each) => each.scrollWidth > each.clientWidth + 1)
          .filter((each) => !each.innerText.includes('┏━')).map((each) => [
            each.closest('.jp-Cell').dataset.windowedListIndex, each.clientWidth, each.scrollWidth, each.innerText])""",
        ", ".join(CONTENT),
    )
    assert wide == []


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_every_picture_has_a_text_and_a_light_ground(notebook, theme):
    copy = notebook.copy(theme)
    assert copy.evaluate("document.body.dataset.jpThemeLight") == str(theme == "Light").lower()
    copy.set_viewport_size({"width": 760, "height": 1000})
    picture = copy.screenshot(full_page=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / f"{notebook.name}-{theme.lower()}.png").write_bytes(picture)
    seen = copy.evaluate(
        """() => [...document.images].map((image) => {
          const box = image.getBoundingClientRect()
          return [image.alt, image.naturalWidth, box.left + scrollX, box.top + scrollY, box.right + scrollX]
        })"""
    )
    pixels = Image.open(io.BytesIO(picture)).convert("RGB")
    texts = sum(cell["source"].count("![") for cell in notebook.cells if cell["cell_type"] == "markdown")
    drawn = [cell["id"] for cell in notebook.cells if re.search(r"^ *show\(", cell["source"], re.M) and not waits(cell)]
    assert len(seen) == texts + len(drawn) > 1, drawn
    for text, width, left, top, right in seen:
        assert len(text) >= 20 and width > 0, text
        corners = [pixels.getpixel((int(x), int(top) + 2)) for x in (left + 2, right - 3)]
        assert corners == [(255, 255, 255)] * 2, text
    ground = pixels.getpixel((3, 3))
    assert min(ground) > 240 if theme == "Light" else max(ground) < 40


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_axe_finds_nothing_in_text_and_outputs(notebook, theme):
    found = findings(notebook.copy(theme), CONTENT)
    assert [each for each in found if not any(finding.match(each) for finding in NOT_OURS.values())] == []


def test_a_usual_mistake_is_named_and_the_right_answer_passes(notebook):
    label, words = MISTAKES[notebook.name]
    assignment = read_assignment(notebook.name)
    answer = next(each for each in read_answers(assignment) if each.label == label)
    exercise = assignment.exercises[answer.exercise]
    check = exercise.checks[0].id
    wrong = printed(run_cells(notebook.page, {exercise.name: answer.code, check: None}), check)
    assert wrong.startswith("✗") and words in wrong
    right = printed(run_cells(notebook.page, {exercise.name: exercise.solution.source, check: None}), check)
    assert right.startswith("✓")


def in_solved_state(page, name):
    """Write the reference solution into every solution cell of the open notebook."""
    cells = f"{PANEL}.content.model.sharedModel.cells"
    for exercise in read_assignment(name).exercises.values():
        page.evaluate(
            f"([id, text]) => {cells}.find((cell) => cell.id === id).setSource(text)",
            [exercise.name, exercise.solution.source],
        )


def validate(page):
    """Press Validate; return the text of the dialog."""
    page.get_by_role("button", name="Validate").click()
    dialog = page.locator(".jp-Dialog", has_text="Validation")
    dialog.wait_for()
    said = dialog.inner_text()
    dialog.get_by_role("button").last.click()
    dialog.wait_for(state="detached")
    return said


@pytest.mark.parametrize("notebook", NAMES[:1], indirect=True)
def test_validate_names_the_open_checks_and_praises_the_solved_notebook_after_a_restart(notebook):
    page, exercises = notebook.page, read_assignment(notebook.name).exercises.values()
    page.evaluate(f"{PANEL}.context.revert()")  # what other tests wrote is not on the disk
    said = validate(page)
    assert "failed" in said.lower() and said.count("Not written yet") == len(exercises)

    in_solved_state(page, notebook.name)
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:restart-run-all') }")
    page.locator(".jp-Dialog").get_by_role("button", name="Confirm Kernel Restart").click()
    last = len([cell for cell in notebook.cells if cell["cell_type"] == "code"])
    page.wait_for_function(f"{MODEL}.findLast((cell) => cell.cell_type === 'code').execution_count === {last}")
    cells = wait_until_all_ran(page)
    assert [cell["id"] for cell in cells if any(o["output_type"] == "error" for o in cell.get("outputs", []))] == []
    assert all(printed(cells, exercise.checks[0].id).startswith("✓") for exercise in exercises)
    assert "Success" in validate(page)


@pytest.mark.long
def test_screenshots_are_taken_from_top_to_bottom(notebook):
    take_pictures(notebook.page, f"{notebook.name}-light")
    assert len(list(PICTURES.glob(f"{notebook.name}-light-*.png"))) > 10
