"""The private interfaces of other projects that this package uses, one test each: docs/engine/private-interfaces.md."""

from __future__ import annotations

import inspect

import pytest
from alembic.script import ScriptDirectory
from nbconvert.writers import FilesWriter
from nbgrader import dbutil
from nbgrader.api import Gradebook, MissingEntry, get_alembic_version
from nbgrader.converters import Autograde
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import SaveCells
from sqlalchemy import Engine, event
from sqlalchemy.orm import scoped_session

from autograder.course.nbgrader_config import find_commands
from autograder.engine.nbgrader.internals import make_tables, one_commit
from tests.support.this_course import ROOT

PAGE = (ROOT / "docs" / "engine" / "private-interfaces.md").read_text(encoding="utf-8")


def changed(interface: str, user: str) -> str:
    """Return a message that says what to do. The page must list the interface."""
    assert f"`{interface}`" in PAGE, f"docs/engine/private-interfaces.md does not list {interface}"
    return f"{interface} has changed, so {user} no longer works. docs/engine/private-interfaces.md says what to do."


@pytest.fixture
def gradebook(tmp_path):
    """An empty gradebook."""
    url = f"sqlite:///{tmp_path / 'gradebook.db'}"
    make_tables(url)
    with Gradebook(url, "course") as made:
        yield made


def test_autograde_tells_the_reading_of_a_submission_from_that_of_our_copy(monkeypatch) -> None:
    told = changed("Autograde._sanitizing", "TolerantExporter")
    seen = []
    monkeypatch.setattr(BaseConverter, "convert_single_notebook", lambda self, name: seen.append(self._sanitizing))
    monkeypatch.setattr(Autograde, "_init_preprocessors", lambda self: None)
    converter = Autograde(coursedir=CourseDirectory())
    converter.writer = FilesWriter()
    converter.convert_single_notebook("x.ipynb")
    assert seen == [True, False], told


def test_nbgraders_migrations_lie_where_they_did() -> None:
    find_commands()
    head = ScriptDirectory(dbutil.ALEMBIC_DIR).get_current_head()
    assert head == get_alembic_version(), changed("dbutil.ALEMBIC_DIR", "nbgrader_internals.make_tables")


def test_a_gradebook_holds_a_scoped_session_and_its_engine(gradebook) -> None:
    told = changed("Gradebook.db", "nbgrader_internals.one_commit")
    assert isinstance(gradebook.db, scoped_session), told
    assert isinstance(gradebook.engine, Engine), changed("Gradebook.engine", "nbgrader_internals.one_commit")


def test_what_a_gradebook_commits_in_a_block_is_committed_at_its_end(gradebook) -> None:
    told = changed("Gradebook.db", "nbgrader_internals.one_commit")
    commits = []
    event.listen(gradebook.engine, "commit", commits.append)
    with one_commit(gradebook):
        gradebook.add_student("ada")
        gradebook.add_assignment("a1")
        assert not commits, told
    assert len(commits) == 1 and gradebook.find_student("ada"), told
    with pytest.raises(ZeroDivisionError), one_commit(gradebook):
        gradebook.add_student("ben")
        raise ZeroDivisionError
    with pytest.raises(MissingEntry):
        gradebook.find_student("ben")
    gradebook.add_student("chloe")
    assert len(commits) == 2, told


def test_nbgrader_enters_the_cells_of_a_notebook_in_a_step_of_its_own() -> None:
    told = changed("SaveCells._create_notebook", "nbgrader_internals.SaveCellsAtOnce")
    step = getattr(SaveCells, "_create_notebook", None)
    assert step and list(inspect.signature(step).parameters) == ["self", "nb"], told
    assert "self._create_notebook(nb)" in inspect.getsource(SaveCells.preprocess), told
    assert "self.gradebook = Gradebook(" in inspect.getsource(SaveCells.preprocess), told
