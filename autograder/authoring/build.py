"""Builds the student's and the solved version of the course from `source/`, by nbgrader's own converters.

A tree is replaced only when every notebook of it was built; `stale_files` says where a committed tree differs
from what its sources give.
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

from autograder.course.assignment import (
    RELEASE,
    ROOT,
    SOLUTIONS,
    SOURCE,
    CourseError,
    assignment_names,
    read_assignment,
)
from autograder.course.nbgrader_config import course_config
from autograder.engine.errors import AutograderError


class BuildError(AutograderError):
    """A notebook could not be built; the message holds nbgrader's own words."""


def build_release(names: Sequence[str] | None = None, source: Path = SOURCE, target: Path = RELEASE) -> None:
    """Write the student's version of the assignments (all by default) to `target`.

    Raises:
        BuildError: one of them could not be built; `target` is as before.
    """
    with _built("release", names, source, _generate_release) as built:
        _replace(built, target, names)


def build_solutions(
    names: Sequence[str] | None = None, source: Path = SOURCE, target: Path = SOLUTIONS, workers: int = 2
) -> None:
    """Write the executed solutions of the assignments (all by default) to `target`.

    Raises:
        BuildError: one of them could not be built or showed an error; `target` is as before.
    """
    with _built("solutions", names, source, _generate_solution, workers) as built:
        _replace(built, target, names)


def stale_files(source: Path = SOURCE, release: Path = RELEASE, solutions: Path = SOLUTIONS) -> list[str]:
    """What of the committed trees is not what `source` gives, a line each.

    The release is compared byte for byte; the solutions cell by cell without their outputs, which nbval compares.
    """
    stale = []
    with _built("release", None, source, _generate_release) as built:
        stale += [f"{release.name}/{line}" for line in _different_files(built, release)]
    with _built("solutions", None, source, _generate_unexecuted) as built:
        for path in _files(built) | _files(solutions):
            ours, theirs = built / path, solutions / path
            if not theirs.exists() or not ours.exists() or not _same_without_outputs(ours, theirs):
                stale.append(f"{solutions.name}/{path}")
    return stale


def _generate_release(config: Config) -> BaseConverter:
    return GenerateAssignment(coursedir=CourseDirectory(config=config), config=config)


def _generate_solution(config: Config) -> BaseConverter:
    coursedir = CourseDirectory(config=config)
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        gradebook.update_or_create_assignment(coursedir.assignment_id)
    return GenerateSolution(coursedir=coursedir, config=config)


def _generate_unexecuted(config: Config) -> BaseConverter:
    steps = config.GenerateSolution.preprocessors
    config.GenerateSolution.preprocessors = [step for step in steps if not issubclass(step, Execute)]
    return _generate_solution(config)


@contextmanager
def _built(tree: str, names: Iterable[str] | None, source: Path, converter, workers: int = 1) -> Iterator[Path]:
    """A temporary folder in which `converter` has built `tree` from a copy of `source`."""
    names = list(names or assignment_names(source))
    for name in names:
        read_assignment(name, source)
    scratch_parent = ROOT / "build"
    scratch_parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=scratch_parent, prefix=f"{tree}-") as scratch:
        courses = [_course(Path(scratch) / str(k), source, part) for k, part in enumerate(_split(names, workers))]
        if len(courses) == 1:
            _generate_all(*courses[0], converter)
        else:
            with ProcessPoolExecutor(len(courses)) as pool:
                for done in [pool.submit(_generate_all, *course, converter) for course in courses]:
                    done.result()
        merged = Path(scratch) / tree
        for root, _ in courses:
            shutil.copytree(root / tree, merged, dirs_exist_ok=True)
        yield merged


def _split(names: list[str], parts: int) -> list[list[str]]:
    return [names[k::parts] for k in range(min(parts, len(names)))]


def _course(root: Path, source: Path, names: list[str]) -> tuple[Path, list[str]]:
    for name in names:
        ignore = shutil.ignore_patterns(".ipynb_checkpoints")
        shutil.copytree(source / name, root / "source" / name, ignore=ignore)
    return root, names


def _generate_all(root: Path, names: list[str], converter: Callable[[Config], BaseConverter]) -> None:
    for name in names:
        config = course_config(root)
        config.CourseDirectory.assignment_id = name
        result = capture_log(converter(config))
        if not result["success"]:
            raise BuildError(f"{name}: {result.get('error') or ''}\n{result.get('log') or ''}".strip())


def _replace(built: Path, target: Path, names: Sequence[str] | None) -> None:
    """Put the built folders in place of those of `target`; folders of assignments that are gone go too."""
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
        raise CourseError(f"{theirs}: not a readable notebook ({error})") from error
    for notebook in (first, second):
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
    return first == second
