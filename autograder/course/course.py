"""Reads `course.toml`, the file that makes a folder a course, and names the folders beside it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any

from nbgrader.coursedir import CourseDirectory

from autograder.course.assignment import Assignment, CourseError, Exercise, find_notebooks, read_assignment_in
from autograder.course.course_file import COURSE_FILE, course_root, preload_of
from autograder.course.places import Places, Step
from autograder.engine.notebook.edition import FIRST, LAST, is_edition

HIDDEN_CHECKS = "hidden_checks_in_student_process"


@dataclass(frozen=True)
class AnswersNeeded:
    """How many wrong and right answers each exercise needs, and each exercise that asks for a prediction."""

    wrong: int = 1
    right: int = 1
    wrong_predictions: int = 1
    right_predictions: int = 1

    def by(self, exercise: Exercise) -> tuple[int, int]:
        """Return how many wrong and how many right answers this exercise needs."""
        if exercise.is_prediction:
            return self.wrong_predictions, self.right_predictions
        return self.wrong, self.right


@dataclass(frozen=True)
class VisibleShares:
    """The share of the usual mistakes that visible checks must name: in an assignment, and in some exercises."""

    share: float = 0.0
    exercises: dict[str, float] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Course:
    """A course folder.

    Attributes:
        root: the folder.
        id: the name of the course in the gradebook and in the exchange.
        title: the title of the course.
        handout: the name of the hand-out.
        downloads: the pattern of `nbgrader zip_collect`; empty for the names that Canvas and Moodle give.
        edition: the number of the edition in `source/`, which built notebooks carry.
        preload: modules that grading imports once for all submissions; None for all libraries that the engine knows.
        hidden_checks_in_student_process: whether a hidden check that does not work apart may run beside students' code.
        answers_needed: how many answers an exercise needs.
        visible_shares: the share of the usual mistakes that visible checks must name.
        configured: nbgrader's folders as `nbgrader_config.py` names them; None for nbgrader's usual ones.
    """

    root: Path
    id: str
    title: str
    handout: str = "course"
    downloads: str = ""
    edition: int = FIRST
    preload: tuple[str, ...] | None = None
    hidden_checks_in_student_process: bool = False
    answers_needed: AnswersNeeded = AnswersNeeded()
    visible_shares: VisibleShares = VisibleShares()
    configured: Places | None = field(default=None, compare=False, repr=False)

    @cached_property
    def places(self) -> Places:
        """The folders of each step of nbgrader."""
        return self.configured or Places(CourseDirectory(root=str(self.root.absolute())))

    @property
    def source(self) -> Path:
        """The folder of the notebooks that authors write."""
        return self.places.top("source")

    @property
    def release(self) -> Path:
        """The folder of the students' version."""
        return self.places.top("release")

    @property
    def solutions(self) -> Path:
        """The folder of the executed solutions."""
        return self.root / "solutions"

    @property
    def answers(self) -> Path:
        """The folder of the right and wrong answers that the audit tries."""
        return self.root / "answers"

    @property
    def assignment_names(self) -> list[str]:
        """The names of the assignments in their order."""
        return self.places.assignments

    def assignment(self, name: str) -> Assignment:
        """Return an assignment as its authors wrote it.

        Raises:
            CourseError: the course has no such assignment, or a notebook of it cannot be read.
        """
        return self._read(name, "source")

    def released(self, name: str) -> Assignment:
        """Return an assignment as students get it.

        Raises:
            CourseError: the assignment has not been built, or a notebook of it cannot be read.
        """
        return self._read(name, "release")

    def _read(self, name: str, step: Step) -> Assignment:
        folder, directory = self.places.folder(step, name), self.places.directory
        return read_assignment_in(folder, name, directory.notebook_id, directory.ignore, self.assignment_names)

    def download_pattern(self) -> str:
        """Return `downloads` with the names of the course's notebooks in it; empty if it is empty."""
        if not self.downloads:
            return ""
        folders = [self.places.folder("source", name) for name in self.assignment_names]
        notebooks = [path.stem for folder in folders for path in find_notebooks(folder)]
        return self.downloads.replace("{notebooks}", "|".join(map(re.escape, dict.fromkeys(notebooks))))


def find_course(folder: Path) -> Course:
    """Return the course that a folder belongs to: the folder itself, or the nearest course above it.

    Raises:
        CourseError: no folder up to the root has a `course.toml`, or the file has a mistake.
    """
    root = course_root(folder)
    if root is None:
        raise CourseError(
            f"{folder.resolve()}: there is no {COURSE_FILE} here or in a folder above. "
            "Change to the course folder, or name it: `autograder --course-root DIR …`."
        )
    return read_course(root)


def read_course(root: Path) -> Course:
    """Return the course whose `course.toml` is in `root`.

    Raises:
        CourseError: the file is missing or has a mistake. The message names file and key, and says what to do.
    """
    path = root / COURSE_FILE
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CourseError(
            f"{root}: there is no {COURSE_FILE} in this folder. Write one, or name a different folder."
        ) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CourseError(f"{path}: this is not a readable TOML file ({error}). Correct it.") from error
    texts = {"id", "title", "handout", "downloads"}
    _refuse_unknown(path, entries, texts | {"answers", "edition", "grading", "visible"}, "")
    settings = {key: _text(path, entries, key) for key in texts if key in entries}
    for key in ("id", "title"):
        if key not in settings:
            raise CourseError(f'{path}, key {key}: this key is missing. Add a line such as {key} = "…".')
    for key in ("id", "handout"):
        if key in settings and not re.fullmatch(r"\w[\w.-]*", settings[key]):
            raise CourseError(
                f"{path}, key {key}: {settings[key]!r} is not a file name. Use letters, digits, _, - and dots."
            )
    settings.setdefault("handout", settings["id"])
    if "downloads" in settings:
        _check_pattern(path, settings["downloads"])
    return Course(
        root.resolve(),
        settings["id"],
        settings["title"],
        settings["handout"],
        settings.get("downloads", ""),
        edition=_edition(path, entries.get("edition", FIRST)),
        preload=_preload(path, entries),
        hidden_checks_in_student_process=_hidden_checks(path, entries.get("grading", {})),
        answers_needed=_answers_needed(path, entries.get("answers", {})),
        visible_shares=_visible_shares(path, entries.get("visible", {})),
    )


def _refuse_unknown(path: Path, entries: dict[str, Any], keys: set[str], table: str) -> None:
    for key in sorted(set(entries) - keys):
        raise CourseError(
            f"{path}, key {table}{key}: this key is unknown. Remove it. Possible keys are {', '.join(sorted(keys))}."
        )


def _text(path: Path, entries: dict[str, Any], key: str) -> str:
    value = entries[key]
    if not isinstance(value, str) or not value.strip():
        raise CourseError(f"{path}, key {key}: {value!r} is not text. Write it in quotes.")
    return value


def _edition(path: Path, value: Any) -> int:
    if not is_edition(value):
        raise CourseError(f"{path}, key edition: {value!r} is not an edition. Write a number from {FIRST} to {LAST}.")
    return int(value)


def _preload(path: Path, entries: dict[str, Any]) -> tuple[str, ...] | None:
    table = entries.get("grading", {})
    if not isinstance(table, dict):
        raise CourseError(f'{path}, key grading: write a table [grading] with preload = ["numpy"].')
    _refuse_unknown(path, table, {"preload", HIDDEN_CHECKS}, "grading.")
    try:
        return preload_of(entries)
    except ValueError as error:
        raise CourseError(
            f'{path}, key grading.preload: {error} is not the name of a module. Write a list such as ["numpy"].'
        ) from None


def _hidden_checks(path: Path, table: dict[str, Any]) -> bool:
    value = table.get(HIDDEN_CHECKS, False)
    if type(value) is not bool:
        raise CourseError(f"{path}, key grading.{HIDDEN_CHECKS}: {value!r} is not true or false. Write one of them.")
    return value


def _check_pattern(path: Path, pattern: str) -> None:
    try:
        groups = set(re.compile(pattern.replace("{notebooks}", "")).groupindex)
    except re.error as error:
        raise CourseError(f"{path}, key downloads: this is not a regular expression ({error}). Correct it.") from error
    if "{notebooks}" not in pattern or not {"student_id", "file_id"} <= groups:
        raise CourseError(
            f"{path}, key downloads: the pattern needs the groups (?P<student_id>…) and (?P<file_id>{{notebooks}})."
        )


def _answers_needed(path: Path, entries: Any) -> AnswersNeeded:
    if not isinstance(entries, dict):
        raise CourseError(f"{path}, key answers: write a table [answers] with numbers.")
    _refuse_unknown(path, entries, {field.name for field in fields(AnswersNeeded)}, "answers.")
    for key, value in entries.items():
        if type(value) is not int or value < 0:
            raise CourseError(f"{path}, key answers.{key}: {value!r} is not a number of answers. Write 0 or more.")
    return AnswersNeeded(**entries)


def _visible_shares(path: Path, entries: Any) -> VisibleShares:
    if not isinstance(entries, dict):
        raise CourseError(f"{path}, key visible: write a table [visible] with shares.")
    _refuse_unknown(path, entries, {"share", "exercises"}, "visible.")
    exercises = entries.get("exercises", {})
    if not isinstance(exercises, dict):
        raise CourseError(f"{path}, key visible.exercises: write a table [visible.exercises] with shares.")
    shares = {"share": entries.get("share", 0.0)} | {f"exercises.{name}": value for name, value in exercises.items()}
    for key, value in shares.items():
        if type(value) not in (int, float) or not 0 <= value <= 1:
            raise CourseError(f"{path}, key visible.{key}: {value!r} is not a share. Write a number from 0 to 1.")
    return VisibleShares(shares["share"], exercises)
