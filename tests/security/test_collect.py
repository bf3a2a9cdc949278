"""The exchange hands over regular files only, each from its own account, and no entry stops another one."""

from __future__ import annotations

import logging
import os
import unicodedata
from pathlib import Path

import pytest
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import get_username
from traitlets.config import Config

from autograder.engine.nbgrader.exchange import Collect
from autograder.engine.nbgrader.internals import make_tables
from autograder.engine.regular_files import CopyError, CopyLimits, copy_regular

NAME = "ps1"
TIME = "2026-11-27 10:00:00.000000 UTC"


class Class:
    """An exchange with the submissions of a class, and the folder of its course."""

    def __init__(self, root: Path) -> None:
        self.root, self.inbound = root, root / "exchange" / "abc" / "inbound"
        self.inbound.mkdir(parents=True)
        (root / "secret").write_text("secret")

    def hand_in(self, student: str, time: str = TIME) -> Path:
        folder = self.inbound / f"{student}+{NAME}+{time}+x"
        folder.mkdir()
        (folder / "work.ipynb").write_text(student)
        (folder / "timestamp.txt").write_text(TIME)
        return folder

    def collect(self) -> dict[str, str]:
        """Collect as `nbgrader collect --update` does; return the content of what is in `submitted/`."""
        config = Config()
        config.CourseDirectory.update(root=str(self.root / "course"), course_id="abc", assignment_id=NAME)
        config.CourseDirectory.db_url = f"sqlite:///{self.root}/gradebook.db"
        config.Exchange.root = str(self.root / "exchange")
        (self.root / "course").mkdir(exist_ok=True)
        make_tables(config.CourseDirectory.db_url)
        course = CourseDirectory(config=config)
        Collect(coursedir=course, authenticator=Authenticator(config=config), config=config, update=True).start()
        found = (self.root / "course").rglob("*")
        return {str(path.relative_to(self.root / "course")): path.read_text() for path in found if path.is_file()}


@pytest.fixture
def exchange(tmp_path):
    return Class(tmp_path)


def test_honest_submissions_are_collected_and_the_last_one_counts(exchange):
    exchange.hand_in("ada")
    exchange.hand_in("ada", "2026-11-28 10:00:00.000000 UTC").joinpath("work.ipynb").write_text("later")
    exchange.hand_in("김철수")
    collected = exchange.collect()
    assert collected[f"submitted/ada/{NAME}/work.ipynb"] == "later"
    assert collected[f"submitted/김철수/{NAME}/work.ipynb"] == "김철수" and len(collected) == 4


def test_links_and_pipes_are_left_out_and_named(exchange, caplog):
    folder = exchange.hand_in("eve")
    (folder / "data.csv").symlink_to(exchange.root / "secret")
    (folder / "folder").symlink_to(exchange.root)
    os.mkfifo(folder / "pipe")
    (folder / "deep").mkdir()
    (folder / "deep" / "mine.csv").write_text("mine")
    exchange.hand_in("kim")
    with caplog.at_level(logging.ERROR):
        collected = exchange.collect()
    assert "secret" not in collected.values() and len(collected) == 5
    assert collected[f"submitted/eve/{NAME}/deep/mine.csv"] == "mine"
    assert all(name in caplog.text for name in ("data.csv", "folder", "pipe"))


@pytest.mark.parametrize("kind", ["link", "time", "pipe", "above", "hidden"])
def test_an_entry_that_is_no_submission_stops_no_other(exchange, kind, caplog):
    exchange.hand_in("kim")
    if kind == "link":
        (exchange.inbound / f"eve+{NAME}+{TIME}+x").symlink_to(exchange.root)
    elif kind == "pipe":
        os.mkfifo(exchange.inbound / f"eve+{NAME}+{TIME}+x")
    else:
        exchange.hand_in({"above": "..", "hidden": ".eve"}.get(kind, "eve"), "no time" if kind == "time" else TIME)
    with caplog.at_level(logging.ERROR):
        collected = exchange.collect()
    assert set(collected) == {f"submitted/kim/{NAME}/{name}" for name in ("work.ipynb", "timestamp.txt")}
    assert "Not collected" in caplog.text or kind in ("above", "hidden")  # nbgrader finds no names with a dot in front


def test_a_submission_in_the_name_of_somebody_else_is_not_collected(exchange, monkeypatch, caplog):
    exchange.hand_in(get_username(), "2026-11-28 10:00:00.000000 UTC")
    exchange.hand_in("ada")
    monkeypatch.setattr("autograder.engine.nbgrader.exchange._is_own", lambda uid: False)
    with caplog.at_level(logging.ERROR):
        collected = exchange.collect()
    assert {path.split("/")[1] for path in collected} == {get_username()}
    assert f"ada handed it in, but it belongs to {get_username()}" in caplog.text and "check_owner" in caplog.text


def test_names_are_composed_and_refused_if_two_become_equal(tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    (source / unicodedata.normalize("NFD", "é.csv")).write_text("a")
    copy_regular(source, tmp_path / "one")
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["é.csv"]
    (source / "é.csv").write_text("b")
    with pytest.raises(CopyError, match="encoded"):
        copy_regular(source, tmp_path / "two")


@pytest.mark.parametrize("limits", [CopyLimits(all_bytes=3), CopyLimits(entries=2), CopyLimits(depth=1)])
def test_a_copy_ends_at_its_limits(tmp_path, limits):
    (tmp_path / "source" / "a" / "b").mkdir(parents=True)
    for name in ("x", "y", "a/z", "a/b/z"):
        (tmp_path / "source" / name).write_text("ab")
    with pytest.raises(CopyError):
        copy_regular(tmp_path / "source", tmp_path / "target", limits)
