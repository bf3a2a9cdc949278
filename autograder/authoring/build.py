"""Builds the students' and the solved version of a course from `source/` with nbgrader's own converters.

A tree is replaced only after all its notebooks have been built.
"""

from __future__ import annotations

import filecmp
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook
from nbgrader.converters import GenerateAssignment, GenerateSolution
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute
from nbgrader.utils import capture_log
from traitlets.config import Config

from autograder.authoring.marks import refuse_faulty_marks
from autograder.course.assignment import CourseError
from autograder.course.course import Course
from autograder.course.nbgrader_config import course_config, read_config
from autograder.engine.errors import AutograderError
from autograder.engine.nbgrader.internals import make_tables

Converter = Callable[[Config], BaseConverter]


class BuildError(AutograderError):
    """A notebook could not be built. The message quotes nbgrader."""


def build_release(course: Course, names: Sequence[str] | None = None, target: Path | None = None) -> None:
    """Write the students' version of the assignments (all by default) to `target`, by default `release/`.

    Raises:
        BuildError: an assignment could not be built. `target` is unchanged.
        CourseError: marks of hidden tests or solutions are faulty, or nbgrader_config.py fails.
    """
    with _built("release", course, names, _generate_release) as built:
        _replace(built, target or course.release, names)


def build_solutions(
    course: Course, names: Sequence[str] | None = None, target: Path | None = None, workers: int = 2
) -> None:
    """Write the executed solutions of the assignments (all by default) to `target`, by default `solutions/`.

    Raises:
        BuildError: an assignment could not be built or showed an error. `target` is unchanged.
    """
    with _built("solutions", course, names, _generate_solution, workers) as built:
        _replace(built, target or course.solutions, names)


def stale_files(course: Course) -> list[str]:
    """Return the files of `release/` and `solutions/` that differ from a fresh build of `source/`, as relative paths.

    The release is compared byte for byte; the solutions cell by cell without their outputs, which nbval compares.
    """
    with _built("release", course, None, _generate_release) as built:
        stale = [f"release/{line}" for line in _different_files(built, course.release)]
    with _built("solutions", course, None, _generate_unexecuted) as built:
        for path in sorted(_files(built) | _files(course.solutions)):
            ours, theirs = built / path, course.solutions / path
            if not theirs.exists() or not ours.exists() or not _same_without_outputs(ours, theirs):
                stale.append(f"solutions/{path}")
    return stale


def _generate_release(config: Config) -> BaseConverter:
    return GenerateAssignment(coursedir=CourseDirectory(config=config), config=config)


def _generate_solution(config: Config) -> BaseConverter:
    coursedir = CourseDirectory(config=config)
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        gradebook.update_or_create_assignment(coursedir.assignment_id)
    config.Execute.extra_arguments = ["--log-level=ERROR"]  # each kernel warns that its local connection is open text
    return GenerateSolution(coursedir=coursedir, config=config)


def _generate_unexecuted(config: Config) -> BaseConverter:
    steps = config.GenerateSolution.preprocessors
    config.GenerateSolution.preprocessors = [step for step in steps if not issubclass(step, Execute)]
    return _generate_solution(config)


@contextmanager
def _built(
    tree: str, course: Course, names: Iterable[str] | None, converter: Converter, workers: int = 1
) -> Iterator[Path]:
    """Provide a temporary folder in which `converter` has built `tree` from a copy of the sources."""
    names = list(names or course.assignment_names)
    read_config(course)
    refuse_faulty_marks([course.assignment(name) for name in names])
    scratch_parent = course.root / "build"
    scratch_parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=scratch_parent, prefix=f"{tree}-") as scratch:
        parts = [names[k::workers] for k in range(min(workers, len(names)))]
        jobs = [(course, Path(scratch) / str(k), part, converter) for k, part in enumerate(parts)]
        if len(jobs) == 1:
            _generate_all(*jobs[0])
        else:
            with ProcessPoolExecutor(len(jobs)) as pool:
                for future in [pool.submit(_generate_all, *job) for job in jobs]:
                    future.result()
        merged = Path(scratch) / tree
        for _, root, *_ in jobs:
            shutil.copytree(root / tree, merged, dirs_exist_ok=True)
        yield merged


def _generate_all(course: Course, root: Path, names: list[str], converter: Converter) -> None:
    ignore = shutil.ignore_patterns(".ipynb_checkpoints")
    for name in names:
        shutil.copytree(course.source / name, root / "source" / name, ignore=ignore)
        config = read_config(course, root)
        config.CourseDirectory = course_config(root, course).CourseDirectory  # the folders of this build, no others
        config.CourseDirectory.assignment_id = name
        make_tables(config.CourseDirectory.db_url)
        result = capture_log(converter(config))
        if not result["success"]:
            raise BuildError(f"{name}: {result.get('error') or ''}\n{result.get('log') or ''}".strip())


def _replace(built: Path, target: Path, names: Sequence[str] | None) -> None:
    """Replace the folders of `target` with the built ones, and remove folders whose assignment is gone."""
    target.mkdir(exist_ok=True)
    gone = [] if names else [p.name for p in target.iterdir() if p.is_dir() and not (built / p.name).exists()]
    for name in [*sorted(p.name for p in built.iterdir()), *gone]:
        old = built.parent / f"old-{name}"
        if (target / name).exists():
            (target / name).rename(old)
        if (built / name).exists():
            (built / name).rename(target / name)


def _files(tree: Path) -> set[Path]:
    return {p.relative_to(tree) for p in tree.rglob("*") if p.is_file() and ".ipynb_checkpoints" not in p.parts}


def _different_files(ours: Path, theirs: Path) -> list[str]:
    return sorted(
        str(path)
        for path in _files(ours) | _files(theirs)
        if not ((ours / path).exists() and (theirs / path).exists())
        or not filecmp.cmp(ours / path, theirs / path, shallow=False)
    )


def _same_without_outputs(ours: Path, theirs: Path) -> bool:
    if ours.suffix != ".ipynb":
        return filecmp.cmp(ours, theirs, shallow=False)
    try:
        first, second = nbformat.read(ours, as_version=4), nbformat.read(theirs, as_version=4)
    except Exception as error:
        raise CourseError(f"{theirs}: this is not a readable notebook ({error})") from error
    for notebook in (first, second):
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
    return first == second
