"""Grades a class: every submission in a class folder gets a grade and a reason.

`find_submissions.py` finds the submissions and `workers.py` grades them. Only this module writes grades, one at a time,
through `recorder.py`.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import msgspec

from autograder.classroom.calibrations import calibrations_to_grade
from autograder.classroom.editions import refuse_other_gradebook, refuse_submission
from autograder.classroom.find_submissions import Submission, find_submissions
from autograder.classroom.recorder import Grade, Recorder
from autograder.classroom.register import register
from autograder.classroom.run_lock import only_run
from autograder.classroom.workers import Job, judge_all, key_of, nothing
from autograder.course.assignment import Assignment, files_beside
from autograder.course.class_folder import ClassFolder
from autograder.engine.files import atomic_write
from autograder.engine.grading.calibration import Calibration
from autograder.engine.grading.limits import Limits
from autograder.engine.nbgrader.preprocessors import Examine
from autograder.engine.notebook.regions import Marks, marks_in_use

LARGEST_FILE = 20 * 2**20
"""Largest file beside the notebook that is sent to a worker, in bytes."""


@dataclass(frozen=True)
class Options:
    """How to grade a class.

    Attributes:
        scheduler: the address of a Dask scheduler whose workers grade; None grades on this machine.
        workers: the number of submissions graded at once on this machine; None means one per processor.
        sandboxed: whether students' code is confined.
        time_limit: the time limit for one cell, in seconds; None for the one that the course configures.
        deadline: the time limit for one submission, from reading it to its verdicts, in seconds; None as above.
        reuse: whether grades of an earlier run are reused if nothing has changed.
    """

    scheduler: str | None = None
    workers: int | None = None
    sandboxed: bool = True
    time_limit: int | None = None
    deadline: float | None = None
    reuse: bool = True


@dataclass
class ClassReport:
    """The grades of all submissions, and a line for each folder that belongs to no assignment."""

    grades: list[Grade]
    problems: list[str]

    @property
    def all_judged(self) -> bool:
        """Whether every submission was a notebook that could be judged."""
        return not self.problems and all(grade.judged for grade in self.grades)


def grade_class(
    course: ClassFolder,
    assignments: Sequence[str] | None = None,
    students: Sequence[str] | None = None,
    options: Options = Options(),
    on_start: Callable[[int], None] = lambda total: None,
    on_grade: Callable[[Grade], None] = lambda grade: None,
) -> ClassReport:
    """Grade all submissions of a class folder, or those of some assignments or students; write feedback.

    A summary of all grades is written to `feedback/summary.json` in the class folder. If the run is stopped, grades
    that were recorded are kept, and the next call continues from there.

    Args:
        course: the class folder.
        assignments: names of assignments; None grades all of them.
        students: names of students; None grades all of them.
        options: how to grade.
        on_start: called with the number of submissions.
        on_grade: called with each grade as soon as it is known.

    Raises:
        FolderInUseError: another run is grading in this folder.
        OtherEditionError: the gradebook has grades for a different edition of an assignment than `source/`.
        GradingError: nbgrader does not accept an assignment as it is now in `source/`.
        CalibrationError: a hidden check works only in the student's process, and the course does not allow that.
        SchedulerError: the cluster cannot be used.
    """
    with only_run(course.root):
        return _grade_class(course, assignments, students, options, on_start, on_grade)


def _grade_class(
    course: ClassFolder,
    assignments: Sequence[str] | None,
    students: Sequence[str] | None,
    options: Options,
    on_start: Callable[[int], None],
    on_grade: Callable[[Grade], None],
) -> ClassReport:
    submissions, problems = find_submissions(course, assignments, students)
    on_start(len(submissions))
    submitted = {submission.assignment for submission in submissions}
    known = {name: course.course.assignment(name) for name in course.course.assignment_names if name in submitted}
    refuse_other_gradebook(course, known.values())
    settings = _settings(course, options)
    limits = Limits(cell_seconds=settings["timeout"])
    calibrations = calibrations_to_grade(course.course, known.values(), limits, options.sandboxed)
    for assignment in known.values():
        with _whole():
            register(course, assignment)
    grades = {}
    with (
        contextlib.closing(Recorder(course)) as recorder,
        contextlib.closing(_grades(recorder, submissions, known, settings, options, calibrations)) as graded,
    ):
        for k, grade in graded:
            grades[k] = grade
            on_grade(grade)
    report = ClassReport([grades[k] for k in sorted(grades)], problems)
    summary = msgspec.json.encode({"grades": report.grades, "problems": problems})
    atomic_write(course.summary, msgspec.json.format(summary, indent=1).decode() + "\n")
    return report


@contextlib.contextmanager
def _whole() -> Iterator[None]:
    """Delay Ctrl-C until the block is done, because nbgrader would report it as an error in the submission."""
    ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN  # also for a command that runs in the background
    if ignored or threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt


def _settings(folder: ClassFolder, options: Options) -> dict[str, Any]:
    """Return the settings of a job. A worker of a cluster does not read the course's configuration."""
    limits = Examine(config=folder.config()).limits
    settings: dict[str, Any] = {
        "sandboxed": options.sandboxed,
        "timeout": options.time_limit or limits.cell_seconds,
        "deadline": options.deadline or limits.notebook_seconds,
        "preload": folder.course.preload,
        "edition": folder.course.edition,
    }
    others = {name: getattr(limits, name) for name in ("memory", "output_bytes", "restarts")}
    if changed := {name: value for name, value in others.items() if value != getattr(Limits, name)}:
        settings["limits"] = changed
    if marks_in_use() != Marks():
        settings["marks"] = asdict(marks_in_use())
    return settings


def _grades(
    recorder: Recorder,
    submissions: list[Submission],
    known: dict[str, Assignment],
    settings: dict[str, Any],
    options: Options,
    calibrations: Mapping[tuple[str, str], Calibration],
) -> Generator[tuple[int, Grade]]:
    """Yield (index of the submission, grade): first the grades of an earlier run, then new ones as they arrive."""
    sources = {name: list(_sources(known[name], settings, calibrations)) for name in known}
    jobs = [_jobs(each, sources[each.assignment]) for each in submissions]
    keys = ["-".join(map(key_of, row)) for row in jobs]
    waiting: dict[str, list[int]] = {}  # what was submitted twice is graded once

    def enter(k: int, notebooks: list[bytes]) -> Grade:
        with _whole():
            return recorder.enter(submissions[k], known[submissions[k].assignment], notebooks, keys[k])

    for k, submission in enumerate(submissions):
        with _whole():
            grade = recorder.known(submission, known[submission.assignment], keys[k]) if options.reuse else None
        if grade is None and all(job.problem for job in jobs[k]):
            grade = enter(k, [nothing(job, "unreadable", job.problem) for job in jobs[k]])
        if grade is None:
            waiting.setdefault(keys[k], []).append(k)
        else:
            yield k, grade
    groups = list(waiting.values())
    different = [jobs[group[0]] for group in groups]
    with contextlib.closing(judge_all(different, options.scheduler, options.workers)) as results:
        for number, found in results:
            for k in groups[number]:
                refused = next((result.refused for result in found if result.refused), "")
                grade = refuse_submission(submissions[k], refused) if refused else None
                yield k, grade or enter(k, [result.notebook for result in found])


def _sources(
    assignment: Assignment, settings: dict[str, Any], calibrations: Mapping[tuple[str, str], Calibration]
) -> Iterator[Job]:
    """Yield a job without a submission for each notebook of an assignment."""
    files = files_beside(assignment, LARGEST_FILE)
    for source in assignment.notebooks:
        calibration = calibrations[assignment.name, source.name].as_dict()
        yield Job(b"", source.path.read_text(encoding="utf-8"), files, {**settings, "calibration": calibration})


def _jobs(submission: Submission, sources: Sequence[Job]) -> list[Job]:
    """Return the jobs of a submission, one for each notebook of its assignment."""
    return [
        replace(job, data=each.data, handed_in=submission.files, problem="" if each.state == "here" else each.remark)
        for job, each in zip(sources, submission.notebooks, strict=True)
    ]
