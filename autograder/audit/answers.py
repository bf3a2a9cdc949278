"""Right and wrong answers to the exercises: a catalogue of misconceptions, and the verdict that each must get.

`answers/<assignment>/<exercise>.py` contains the answers to one exercise, as a script that jupytext can open.
`docs/authors.md` describes the format. The answers are never in the wheel.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from pathlib import Path

from autograder.course.assignment import Assignment, CourseError, Exercise, grading

MARKER = re.compile(r"\s*#\s*(%%|<codecell>|In\[)")
"""The start of a line at which jupytext starts a new cell."""
TITLE = re.compile(r"# %% (right|wrong): (\w+)\s*")
TITLES = "Start each answer with a line `# %% right: name` or `# %% wrong: name` at the left margin"
FIELD = re.compile(r"(\w+)\s*:(.*)")
FIELDS = {"fails": "the checks that must fail", "message": "words of a message", "visible": "`visible: no`"}
"""The fields of a header, and the content of each."""


@dataclass(frozen=True)
class Place:
    """A line of a file, counted from 1."""

    path: Path
    line: int

    def below(self, lines: int) -> Place:
        """Return the place that is this many lines further down."""
        return Place(self.path, self.line + lines)

    def error(self, text: str) -> CourseError:
        """Return an error that names this place."""
        return CourseError(f"{self.path}, line {self.line}: {text}")


NOWHERE = Place(Path(), 0)


@dataclass(frozen=True)
class Answer:
    """An answer that a student might write to one exercise.

    `fails` are the checks that must fail (all other hidden checks of the exercise must pass) and `message` is a text
    that one of their messages must contain; a right answer has neither. `visible` is False for a wrong answer that
    the visible check need not notice. `place` is the place of its title.
    """

    exercise: str
    name: str
    is_right: bool
    code: str
    about: str = ""
    fails: tuple[str, ...] = ()
    message: str = ""
    visible: bool = True
    place: Place = NOWHERE

    @property
    def label(self) -> str:
        """Return `<exercise>/<name>`, such as `rnn_step/no_bias`."""
        return f"{self.exercise}/{self.name}"

    @property
    def cells(self) -> dict[str, str]:
        """Return the solution cell's grade_id → its code."""
        return {self.exercise: self.code}


def read_answers(assignment: Assignment, folder: Path) -> list[Answer]:
    """Return all answers to an assignment: the exercises in the notebook's order, their answers in the file's.

    Raises:
        CourseError: a file belongs to no exercise, or `read_catalogue` refuses it.
    """
    paths = {path.stem: path for path in sorted((folder / assignment.name).glob("*.py"))}
    exercises = assignment.exercises
    for name, path in paths.items():
        if name not in exercises:
            raise CourseError(f"{path}: there is no such exercise. Name the file after one of {', '.join(exercises)}")
    return [
        answer
        for name, exercise in exercises.items()
        if name in paths
        for answer in read_catalogue(paths[name], exercise)
    ]


def read_folder(folder: Path, assignments: Sequence[Assignment], names: Sequence[str]) -> dict[str, list[Answer]]:
    """Return the answers in a folder that is laid out like the course's: assignment's name → its answers.

    Assignments without answers are left out; `names` are the names of all assignments of the course.

    Raises:
        CourseError: the folder has no answers, one of its folders belongs to no assignment, or `read_answers` refuses
            a file.
    """
    for path in sorted(folder.glob("*/*.py")):
        if path.parent.name not in names:
            raise CourseError(
                f"{path.parent}: there is no such assignment. Name the folder after one of {', '.join(names)}"
            )
    found = {each.name: answers for each in assignments if (answers := read_answers(each, folder))}
    if not found:
        places = ", ".join(f"{each.name}/" for each in assignments)
        raise CourseError(
            f"{folder}: there are no answers. Put them into {places} there, one file <exercise>.py per exercise"
        )
    return found


def must_be_complete(answers: Sequence[Answer]) -> None:
    """Make sure that each answer has a description, and each wrong answer the verdict that it must get.

    Raises:
        CourseError: an answer has no description, or a wrong answer has no `fails:` or `message:`.
    """
    for each in answers:
        if not each.about:
            raise each.place.error(f"{each.label} has no description. Write one in a comment below the title")
        for field, value in (("fails", each.fails), ("message", each.message)):
            if not (each.is_right or value):
                raise each.place.error(f"{each.label} has no line `# {field}:` with {FIELDS[field]}. Add it")


def read_catalogue(path: Path, exercise: Exercise) -> list[Answer]:
    """Return the answers in one file, in their order.

    Raises:
        CourseError: the file does not follow `docs/authors.md`. The message names the line and the remedy.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{path}: cannot be read ({error}). Save it as text in UTF-8") from error
    starts = [index for index, line in enumerate(lines) if MARKER.match(line)]
    for index, line in enumerate(lines[: starts[0] if starts else len(lines)]):
        if line.strip() and not line.startswith("#"):
            raise Place(path, index + 1).error(f"{line.strip()!r} is above the first answer. {TITLES}")
    if not starts:
        raise CourseError(f"{path}: there is no answer in this file. {TITLES}")
    found: dict[str, Answer] = {}
    for start, end in pairwise([*starts, len(lines)]):
        answer = _read_answer(Place(path, start + 1), lines[start:end], exercise)
        if answer.name in found:
            first = found[answer.name].place.line
            raise answer.place.error(f"line {first} already has an answer named {answer.name}. Rename one of them")
        found[answer.name] = answer
    return list(found.values())


def _read_answer(place: Place, lines: Sequence[str], exercise: Exercise) -> Answer:
    title = TITLE.fullmatch(lines[0])
    if not title:
        raise place.error(f"{lines[0]!r} is not the title of an answer. {TITLES}")
    header = list(takewhile(lambda line: line.startswith("#"), lines[1:]))
    about, fields = _read_header(place, header)
    is_right = title[1] == "right"
    if is_right and fields:
        raise place.error(f"a right answer has no `# {min(fields)}:`. Delete that line, or change its title to `wrong`")
    checks = [grading(cell)["grade_id"] for cell in exercise.checks]
    fails = tuple(fields.get("fails", "").replace(",", " ").split())
    for check in fails:
        if check not in checks:
            raise place.error(
                f"{exercise.name} has no check {check}. After `fails:`, name checks from {', '.join(checks)}"
            )
    code = _read_code(place.below(1 + len(header)), lines[1 + len(header) :])
    if not code:
        raise place.error("this answer has no code. Write it below the comment, or delete the answer")
    message, visible = fields.get("message", ""), "visible" not in fields
    return Answer(exercise.name, title[2], is_right, code, about, fails, message, visible, place)


def _read_header(place: Place, lines: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Return the description and the fields below it. Several lines `fails:` are joined."""
    about: list[str] = []
    fields: dict[str, str] = {}
    for number, line in enumerate((line[1:].strip() for line in lines), start=1):
        here = place.below(number)
        field = FIELD.fullmatch(line)
        if not field:
            if fields:
                raise here.error(f"{line!r} is below a field. Move it up, or leave an empty line before the code")
            about.append(line)
            continue
        name, value = field[1], field[2].strip()
        if name not in FIELDS:
            raise here.error(
                f"unknown field `{name}:`. The fields are {', '.join(FIELDS)}; no line of a description may start "
                "with a word and a colon"
            )
        if not value.strip(", ") or (name == "visible" and value != "no"):
            raise here.error(f"`{name}: {value}` is empty. Write {FIELDS[name]}, or delete the line")
        if name in fields and name != "fails":
            raise here.error(f"this is a second `{name}:`. Keep one of them")
        fields[name] = f"{fields[name]} {value}" if name in fields else value
    return "\n".join(about).strip(), fields


def _read_code(place: Place, lines: Sequence[str]) -> str:
    """Return the code that starts at `place`, without empty lines around it; empty if there are only comments."""
    source = "\n".join(lines)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)  # a catalogue may contain the mistake `units is 3`
            program = ast.parse("\n" * (place.line - 1) + source)
            compile(program, str(place.path), "exec", dont_inherit=True)
    except SyntaxError as error:
        where = Place(place.path, error.lineno or place.line)
        raise where.error(f"this is not Python ({error.msg}). Correct it. Code starts at the left margin") from error
    except (ValueError, RecursionError, MemoryError) as error:  # null bytes, or nested too deeply
        raise place.error(f"this cannot be compiled ({error}). Correct it") from error
    return source.strip("\n") + "\n" if program.body else ""
