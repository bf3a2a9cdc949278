"""Names the student and the notebook of each file that was downloaded from a learning platform.

Canvas and Moodle put the student's name and a number before the name that the student gave the file:

    Canvas            lovelaceada_12345_678_numpy_rnn.ipynb, lovelaceada_LATE_12345_678_numpy_rnn-1.ipynb
    Moodle            Ada Lovelace_12345_assignsubmission_file/numpy_rnn.ipynb
    Moodle, flat      Ada Lovelace_12345_assignsubmission_file_numpy_rnn.ipynb

All files are looked at before the first one is collected, because only together they show who handed in twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from nbgrader.plugins import FileNameCollectorPlugin
from traitlets import List, Unicode

from autograder.engine.nbgrader.extract import is_ghost

MOODLE = re.compile(r"(?P<student>.+?)_(?P<number>\d+)_assignsubmission_[a-z]+_?(?P<file>.*)", re.S)
CANVAS = re.compile(r"(?P<student>[^_]+)_(?:LATE_)?(?P<number>\d+)_\d+_(?P<file>.+)", re.S)
NOTEBOOK = ".ipynb"
ARCHIVES = (".zip", ".gz", ".tgz", ".tar")
"""Endings of files that were unpacked, so that their content counts."""


@dataclass(frozen=True)
class Download:
    """A downloaded file.

    Attributes:
        path: its path in the folder of unpacked files.
        student: the student's name.
        name: the name that the student gave the file, perhaps with folders.
        number: the student's number on the platform; empty for a file that no platform named.
        resubmission: Canvas's number of the resubmission, 0 for the first one.
        more: other facts that the course's own pattern found in the path.
    """

    path: PurePath
    student: str
    name: PurePath
    number: str = ""
    resubmission: int = 0
    more: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def is_notebook(self) -> bool:
        """Return whether it is a notebook."""
        return self.path.suffix.lower() == NOTEBOOK


@dataclass
class Plan:
    """The result for all files: path -> student and file id, as nbgrader wants them, and a line for each oddity."""

    collected: dict[PurePath, dict[str, Any]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


class DownloadCollector(FileNameCollectorPlugin):
    """nbgrader's collector of downloaded files, which knows how Canvas and Moodle name them.

    If `named_regexp` is set, this pattern names the students instead.
    """

    valid_ext = List(
        Unicode(),
        [],
        help="Endings of files to collect. The default is all: notebooks, and the files that were handed in with them.",
    ).tag(config=True)

    _plan: Plan | None = None

    def collect(self, submitted_file: str) -> dict[str, Any] | None:
        """Return the student's id and the name of the notebook, or None if the file is not collected."""
        root = self._extracted()
        if self._plan is None:
            files = [path.relative_to(root) for path in sorted(root.rglob("*")) if path.is_file()]
            self._plan = self._make_plan(root, files)
            for remark in self._plan.remarks:
                self.log.warning("%s", remark)
        return self._plan.collected.get(Path(submitted_file).relative_to(root))

    def _make_plan(self, root: Path, files: list[Path]) -> Plan:
        course = self.parent.coursedir
        folder = Path(course.format_path(course.release_directory, ".", course.assignment_id))
        notebooks = sorted(path.stem for path in folder.glob(f"*{NOTEBOOK}"))
        files = [path for path in files if not is_ghost(path)]
        if self.named_regexp:
            downloads = [match for path in files if (match := self._by_pattern(root, path))]
        else:
            downloads = find_students(files, notebooks, course.assignment_id)
        return make_plan(downloads, notebooks, self.valid_ext)

    def _by_pattern(self, root: Path, path: Path) -> Download | None:
        match = re.match(self.named_regexp, str(root / path))
        facts = match.groupdict() if match else {}
        student, name = facts.pop("student_id", ""), facts.pop("file_id", "")
        if not student or not name:
            return None
        return Download(path, student, PurePath(path.name), more={k: v for k, v in facts.items() if v is not None})

    def _extracted(self) -> Path:
        app = self.parent
        folder = app.collect_directory_structure.format(
            downloaded=app.downloaded_directory,
            assignment_id=app.coursedir.assignment_id,
            collect_step=app.extracted_directory,
        )
        return Path(app.coursedir.root, folder)


# ---- who handed in a file


def find_students(files: Iterable[PurePath], notebooks: Sequence[str], assignment: str) -> list[Download]:
    """Return the files whose student is known, by the platform's names, else by the folder or the file's name."""
    downloads, others = [], []
    for path in files:
        download = _by_platform(path)
        if download:
            downloads.append(download)
        else:
            others.append(path)
    in_several_folders = len({path.parts[0] for path in others if len(path.parts) > 1}) > 1
    for path in others:
        student = _by_name(path, notebooks, assignment, in_several_folders)
        if student:
            downloads.append(Download(path, student, PurePath(path.name)))
    return sorted(downloads, key=lambda download: download.path)


def _by_platform(path: PurePath) -> Download | None:
    """Return a file that Moodle or Canvas named, or whose folder they named."""
    for k, part in enumerate(path.parts):
        for pattern in (MOODLE, CANVAS):
            match = pattern.fullmatch(part)
            student = _clean(match["student"]) if match else ""
            if not match or not student:
                continue
            is_file = k == len(path.parts) - 1
            if is_file and not match["file"]:
                continue
            name = PurePath(match["file"]) if is_file else PurePath(*path.parts[k + 1 :])
            again = re.search(r"-(\d+)$", name.stem if is_file else part) if pattern is CANVAS else None
            return Download(path, student, name, match["number"], int(again[1]) if again else 0)
    return None


def _by_name(path: PurePath, notebooks: Sequence[str], assignment: str, in_several_folders: bool) -> str:
    """Return the student of a file that no platform named: the part before the first underscore of file or folder."""
    folders = [part for part in path.parts[:-1] if part not in (assignment, *notebooks)]
    before, underscore, rest = path.stem.partition("_")
    named_by_file = underscore and any(name in rest for name in notebooks)
    if named_by_file and not (folders and (in_several_folders or len(folders) > 1)):
        return _clean(before)
    return _clean(folders[-1].partition("_")[0]) if folders else ""


def _clean(student: str) -> str:
    """Return a name as one folder. A Mac decomposes accents and Korean syllables."""
    name = unicodedata.normalize("NFC", student).strip()
    return "" if name.startswith(".") or "/" in name else name


# ---- which file is the notebook of the assignment


def make_plan(downloads: Iterable[Download], notebooks: Sequence[str], endings: Sequence[str] = (NOTEBOOK,)) -> Plan:
    """Return which file becomes which notebook of which student. A second notebook keeps its own name."""
    plan = Plan()
    by_name: defaultdict[str, defaultdict[str, list[Download]]] = defaultdict(lambda: defaultdict(list))
    for download in downloads:
        by_name[download.student][download.number].append(download)
    for name, by_number in sorted(by_name.items()):
        students = {number: f"{name}_{number}" if len(by_number) > 1 else name for number in by_number}
        if len(by_number) > 1:
            plan.remarks.append(f"{name}: {len(by_number)} students have this name: {', '.join(students.values())}.")
        for number, files in by_number.items():
            _plan_student(plan, students[number], files, notebooks, endings)
    return plan


def _plan_student(
    plan: Plan, student: str, files: list[Download], notebooks: Sequence[str], endings: Sequence[str]
) -> None:
    own = [download for download in files if download.is_notebook]
    if not own:
        names = ", ".join(str(download.name) for download in files)
        plan.remarks.append(f"{student}: there is no notebook, only {names}. Ask for the notebook.")
    chosen = _choose(own, notebooks)
    taken = {f"{name}{NOTEBOOK}" for name in chosen.values()}
    base = next(iter(chosen)).name.parent if chosen else PurePath()
    for download in sorted(files, key=lambda download: -download.resubmission):
        ending = download.path.suffix
        if (endings and ending not in endings) or ending.lower() in ARCHIVES:
            continue
        name = chosen.get(download)
        if name is None:
            target = PurePath(download.name.name) if download.is_notebook else _beside(download, base)
            name = str(_free(target, taken).with_suffix(""))
        file_id = name + ending if "." in name else name  # nbgrader cuts it at the last dot
        plan.collected[download.path] = {**download.more, "student_id": student, "file_id": file_id}
    left = [download for download in own if download not in chosen]
    if left:
        plan.remarks.append(f"{student}: {_describe(chosen, left, notebooks)}")


def _choose(own: list[Download], notebooks: Sequence[str]) -> dict[Download, str]:
    """Return which downloaded notebook is which notebook of the assignment. Nothing is guessed between equals."""
    if len(own) == len(notebooks) == 1:
        return {own[0]: notebooks[0]}
    chosen: dict[Download, str] = {}
    for name in notebooks:
        rated = [(_likeness(download, name, notebooks), download) for download in own]
        best = max((rating for rating, _ in rated), default=(0, 0))
        candidates = [download for rating, download in rated if rating == best]
        # the same name twice: from two archives, of which the last one by name counts
        if best[0] == EXACT or (best[0] and len(candidates) == 1):
            chosen[candidates[-1]] = name
    return chosen


EXACT = 3


def _likeness(download: Download, name: str, notebooks: Sequence[str]) -> tuple[int, int]:
    """Return how well a file's name fits a notebook: EXACT, a copy (2), a name that contains it (1), or not at all."""
    stem = download.name.stem
    if stem == name or (download.resubmission and stem == f"{name}-{download.resubmission}"):
        return EXACT, download.resubmission
    longest = max((other for other in notebooks if other in stem), key=len, default="")
    if longest != name:
        return 0, 0
    return (2, 0) if re.fullmatch(re.escape(name) + r"(-Copy\d+|-\d+| ?\(\d+\))", stem) else (1, 0)


def _beside(download: Download, base: PurePath) -> PurePath:
    """Return the name of a file as the notebook in the folder `base` finds it, without Canvas's number."""
    name = download.name
    if len(name.parts) == 1 and download.resubmission:
        name = name.with_stem(name.stem.removesuffix(f"-{download.resubmission}"))
    return name.relative_to(base) if name.is_relative_to(base) else name


def _free(target: PurePath, taken: set[str]) -> PurePath:
    """Return a name that no other file of the student has, and take it."""
    free, number = target, 1
    while str(free) in taken:
        number += 1
        free = target.with_stem(f"{target.stem}-{number}")
    taken.add(str(free))
    return free


def _describe(chosen: dict[Download, str], left: list[Download], notebooks: Sequence[str]) -> str:
    others = ", ".join(str(download.path) for download in left)
    if not chosen:
        names = " or ".join(f"{name}{NOTEBOOK}" for name in notebooks) or "the assignment's notebook"
        return f"{len(left)} notebooks, none of them is {names}: {others}. All keep their names. Rename the right one."
    counted = ", ".join(f"{download.path} is collected as {name}{NOTEBOOK}" for download, name in chosen.items())
    return f"more than one notebook: {counted}; {others} is beside it."
