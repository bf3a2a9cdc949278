"""Right and wrong answers to the exercises, and what must come of each.

`answers/<assignment>/right/*.py` and `wrong/*.py`; the format is told in `docs/authors.md`. Never in the wheel.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from autograder.course import ANSWERS, CourseError

CELL = re.compile(r"^# %% *(\S+)[ \t]*$", re.MULTILINE)
FIELD = re.compile(r"^(fails|message): *(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """What a student might write in some solution cells.

    `cells` maps a solution cell's grade_id to its code. `fails` are the check cells that must fail (all other
    hidden checks on these exercises must pass) and `message` a text that one of their messages must contain;
    both are empty for a right answer.
    """

    path: Path
    about: str
    cells: dict[str, str]
    fails: tuple[str, ...] = ()
    message: str = ""

    @property
    def is_right(self) -> bool:
        """Whether it must keep all its points."""
        return self.path.parent.name == "right"

    @property
    def name(self) -> str:
        """`right/loop`, `wrong/no_tanh`: the path from the assignment on, without the ending."""
        return f"{self.path.parent.name}/{self.path.stem}"


def read_answers(assignment: str, folder: Path = ANSWERS) -> list[Answer]:
    """All answers to an assignment, by name.

    Raises:
        CourseError: a file whose head or cells are not as told in `docs/authors.md`.
    """
    paths = sorted((folder / assignment).glob("right/*.py")) + sorted((folder / assignment).glob("wrong/*.py"))
    return [read_answer(path) for path in paths]


def read_answer(path: Path) -> Answer:
    """One answer file.

    Raises:
        CourseError: no docstring on top, no cell, or (for a wrong answer) no `fails:` or `message:` line.
    """
    head, *parts = CELL.split(path.read_text(encoding="utf-8"))
    try:
        about = ast.get_docstring(ast.parse(head))
    except SyntaxError as error:
        raise CourseError(f"{path}: the head is not Python ({error})") from error
    if not about:
        raise CourseError(f"{path}: needs a docstring on top that says what the answer is")
    cells = {name: source.strip("\n") + "\n" for name, source in zip(parts[::2], parts[1::2], strict=True)}
    if not cells:
        raise CourseError(f"{path}: needs a line `# %% name_of_the_solution_cell` above each cell's code")
    fields = dict(FIELD.findall(about))
    answer = Answer(
        path,
        FIELD.sub("", about).strip(),
        cells,
        tuple(fields.get("fails", "").split()),
        fields.get("message", "").strip(),
    )
    if not answer.is_right and not (answer.fails and answer.message):
        raise CourseError(f"{path}: a wrong answer says `fails: check …` and `message: a word of it` on top")
    return answer
