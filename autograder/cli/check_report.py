"""Prints the results of `autograder check`: exercises, points and the messages of the checks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from autograder.classroom.check_notebook import (
    CheckedNotebook,
    CheckError,
    begun_notebooks,
    can_confine,
    check_notebook,
    course_to_check,
)
from autograder.course.assignment import NOT_WRITTEN
from autograder.course.titles import exercise_titles
from autograder.engine.grading.outcome import Verdict
from autograder.engine.notebook.markers import grade_id, name_of

FOR_A_PERSON = "A person has to grade this part, so it gives no points here."
LONGEST = 60
"""Width of the column of titles; a longer title pushes its points to the right."""


def check_and_print(
    course_folder: Path | None, notebooks: list[Path], sandbox: bool, console: Console, problems: Console
) -> bool:
    """Check notebooks, by default those in `lab/`, and print the results; return whether all could be graded.

    Raises:
        CourseError, CheckError: there is no course, or no notebook in `lab/`.
    """
    course = course_to_check(course_folder)
    not_begun: list[Path] = []
    if not notebooks:
        notebooks, not_begun = begun_notebooks(course)
    confined = bool(notebooks) and sandbox and can_confine()
    complete = True
    for path in notebooks:
        try:
            with console.status(f"Checking {path.name}"):
                checked = check_notebook(path, course, confined)
        except CheckError as error:
            complete = False
            problems.print(str(error), style="red", markup=False, highlight=False, soft_wrap=True)
        else:
            complete &= checked.graded.outcome.judged
            print_checked(console, checked)
        console.print()
    if not_begun:
        console.print(Text(f"Not started yet: {', '.join(path.parent.name for path in not_begun)}"))
    return complete


def print_checked(console: Console, checked: CheckedNotebook) -> None:
    """Print a notebook: a line for each exercise, the messages of the checks that failed, and a total."""
    titles = exercise_titles(checked.source.notebook)
    verdicts: dict[str, list[Verdict]] = {name: [] for name in checked.source.exercises}
    exercise_of = {grade_id(check): name for name, each in checked.source.exercises.items() for check in each.checks}
    for verdict in checked.graded.outcome.verdicts:
        verdicts.setdefault(exercise_of.get(verdict.check, verdict.check), []).append(verdict)
    width = min(LONGEST, max(map(cell_len, titles.values()), default=0))
    open_ones = []
    console.print(Text(checked.source.title, style="bold"))
    for name, found in verdicts.items():
        title = titles.get(name, name)
        messages = list(_messages(found, _stopped_by(checked, name), name))
        if messages:
            open_ones.append(title)
        if any(message.startswith(NOT_WRITTEN) for message in messages) and name in checked.untouched:
            mark, style, note, messages = "·", "dim", "  not written yet", []
        else:
            mark, style, note = ("✗", "red", "") if messages else ("✓", "green", "")
        gap = " " * max(0, width - cell_len(title))
        console.print(Text.assemble((f"{mark} {title}{gap}  {_points(found)}{note}", style)), soft_wrap=True)
        for message in messages:
            console.print(Padding(Text(message), (0, 0, 0, 4), expand=False))
    for line in _notes(checked):
        console.print(Text(f"Note: {line}", style="yellow"))
    console.print(Text(_total(checked, len(verdicts) - len(open_ones), len(verdicts))))
    console.print(Text(_farewell(open_ones, len(verdicts))))


def _stopped_by(checked: CheckedNotebook, exercise: str) -> str:
    """Return what stopped the cell of an exercise, or an empty text if it ran to its end."""
    for event in checked.graded.outcome.events:
        if event.cell == exercise:
            return event.sentence
    for cell in checked.graded.notebook.cells:
        if name_of(cell) == exercise:
            for output in cell.get("outputs", []):
                if output.output_type == "error":
                    return f"This cell stopped with {output.ename}: {output.evalue}"
    return ""


def _messages(verdicts: list[Verdict], stopped_by: str, exercise: str) -> Iterator[str]:
    """Yield why an exercise lost points, each text once, because several checks often find the same bug.

    If its cell stopped, that comes first, and messages that the exercise's name is not defined are left out.
    """
    seen = set()
    if stopped_by and any(verdict.message for verdict in verdicts):
        seen.add(stopped_by)
        yield stopped_by
    for verdict in verdicts:
        message = verdict.message
        if verdict.points is None:
            message = FOR_A_PERSON
        elif not message and verdict.points < verdict.max_points:
            message = f"{verdict.points:g} of {verdict.max_points:g} points for one check."
        undefined = stopped_by and f"name '{exercise}' is not defined" in message
        if message and message not in seen and not undefined:
            seen.add(message)
            yield message


def _points(verdicts: list[Verdict]) -> str:
    points = sum(verdict.points or 0 for verdict in verdicts)
    return f"{points:>2g} of {sum(verdict.max_points for verdict in verdicts):g}"


def _notes(checked: CheckedNotebook) -> Iterator[str]:
    """Yield what happened to the notebook beyond its exercises."""
    outcome = checked.graded.outcome
    if not outcome.judged:
        yield outcome.reason
    told = {verdict.check for verdict in outcome.verdicts} | set(checked.source.exercises)
    yield from (f"{event.cell}: {event.sentence}" for event in outcome.events if event.cell not in told)
    yield from (remark.sentence for remark in outcome.remarks)


def _total(checked: CheckedNotebook, complete: int, number: int) -> str:
    graded = checked.graded
    points = f"{graded.points:g} of {graded.max_points:g} points"
    return f"{points}, {complete} of {number} exercises complete, in {graded.outcome.seconds:.0f} s."


def _farewell(open_ones: list[str], number: int) -> str:
    if not open_ones:
        return "Everything passes, hidden checks too. Well done!"
    if len(open_ones) == number:
        return f"A good place to start: {open_ones[0]}"
    return f"Next: {open_ones[0]}. You're on your way!"
