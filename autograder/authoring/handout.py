"""Packs what students get: the student's notebooks, the environment, their README with its pictures, nothing else."""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
from pathlib import Path

from autograder.authoring.leaks import find_leaks
from autograder.course.assignment import RELEASE, ROOT, CourseError

NAME = "simple-rnn-course"
STUDENT_README = ROOT / "docs" / "for-students.md"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""Time stamp of every file in the zip, so that the same files give the same bytes."""


def make_handout(target: Path = ROOT / "dist", release: Path = RELEASE) -> tuple[Path, Path]:
    """Write the hand-out to `target`, as a folder that can be pushed as a public repository and as a zip of it.

    Returns:
        The folder and the zip.

    Raises:
        CourseError: a file would show a solution or a hidden check; what lay in `target` is as before.
    """
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target) as scratch:
        tree = Path(scratch) / NAME
        shutil.copytree(release, tree / "release", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
        shutil.copy(ROOT / "environment.yml", tree)
        shutil.copy(ROOT / "LICENSE", tree)
        shutil.copy(STUDENT_README, tree / "README.md")
        for picture in pictures(STUDENT_README):
            (tree / picture).parent.mkdir(exist_ok=True)
            shutil.copy(STUDENT_README.parent / picture, tree / picture)
        leaks = find_leaks(tree)
        if leaks:
            raise CourseError("The hand-out would give away:\n" + "\n".join(leaks) + "\nRun `make build` first.")
        archive = _zip(tree, Path(scratch) / f"{NAME}.zip")
        folder = target / NAME
        if folder.exists():
            shutil.rmtree(folder)
        tree.rename(folder)
        return folder, archive.rename(target / archive.name)


def pictures(guide: Path) -> list[str]:
    """The pictures that a guide shows, as paths relative to it."""
    return re.findall(r"!\[[^\]]*\]\(([^)\s]+)\)", guide.read_text(encoding="utf-8"))


def _zip(tree: Path, archive: Path) -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(p for p in tree.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(str(path.relative_to(tree.parent)), EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, path.read_bytes())
    return archive
