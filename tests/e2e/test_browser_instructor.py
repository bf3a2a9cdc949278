"""Hand out, hand in, grade, correct, give back: one story in two JupyterLabs, the instructor's and a student's.

Each chapter is a fixture that depends on the previous one, and the tests assert what it saw. It also takes the pictures
for the guides in docs/.
"""

import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import TimeoutError

from autograder.audit.made_up_class import MadeUpStudent
from autograder.authoring.lab import formgrader_command, lab_command, prepare_exchange
from autograder.classroom.grade_class import grade_class
from autograder.course.assignment import is_hidden_check
from tests.support import guide_pictures
from tests.support.active_notebook import OWNED, PIXEL, make_active
from tests.support.jupyterlab_driver import MODEL, PANEL, SECONDS, serving, shut_down
from tests.support.this_course import COURSE, SOURCE, class_folder, read_answers, read_assignment, write_class

NAME = "04_numpy_rnn"
ASSIGNMENT = read_assignment(NAME)
FILE = ASSIGNMENT.path.name
FULL = sum(each.points for each in ASSIGNMENT.exercises.values())
COMMENT = "The bias is missing: add by to every row. One point for the right product."
CONFIG = """\
from pathlib import Path

from autograder.course.nbgrader_config import course_config
from autograder.engine.nbgrader.config import engine_config

c = get_config()
c.merge(course_config(Path(__file__).parent))
c.merge(engine_config())
"""
HUB = """\
c = get_config()
c.CourseDirectory.course_id = "{course}"
c.CourseDirectory.student_id = "ada"
c.Exchange.root = "{exchange}"
c.Exchange.cache = "{cache}"
"""


def shoot(page, name, box=None, top=None, bottom=None):
    """Take a picture for the guides: the window, a box in it, or its middle from `top` to `bottom`."""
    assert name in guide_pictures.NAMES
    guide_pictures.MADE.mkdir(parents=True, exist_ok=True)
    if top is not None:
        whole = page.viewport_size["width"]
        width = min(whole, guide_pictures.WIDEST)
        box = {"x": (whole - width) // 2, "y": top, "width": width, "height": bottom - top}
    page.screenshot(path=guide_pictures.MADE / f"{name}.png", clip=box, animations="disabled", caret="hide")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course folder with one assignment and a class list, in which ben has handed in by file; no picture yet."""
    shutil.rmtree(guide_pictures.MADE, ignore_errors=True)
    course = class_folder(tmp_path_factory.mktemp("course"))
    write_class([MadeUpStudent("ben", "", "half")], course.submitted, [NAME])
    (course.root / "nbgrader_config.py").write_text(CONFIG)
    (course.root / "source").mkdir()
    (course.root / "source" / NAME).symlink_to(SOURCE / NAME)
    prepare_exchange(course.root / "exchange")
    with Gradebook(course.gradebook_url, COURSE.id) as gradebook:
        gradebook.add_student("ada", first_name="Ada", last_name="Lovelace")
        gradebook.add_student("ben", first_name="Ben", last_name="Okri")
    return course


@pytest.fixture(scope="module")
def desk(tmp_path_factory, course):
    """The student's folder, which knows where the exchange is, as an account on a hub does."""
    folder = tmp_path_factory.mktemp("student")
    config = HUB.format(course=COURSE.id, exchange=course.root / "exchange", cache=folder / "cache")
    (folder / "nbgrader_config.py").write_text(config)
    return folder


def sign_in(browser, server, width, height):
    address, token = server
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(SECONDS * 1000)
    page.goto(f"{address}/lab?token={token}&reset")
    page.wait_for_function("window.jupyterapp?.commands.hasCommand('nbgrader:open-formgrader')")
    page.evaluate("window.jupyterapp.restored.then(() => 0)")
    page.locator(".jp-Launcher").wait_for()
    run(page, "application:toggle-left-area")
    return page


def run(page, command, **arguments):
    page.evaluate("([name, given]) => window.jupyterapp.commands.execute(name, given)", [command, arguments])


def choose(page, entry):
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_role("menuitem", name=entry).click()


def own_settings(folder):
    """Options with which JupyterLab neither reads nor changes the developer's own theme and layout."""
    return [f"--LabApp.{kind}_dir={folder / '.lab' / kind}" for kind in ("user_settings", "workspaces")]


@pytest.fixture(scope="module")
def servers(course, desk):
    """Both JupyterLabs, started at the same time."""
    both = [
        serving(formgrader_command(course.root, own_settings(course.root)), course.root),
        serving(lab_command(desk, Path(), own_settings(desk)), desk),
    ]
    with ExitStack() as stack, ThreadPoolExecutor() as pool:
        yield list(pool.map(stack.enter_context, both))


@pytest.fixture(scope="module")
def instructor(browser, servers):
    page = sign_in(browser, servers[0], 1270, 900)
    choose(page, "Formgrader")
    page.frame_locator("iframe").get_by_text(NAME).wait_for()
    yield page
    page.close()


@pytest.fixture(scope="module")
def student(browser, servers):
    page = sign_in(browser, servers[1], 1190, 860)
    yield page
    page.close()


def press(page, column, student=None):
    """Press one of the formgrader's buttons and wait for its success."""
    frame = page.frame_locator("iframe")
    row = frame.locator("tbody tr", has_text=student or NAME)
    row.locator(f"td.{column} a").click()
    done = frame.locator(".modal.in .modal-title")
    done.wait_for()
    log = frame.locator(".modal.in .modal-body").inner_text()
    assert done.inner_text() == "Success", log
    frame.locator(".modal.in .modal-footer button").click()
    frame.locator(".modal").wait_for(state="detached")
    return log


@pytest.fixture(scope="module")
def released(instructor):
    """The student's version, built and put into the exchange with two buttons."""
    press(instructor, "assign")
    frame = instructor.frame_locator("iframe")
    frame.locator("td.preview a").click()
    instructor.locator(".jp-DirListing-itemText", has_text=FILE).wait_for()
    run(instructor, "application:toggle-left-area")
    press(instructor, "release")
    frame.get_by_text("released", exact=True).wait_for()


def press_in_list(page, button, action):
    """Press a button of the Assignment List, again if the list was redrawn just then."""
    for _ in range(20):
        try:
            with page.expect_request(f"**/assignments/{action}**", timeout=3000):
                page.get_by_role("button", name=button, exact=True).click()
            return
        except TimeoutError:
            pass
    raise AssertionError(f"{button} does nothing")


def answers():
    """ada's submission: everything is right except the output layer, which lacks its bias."""
    right = {name: each.solution.source for name, each in ASSIGNMENT.exercises.items()}
    kept = {name: [x for x in text.splitlines() if "### " not in x] for name, text in right.items()}
    wrong = next(each.cells for each in read_answers(ASSIGNMENT) if each.label == "output_layer/no_bias")
    return {name: "\n".join(lines) for name, lines in kept.items()} | wrong


def write(page, cells):
    """Put an answer into each solution cell."""
    page.evaluate(
        f"""(cells) => {{
          for (const cell of {PANEL}.content.model.sharedModel.cells)
            if (cell.id in cells) cell.setSource(cells[cell.id])
        }}""",
        cells,
    )


def run_cell(page, name, above=False):
    """Run only the cell `name`, or all cells above it as well; return what it printed."""
    number = [cell["id"] for cell in page.evaluate(MODEL)].index(name)
    page.evaluate(
        f"""async ([number, above]) => {{
          const notebook = {PANEL}.content
          notebook.activeCellIndex = number
          notebook.deselectAll()
          if (above) await window.jupyterapp.commands.execute('notebook:run-all-above')
          notebook.activeCellIndex = number
          await window.jupyterapp.commands.execute('notebook:run-cell')
        }}""",
        [number, above],
    )
    outputs = page.evaluate(MODEL)[number]["outputs"]
    return "".join("".join(output.get("traceback", output.get("text", ""))) for output in outputs)


def show(page, name):
    """Scroll the end of a cell to the lower edge of the window; return where the cell is."""
    number = [cell["id"] for cell in page.evaluate(MODEL)].index(name)
    return page.evaluate(
        f"""async (number) => {{
          const notebook = {PANEL}.content
          await notebook.scrollToItem(number, 'end')
          const node = notebook.widgets[number].node
          node.scrollIntoView({{block: 'end'}})
          const box = node.getBoundingClientRect()
          return {{x: box.x, y: box.y - 4, width: box.width, height: box.height + 4}}
        }}""",
        number,
    )


@pytest.fixture(scope="module")
def handed_in(released, student):
    """What a student saw: the open check, a message, a pass, and the validation. Then the notebook is handed in."""
    seen = {}
    choose(student, "Assignment List")
    student.get_by_role("button", name="Fetch", exact=True).wait_for()
    shoot(student, "assignment-list", top=0, bottom=330)
    press_in_list(student, "Fetch", "fetch")
    student.locator("#fetched_assignments_list a", has_text=NAME).click()
    student.locator("#fetched_assignments_list a", has_text="numpy_rnn").last.click()
    student.wait_for_selector(".jp-Notebook .jp-Cell")
    student.wait_for_function(f"{PANEL}?.sessionContext?.session?.kernel?.status === 'idle'")
    seen["open"] = run_cell(student, "rnn_step-check", above=True)
    show(student, "rnn_step-check")
    shoot(student, "notebook")
    write(student, answers() | {"rnn_step": answers()["rnn_step"].replace(" + b)", ")")})
    run_cell(student, "rnn_step")
    seen["wrong"] = run_cell(student, "rnn_step-check")
    shoot(student, "check-failed", show(student, "rnn_step-check"))
    write(student, answers())
    run_cell(student, "rnn_step")
    seen["right"] = run_cell(student, "rnn_step-check")
    shoot(student, "check-passed", show(student, "rnn_step-check"))
    student.get_by_role("button", name="Validate").click()
    dialog = student.locator(".jp-Dialog-content", has_text="Validation Results")
    dialog.wait_for()
    seen["validation"] = dialog.inner_text()
    shoot(student, "validate", dialog.bounding_box())
    dialog.get_by_role("button", name="Ok").click()
    run(student, "docmanager:save")
    choose(student, "Assignment List")
    press_in_list(student, "Submit", "submit")
    student.locator("#submitted_assignments_list").get_by_text(NAME).wait_for()
    shoot(student, "submitted", top=0, bottom=360)
    return seen


@pytest.fixture(scope="module")
def graded(handed_in, instructor, course):
    """Collect with a button, and grade ada with another; return the seconds that this took."""
    press(instructor, "collect")
    frame = instructor.frame_locator("iframe")
    frame.locator("td.num-submissions a", has_text="2").wait_for()
    shoot(instructor, "formgrader", top=0, bottom=560)
    frame.locator("td.num-submissions a").click()
    frame.locator("tr", has_text="ada").wait_for()
    started = time.monotonic()
    press(instructor, "autograde", "ada")
    took = time.monotonic() - started
    frame.locator("tr", has_text="ada").get_by_text("graded", exact=True).wait_for()
    shoot(instructor, "submissions", top=180, bottom=520)
    return took


def grades(course):
    """ada's points, and the state of the one check that lost some."""
    with Gradebook(course.gradebook_url, COURSE.id) as gradebook:
        submission = gradebook.find_submission(NAME, "ada")
        check = gradebook.find_grade("output_layer-values", "numpy_rnn", NAME, "ada")
        comment = gradebook.find_comment("output_layer", "numpy_rnn", NAME, "ada")
        return submission.score, check.auto_score, check.manual_score, check.extra_credit, comment.manual_comment


@pytest.fixture(scope="module")
def before(graded, course):
    return grades(course)


@pytest.fixture(scope="module")
def corrected(before, instructor, course):
    """Give a point for a check by hand, half a point of extra credit, and a comment."""
    frame = instructor.frame_locator("iframe")
    frame.get_by_text("Manual Grading").click()
    frame.locator("td a", has_text=NAME).click()
    frame.locator("td a", has_text="numpy_rnn").click()
    frame.locator("td a", has_text="Submission #1").click()
    frame.locator("#output_layer-values").wait_for()
    form = next(each for each in instructor.frames if "/formgrader/submissions/" in each.url)
    form.wait_for_function("formgrader.grades?.loaded && formgrader.comments?.loaded")
    instructor.set_viewport_size({"width": 1270, "height": 1500})
    for field, text in (
        ("output_layer-comment", COMMENT),
        ("output_layer-values", "1"),
        ("output_layer-values_extra_credit", "0.5"),
    ):
        with instructor.expect_response(lambda r: r.request.method == "PUT" and "/formgrader/api/" in r.url) as saved:
            frame.locator(f"#{field}").fill(text)
            frame.locator(f"#{field}").blur()
        assert saved.value.ok
    written = frame.locator(".nbgrader_cell", has=frame.locator("#output_layer-comment"))
    written.evaluate("(cell) => { $('body, html').stop(); window.scrollTo(0, $(cell).offset().top - 80) }")
    box, last = written.bounding_box(), frame.locator("#output_layer-values").bounding_box()
    shoot(instructor, "manual", box | {"height": last["y"] + 60 - box["y"]})
    instructor.set_viewport_size({"width": 1270, "height": 900})
    return grades(course)


@pytest.fixture(scope="module")
def regraded(corrected, instructor, course):
    frame = instructor.frame_locator("iframe")
    frame.get_by_text("Manual Grading").click()
    frame.get_by_text("Manage Assignments").first.click()
    frame.locator("td.num-submissions a").click()
    press(instructor, "autograde", "ada")
    return grades(course)


@pytest.fixture(scope="module")
def given_back(regraded, instructor, student):
    """The page that ada finds: generated and released with two buttons, fetched and opened in the Assignment List."""
    press(instructor, "generate-feedback", "ada")
    press(instructor, "release-feedback", "ada")
    choose(student, "Assignment List")
    student.locator("#refresh_assignments_list").click()
    student.get_by_text("feedback available to fetch").wait_for()
    press_in_list(student, "Fetch Feedback", "fetch_feedback")
    student.get_by_text("view feedback").wait_for()
    student.get_by_text("view feedback").click()
    student.locator(".jp-DirListing-itemText", has_text="numpy_rnn.html").dblclick()
    page = student.frame_locator(".jp-HTMLViewer iframe")
    page.get_by_text(COMMENT).wait_for()
    student.locator(".jp-FileBrowser").wait_for()
    run(student, "application:toggle-left-area")
    shoot(student, "feedback", top=0, bottom=590)
    return page.locator("body").inner_text()


@pytest.fixture(scope="module")
def hostile(given_back, instructor, course):
    """Addresses that the instructor's browser asked for while it showed a submission full of active content."""
    write_class([MadeUpStudent("eve", "", "half")], course.root / "theirs", [NAME])
    folder = course.submitted / "eve" / NAME
    shutil.move(course.root / "theirs" / "eve" / NAME, folder)
    nbformat.write(make_active(nbformat.read(folder / FILE, as_version=4)), folder / FILE)
    assert grade_class(course, [NAME], ["eve"]).grades[0].judged
    with Gradebook(course.gradebook_url, COURSE.id) as gradebook:
        number = gradebook.find_submission_notebook("numpy_rnn", NAME, "eve").id
    asked = []
    instructor.context.on("request", lambda request: asked.append(request.url))
    address = instructor.url.partition("/lab")[0]
    page = instructor.context.browser.new_context(storage_state=instructor.context.storage_state()).new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/formgrader/submissions/{number}/")
    page.locator("img[src^='data:image/png']").first.wait_for(state="attached")
    shown = page.locator("body").inner_text()
    page.wait_for_load_state("load")
    opened = "(path) => window.jupyterapp.commands.execute('docmanager:open', {path}).then(() => 0)"
    instructor.evaluate(opened, f"autograded/eve/{NAME}/{FILE}")
    instructor.wait_for_selector(".jp-Notebook .jp-Cell")
    instructor.locator(".jp-Notebook").get_by_text("printed").first.wait_for()
    instructor.wait_for_function(f"{PANEL}?.sessionContext?.session?.kernel?.status === 'idle'")
    shut_down(instructor)
    return asked, shown, page.locator("img").evaluate_all("(all) => all.map((each) => each.src)")


def test_nothing_of_a_submission_runs_in_the_browser_of_the_instructor(hostile):
    asked, shown, pictures = hostile
    assert [address for address in asked if OWNED in address] == []
    assert len(asked) > 5 and "printed" in shown and "not shown: text/html" in shown
    assert pictures.count(f"data:image/png;base64,{PIXEL}") == 2, "an output and a pasted picture"


def test_the_exchange_takes_an_assignment_out_and_a_submission_in(handed_in, graded, course):
    submitted = course.submitted / "ada" / NAME
    assert nbformat.read(submitted / FILE, as_version=4) and (submitted / "timestamp.txt").exists()


def test_a_student_reads_what_is_open_what_is_wrong_and_what_is_right(handed_in):
    assert handed_in["open"].startswith("✗ Not written yet")
    assert handed_in["wrong"].startswith("✗ The bias is missing.")
    assert handed_in["right"].startswith("✓ rnn_step")
    assert "output_layer_by_hand" in handed_in["validation"] and handed_in["validation"].count("✗") == 1


def test_one_student_is_graded_by_a_click_by_the_engine(graded, before, course):
    notebook = nbformat.read(course.root / "autograded" / "ada" / NAME / FILE, as_version=4)
    assert notebook.metadata.autograder.outcome == "graded"  # the engine's own mark
    assert before == (FULL - 2, 0, None, None, None)
    assert graded < 60, f"the click took {graded:.0f} s"


def test_a_score_and_a_comment_given_by_hand_count(corrected):
    assert corrected == (FULL - 2 + 1.5, 0, 1, 0.5, COMMENT)


def test_grading_again_keeps_them(corrected, regraded):
    assert regraded == corrected


def test_the_student_reads_the_feedback_without_hidden_code(given_back):
    assert f"{FULL - 0.5:g} of {FULL:g} points" in given_back and COMMENT in given_back
    assert "The bias is missing." in given_back  # what the hidden check said
    hidden = [line.strip() for c in ASSIGNMENT.notebook.cells if is_hidden_check(c) for line in c.source.splitlines()]
    secret = [line for line in hidden if len(line) > 30 and not line.startswith("#")]
    assert secret and not [line for line in secret if line in given_back]


def test_every_picture_of_the_guides_was_made(given_back):
    assert {path.stem for path in guide_pictures.MADE.iterdir()} == set(guide_pictures.NAMES)
