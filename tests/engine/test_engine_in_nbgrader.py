"""Plain `nbgrader autograde` and `generate_feedback`, with our parts put in place only by configuration."""

from __future__ import annotations

import copy
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config

from autograder.engine.nbgrader.config import engine_config
from autograder.engine.nbgrader.feedback_page import FeedbackExporter
from autograder.engine.nbgrader.preprocessors import Restore
from tests.support.tiny_assignment import SECRET, SOURCE, submission

BAD = "def double(x): return x"


def handed_in() -> dict[str, bytes]:
    def text(nb: nbformat.NotebookNode) -> bytes:
        return nbformat.writes(nb).encode()

    doubled = submission()
    doubled.cells.append(copy.deepcopy(doubled.cells[2]))
    stripped = submission()
    for cell in stripped.cells:
        cell.metadata = {}
    forged = submission(double=BAD)
    forged.cells[3].source, forged.cells[3].metadata.nbgrader.points = "pass", 100
    return {
        "right": text(submission()),
        "wrong": text(submission(double=BAD)),
        "doubled": text(doubled),
        "stripped": text(stripped),
        "forged": text(forged),
        "exit": text(submission(double="import os\nos._exit(0)")),
        "broken": text(submission())[:-700],
        "empty": b"",
    }


SCORES = {
    "right": 5, "wrong": 3, "doubled": 5, "stripped": 5, "forged": 3, "exit": 3, "broken": 0, "empty": 0,
}  # fmt: skip


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("course")
    (root / "source" / "a1").mkdir(parents=True)
    nbformat.write(SOURCE, root / "source" / "a1" / "small.ipynb")
    for student, data in handed_in().items():
        folder = root / "submitted" / student / "a1"
        folder.mkdir(parents=True)
        (folder / "small.ipynb").write_bytes(data)
    config = Config()
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.db_url = f"sqlite:///{root / 'gradebook.db'}"
    config.merge(engine_config())
    api = NbGraderAPI(config=config)
    assert api.generate_assignment("a1")["success"]
    for student in SCORES:
        assert api.autograde("a1", student)["success"], student
        assert api.generate_feedback("a1", student)["success"], student
    return root


def test_every_submission_has_its_grade(course: Path) -> None:
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        for student, score in SCORES.items():
            found = gradebook.find_submission_notebook("small", "a1", student)
            assert (found.score, found.needs_manual_grade) == (score, False), student


def test_our_engine_did_the_work(course: Path) -> None:
    for student in SCORES:
        nb = nbformat.read(course / "autograded" / student / "a1" / "small.ipynb", as_version=4)
        assert "outcome" in nb.metadata.autograder


def test_every_feedback_page_is_without_secrets(course: Path) -> None:
    for student in SCORES:
        page = (course / "feedback" / student / "a1" / "small.html").read_text()
        assert SECRET not in page and "Content-Security-Policy" in page
        assert f"{SCORES[student]} of 5 points" in page
    assert FeedbackExporter().file_extension == ".html"


def test_a_submission_does_not_choose_the_program_that_runs_it(tmp_path: Path) -> None:
    """Without a source notebook, another language would send it to nbgrader's own kernel, which nothing confines."""
    nb = submission()
    nb.metadata["kernelspec"] = {"name": "python3", "language": "R", "display_name": "R"}
    config = Config()
    config.CourseDirectory.root = str(tmp_path)
    about = {"nbgrader": {"student": "eve", "assignment": "a1", "notebook": "small"}}
    restored, _ = Restore(config=config).preprocess(nb, about)
    assert restored.cells == nb.cells and "kernelspec" not in restored.metadata
