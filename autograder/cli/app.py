"""The commands of `autograder`. Each one reads its options, calls another package and prints the result."""

from __future__ import annotations

import subprocess
import sys
import warnings
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, TimeElapsedColumn

from autograder.audit.made_up_class import read_class, write_class
from autograder.authoring import build as building
from autograder.authoring import handout as handing_out
from autograder.authoring import lab as opening_lab
from autograder.authoring import tidy as tidying
from autograder.authoring.regrets import find_regrets
from autograder.classroom import grade_class as grading
from autograder.classroom.calibrations import calibrate_all
from autograder.cli.class_report import here, print_report, stoppable
from autograder.cli.logging_setup import set_up_logging
from autograder.cli.shared_machine import look_and_protect, refuse_open_folder
from autograder.cli.tables import audit_table
from autograder.course.assignment import CourseError
from autograder.course.class_folder import ClassFolder
from autograder.course.course import Course, find_course, read_course
from autograder.course.nbgrader_config import configured, read_config
from autograder.engine.errors import AutograderError
from autograder.engine.files import describe_file_error
from autograder.engine.isolation import self_test as sandbox_doctor

# a module that only one command needs is imported inside it, so that the others, above all `grade`, start faster
app = typer.Typer(no_args_is_help=True, add_completion=False)
console = Console()
problems = Console(stderr=True)


@dataclass
class _Chosen:
    """The options that come before the command."""

    course_root: Path | None = None


_chosen = _Chosen()
Names = Annotated[list[str] | None, typer.Argument(help="Assignments, such as 04_numpy_rnn. The default is all.")]


def _show_version(asked: bool) -> None:
    if asked:
        console.print(f"autograder {version('autograder')}", highlight=False)
        raise typer.Exit


@app.callback()
def options(
    verbose: Annotated[
        int, typer.Option("--verbose", "-v", count=True, help="Show progress messages; use -vv for every detail.")
    ] = 0,
    course_root: Annotated[
        Path | None,
        typer.Option(help="The course folder. The default is the current folder or one above it.", file_okay=False),
    ] = None,
    show_version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Build, grade and check a course of Jupyter notebooks.

    Run it in the course folder. `autograder COMMAND --help` explains each command.
    """
    set_up_logging(verbose)
    _chosen.course_root = course_root


def _this_course() -> Course:
    """Return the course that this command works on. The marks that it configures are in use from now on."""
    root = _chosen.course_root
    return configured(read_course(root) if root else find_course(Path.cwd()))


@app.command()
def build(
    names: Names = None,
    check: Annotated[bool, typer.Option(help="Change nothing, and fail if a committed file is stale.")] = False,
) -> None:
    """Build release/ and solutions/ from source/."""
    course = _this_course()
    if check:
        stale = building.stale_files(course)
        for line in stale:
            problems.print(f"stale: {line}. Run `make build` and commit the changes.", style="red")
        raise typer.Exit(bool(stale))
    with console.status("Building the student's version"):
        building.build_release(course, _known(course, names))
    with console.status("Building and running the solutions"):
        building.build_solutions(course, _known(course, names))
    console.print("release/ and solutions/ now match source/.")
    from autograder.classroom.check_notebook import LIMITS, can_confine

    if can_confine():
        with console.status("Running the solutions in one process and in two"):
            list(calibrate_all(course, map(course.assignment, _known(course, names)), LIMITS))


@app.command()
def calibrate(names: Names = None) -> None:
    """Grade your own solutions in one process and in two, and name the checks that give different points.

    `grade` does this too before it grades an assignment for the first time.
    """
    from autograder.cli.calibration_lines import print_calibrations

    course = _this_course()
    sandbox_doctor.require()
    if not print_calibrations(course, _known(course, names), console, problems):
        raise typer.Exit(1)


@app.command()
def tidy(names: Names = None) -> None:
    """Tidy source notebooks after an edit: make cell ids readable, clear outputs and unify the file format.

    It also names what you would regret later, such as a check that no answer fails, and then fails itself.
    """
    course = _this_course()
    regrets: list[str] = []
    for name in _known(course, names):
        assignment = course.assignment(name)
        for line in tidying.tidy(assignment):
            console.print(f"{name}: {line}", highlight=False)
        regrets += find_regrets(assignment)
    for line in regrets:
        problems.print(line, style="red", markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(bool(regrets))


@app.command()
def doctor() -> None:
    """Test every defence of the sandbox on this host, and print which ones work."""
    console.print(sandbox_doctor.report(), markup=False, highlight=False, soft_wrap=True)


@app.command()
def protect(
    check: Annotated[bool, typer.Option("--check", help="Change nothing, and fail if something is open.")] = False,
    course: Annotated[
        Path | None, typer.Option(help="The class folder, as for `grade`. The default is the course.", file_okay=False)
    ] = None,
) -> None:
    """Change modes so that no other account of this machine can read the course or replace submissions."""
    this = _this_course()
    folder = ClassFolder((course or this.root).resolve(), this)
    if look_and_protect(folder, check, console, problems):
        raise typer.Exit(1)


@app.command()
def handout() -> None:
    """Pack the hand-out for students as a folder and as a zip file."""
    course = _this_course()
    refuse_open_folder(ClassFolder(course.root, course), console)
    folder, archive = handing_out.make_handout(course, course.root / "dist", course.release)
    console.print(
        f"You can push {here(folder)}/ as a public repository. {here(archive)} has the same files in one zip."
    )


@app.command()
def grade(
    names: Names = None,
    student: Annotated[
        list[str] | None, typer.Option(help="Grade only this student. You can repeat the option.")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(help="Address of a Dask scheduler (tcp://…). Its workers do the grading.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="How many submissions to grade at once. The default is one per processor.")
    ] = None,
    course: Annotated[
        Path | None,
        typer.Option(help="The class folder, which contains submitted/ and its own gradebook.", file_okay=False),
    ] = None,
    time_limit: Annotated[
        int | None,
        typer.Option(min=1, help="Time limit for one cell, in seconds. The course sets the default, 30."),
    ] = None,
    deadline: Annotated[
        int | None,
        typer.Option(min=10, help="Time limit for one submission, in seconds. The course sets the default, 600."),
    ] = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Grade everything again, even if nothing has changed.")
    ] = False,
    sandbox: Annotated[
        bool,
        typer.Option(help="Run students' code in the sandbox. Without the sandbox, it can do everything that you can."),
    ] = True,
) -> None:
    """Grade the submissions in submitted/, or the sample class. Write feedback and print the points."""
    sandbox_doctor.require(no_sandbox=not sandbox)
    how = grading.Options(scheduler, workers, sandbox, time_limit, deadline, not fresh)
    graded = _class_to_grade(course)
    refuse_open_folder(graded, console)
    if student and (unknown := [name for name in student if not graded.places.has_student(name)]):
        raise CourseError(f"{graded.submitted}: there is no folder for {', '.join(unknown)}")
    columns = [*Progress.get_default_columns(), TimeElapsedColumn()]
    with Progress(*columns, console=console) as progress, stoppable(problems):
        bar = progress.add_task("submissions", total=None)
        report = grading.grade_class(
            graded,
            _known(graded.course, names),
            student,
            how,
            on_start=lambda total: progress.update(bar, total=total),
            on_grade=lambda grade: progress.advance(bar),
        )
    print_report(graded, report, console, problems)
    raise typer.Exit(not report.all_judged)


def _class_to_grade(root: Path | None) -> ClassFolder:
    """Return the class folder to grade; the sample class gets its submissions first."""
    folder = _class_folder(root)
    if root is None and folder.root != folder.course.root:
        console.print("There is no submitted/ yet, so this grades the sample class, which has its own gradebook.")
        write_class(folder.course, read_class(folder.root / "class.toml"), folder.submitted)
    return folder


def _class_folder(root: Path | None) -> ClassFolder:
    """Return the class folder at `root`, by default the course folder or, if that has no submitted/, the sample's."""
    course = _this_course()
    sample = course.root / "sample"
    if root is None and (sample / "class.toml").is_file() and not ClassFolder(course.root, course).submitted.is_dir():
        return ClassFolder(sample, course)
    folder = ClassFolder((root or course.root).resolve(), course)
    if not folder.submitted.is_dir():
        raise CourseError(f"{root or course.root}: this folder has no subfolder {folder.submitted.name}/")
    return folder


@app.command()
def check(
    notebooks: Annotated[
        list[Path] | None, typer.Argument(metavar="NOTEBOOK", help="Notebooks to check. The default is those in lab/.")
    ] = None,
    sandbox: Annotated[
        bool, typer.Option(help="Use the sandbox if this host has one. Without it, the code runs in a Jupyter kernel.")
    ] = True,
) -> None:
    """Run all checks on your own notebook, including the hidden ones, and print their messages.

    It reads the saved file, so save the notebook first. It changes neither the notebook nor a gradebook.
    """
    from autograder.cli.check_report import check_and_print

    if not check_and_print(_chosen.course_root, notebooks or [], sandbox, console, problems):
        raise typer.Exit(1)


@app.command()
def report(
    names: Names = None,
    course: Annotated[
        Path | None, typer.Option(help="The class folder that was graded, as for `grade`.", file_okay=False)
    ] = None,
) -> None:
    """Write a report on the graded class as a page and as CSV files.

    It shows scores, the difficulty of each check, common messages, students who need help, and near copies.
    """
    from autograder.reporting import report as reporting

    graded = _class_folder(course)
    with console.status("Reading the gradebook and the graded notebooks"):
        page, files = reporting.write_report(graded, _known(graded.course, names) if names else None)
    console.print(f"Report (open it in a browser): {here(page)}", soft_wrap=True, highlight=False)
    console.print(
        f"The same numbers as CSV files in that folder: {', '.join(file.name for file in files)}", highlight=False
    )


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def lab(context: typer.Context) -> None:
    """Open JupyterLab with the student's version, a copy in lab/. Other options are passed on to JupyterLab."""
    course = _this_course()
    folder = course.root / "lab"
    first = opening_lab.prepare_lab(folder, course.release)
    if course.source.is_dir():  # the hand-out for students contains no checks to run
        console.print(opening_lab.how_to_check(here(folder / first)), soft_wrap=True, markup=False, highlight=False)
    command = opening_lab.lab_command(folder, first, context.args)
    raise typer.Exit(subprocess.run(command).returncode)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def formgrader(context: typer.Context) -> None:
    """Open the instructor's JupyterLab, which has the formgrader. Other options are passed on to JupyterLab."""
    course = _this_course()
    refuse_open_folder(ClassFolder(course.root, course), console)
    opening_lab.prepare_exchange(Path(read_config(course).Exchange.root))
    command = opening_lab.formgrader_command(course.root, context.args)
    raise typer.Exit(subprocess.run(command, cwd=course.root).returncode)


@app.command()
def audit(
    names: Names = None,
    answers: Annotated[
        Path | None,
        typer.Option(help="Try only the answers in this folder.", exists=True, file_okay=False),
    ] = None,
    json: Annotated[
        Path | None, typer.Option(help="Write one row for each answer to this file, as JSON.", dir_okay=False)
    ] = None,
) -> None:
    """Run the checks on right answers, wrong answers and mutants, and fail if a check misjudges one."""
    try:
        from autograder.audit import audit as auditing
    except ModuleNotFoundError as error:
        raise CourseError(f"The audit needs the package {error.name}: run `make setup-dev`.") from error
    from autograder.audit.answers import read_folder

    course = _this_course()
    assignments = {name: course.assignment(name) for name in _known(course, names)}
    chosen = read_folder(answers, list(assignments.values()), course.assignment_names) if answers else {}
    total = sum(map(len, chosen.values())) or sum(
        auditing.count_trials(course, assignment) for assignment in assignments.values()
    )
    with Progress(*Progress.get_default_columns(), TimeElapsedColumn(), console=console) as progress:
        bar = progress.add_task("answers and mutants", total=total)

        def on_trial() -> None:
            progress.advance(bar)

        if answers:
            audits = [auditing.audit_answers(assignments[name], entries, on_trial) for name, entries in chosen.items()]
        else:
            audits = [auditing.audit(course, assignment, on_trial) for assignment in assignments.values()]
    console.print(audit_table(audits))
    page = course.root / "build" / "audit.html"
    auditing.write_audit_page(audits, page)
    if json:
        auditing.write_rows(audits, json)
    for result in audits:
        for fault in result.faults:
            problems.print(f"{result.assignment}: {fault}", style="red", markup=False, highlight=False)
    console.print(
        f"CPU time {sum(result.cpu_seconds for result in audits):.0f} s. Table of answers and checks: {here(page)}"
    )
    raise typer.Exit(any(result.faults for result in audits))


def _known(course: Course, names: list[str] | None) -> list[str]:
    names = [name.rstrip("/") for name in names or ()]  # a shell completes the names of folders with a slash
    for name in names:
        course.assignment(name)
    return names or course.assignment_names


def main() -> None:
    """Run the command. Print an error that the user can correct as one line, without a traceback."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a folder's name may not be text
    warnings.filterwarnings("ignore", module=r"nbgrader\..*")  # from its database layer; no user can act on them
    try:
        app()
    except AutograderError as error:
        # one line, so that paths in it can be copied and scripts can search it
        problems.print(str(error), style="red", markup=False, highlight=False, soft_wrap=True)
        sys.exit(1)
    except OSError as error:
        line = describe_file_error(error)
        if not line:
            raise
        problems.print(line, style="red", markup=False, highlight=False, soft_wrap=True)
        sys.exit(1)
