"""Where nbgrader keeps the notebooks of each step, as a course configures it.

nbgrader's `CourseDirectory` resolves the names. Only the search is ours, because nbgrader's takes a `[` in the path of
the course for a pattern.
"""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import takewhile
from pathlib import Path, PurePath
from string import Formatter
from typing import Literal, NamedTuple

from nbgrader.coursedir import CourseDirectory
from traitlets import TraitError
from traitlets.config import Config

from autograder.course.assignment import CourseError, find_notebooks

Step = Literal["source", "release", "submitted", "autograded", "feedback"]
KEYS = ("nbgrader_step", "student_id", "assignment_id")
NOBODY = "."
"""nbgrader's student in the paths of steps that belong to no student."""


class Found(NamedTuple):
    """A folder of one student for one assignment."""

    student: str
    assignment: str
    folder: Path


@dataclass(frozen=True)
class Places:
    """The folders of a course or of a class."""

    directory: CourseDirectory

    def folder(self, step: Step, assignment: str, student: str = NOBODY) -> Path:
        """Return the folder of an assignment in a step."""
        return Path(self.directory.format_path(self._name(step), student, assignment))

    def top(self, step: Step) -> Path:
        """Return the folder with everything of a step: the beginning of its paths that is the same for all."""
        return Path(self.directory.root, *self._fixed(step))

    @property
    def shape(self) -> str:
        """The path of a submission in the top folder, for messages, such as `<student>/<assignment>`."""
        parts = PurePath(self.directory.directory_structure).parts[len(self._fixed("submitted")) :]
        names = {"student_id": "<student>", "assignment_id": "<assignment>"}
        return "/".join(parts).format(nbgrader_step=self._name("submitted"), **names)

    @property
    def assignments(self) -> list[str]:
        """The names of the assignments with a notebook in the step `source`, in their order."""
        found = (each for each in self._found("source", student=NOBODY) if each.assignment)
        return sorted({each.assignment for each in found if find_notebooks(each.folder, self.directory.notebook_id)})

    def submissions(self, assignments: list[str]) -> tuple[list[Found], list[Path]]:
        """Return the folders of these assignments in the step `submitted`, and those that belong to none of them."""
        every = [each.folder for each in self._found("submitted")]
        found = [each for name in assignments for each in self._found("submitted", assignment=name)]
        known = {each.folder for each in found}
        return sorted(found), [folder for folder in every if folder not in known]

    def wants(self, student: str) -> bool:
        """Return whether the configuration includes a student."""
        excluded = self.directory.student_id_exclude.split(",")
        return fnmatchcase(student, self.directory.student_id) and student not in excluded

    def has_student(self, student: str) -> bool:
        """Return whether a student has a folder in the step `submitted`."""
        return any(self._found("submitted", student=student))

    def _name(self, step: Step) -> str:
        return str(getattr(self.directory, f"{step}_directory"))

    def _fixed(self, step: Step) -> list[str]:
        parts = PurePath(self.directory.directory_structure).parts
        fixed = takewhile(lambda part: not any(f"{{{key}}}" in part for key in KEYS[1:]), parts)
        return [part.format(nbgrader_step=self._name(step)) for part in fixed]

    def _found(self, step: Step, student: str = "", assignment: str = "") -> Iterator[Found]:
        """Yield the folders of a step, of all students and assignments or of those named, in the order of their paths.

        Hidden folders are left out.
        """
        pattern = self.directory.directory_structure.format(
            nbgrader_step=glob.escape(self._name(step)),
            student_id=glob.escape(student) or "*",
            assignment_id=glob.escape(assignment) or "*",
        )
        names = re.compile(
            self.directory.format_path(
                re.escape(self._name(step)),
                f"(?P<student>{re.escape(student) or '[^/]+'})",
                f"(?P<assignment>{re.escape(assignment) or '[^/]+'})",
                escape=True,
            )
        )
        for path in sorted(glob.glob(pattern, root_dir=self.directory.root)):
            folder = os.path.join(self.directory.root, path)
            match = names.fullmatch(folder)
            if match and os.path.isdir(folder):
                yield Found(match["student"], match["assignment"], Path(folder))


def configured_places(config: Config, files: str) -> Places:
    """Return the folders that a configuration names.

    Args:
        config: nbgrader's configuration.
        files: the places of the configuration files, for the message.

    Raises:
        CourseError: a setting is of the wrong type, or `directory_structure` cannot be used.
    """
    try:
        read = CourseDirectory(config=config)
    except TraitError as error:
        raise CourseError(f"{files}: {error} Correct it.") from error
    structure = read.directory_structure
    try:
        keys = sorted(key for _, key, _, _ in Formatter().parse(structure) if key is not None)
    except ValueError:
        keys = []
    if keys != sorted(KEYS):
        raise CourseError(
            f"{files}: CourseDirectory.directory_structure is {structure!r}, but it must contain each of "
            f"{', '.join(f'{{{key}}}' for key in KEYS)} once. Correct it."
        )
    # without the configuration, which may contain what cannot be sent to another process
    return Places(CourseDirectory(**{name: getattr(read, name) for name in read.traits(config=True)}))
