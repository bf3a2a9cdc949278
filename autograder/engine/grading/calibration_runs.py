"""Calibrates a source notebook once, and keeps the result in a file until the notebook or the engine changes."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

from nbformat import NotebookNode

from autograder.engine.execution import warm_up
from autograder.engine.execution.deadline import within
from autograder.engine.files import atomic_write
from autograder.engine.fingerprint import fingerprint
from autograder.engine.grading.calibration import Calibration, all_checks, find_differences
from autograder.engine.grading.folders import Folders
from autograder.engine.grading.grader import CONFINED, DEFAULT
from autograder.engine.grading.limits import Limits
from autograder.engine.grading.outcome import Outcome
from autograder.engine.grading.session import Session
from autograder.engine.isolation.policy import Policy
from autograder.engine.notebook.read import read_notebook
from autograder.engine.notebook.restore import restore

log = logging.getLogger("autograder")


FOLDER = "build/calibration"
"""The folder of the results in a course."""
LARGEST = 20 * 2**20
"""Largest file beside a source notebook that the reference solution gets, in bytes."""


def calibrate(
    source: NotebookNode,
    files: Mapping[str, bytes] | None = None,
    limits: Limits = DEFAULT,
    policy: Policy | None = CONFINED,
    import_from: Sequence[str] = (),
    preload: Sequence[str] | None = None,
) -> Calibration:
    """Grade the reference solution in one process and in two, and return how the checks have to run.

    Args:
        source: the source notebook with hidden checks and solutions. It is not changed.
        files: other files of the assignment, by relative name.
        limits: the limits on the notebook, for each of the runs.
        policy: how the student process is confined.
        import_from: folders of the course from which given cells may import.
        preload: libraries that are imported before the processes start.

    Raises:
        AutograderError: the machine lacks something that grading needs.
        OutOfTimeError: the reference solution takes longer than a submission may.
    """
    reference = json.dumps(source).encode()
    warm_up.await_server(preload)

    def run(together: Mapping[str, str]) -> tuple[Outcome, Mapping[str, list[str]]]:
        session = Session(limits, policy, import_from, preload, Calibration(together, None))
        nb, _ = restore(read_notebook(reference), source)
        folders = Folders.with_files(files or {})
        try:
            outcome = within(limits.last_second, lambda: session.judge(nb, source, folders), session.stop, limits.grace)
        finally:
            folders.remove()
        return outcome, session.uses

    return find_differences(source, run) if all_checks(source) else Calibration()


def kept_calibration(
    kept: Path,
    source: NotebookNode,
    files: Mapping[str, bytes],
    limits: Limits = DEFAULT,
    policy: Policy | None = CONFINED,
    import_from: Sequence[str] = (),
    preload: Sequence[str] | None = None,
) -> Calibration:
    """Return the calibration in the file `kept`, or make it if the file is missing or was made for something else.

    The other arguments and errors are those of `calibrate`. A folder that cannot be written is no error.
    """
    key = _key_of(source, files, preload)
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        content = json.loads(kept.read_text(encoding="utf-8"))
        if content["key"] == key:
            return Calibration.from_dict(content)
    log.info("%s: comparing the checks of the reference solution in one process and in two", kept.stem)
    calibration = calibrate(source, files, limits, policy, import_from, preload)
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(kept, json.dumps({"key": key, **calibration.as_dict()}, indent=1, ensure_ascii=False) + "\n")
    except OSError as error:
        log.info("%s: the calibration cannot be kept (%s)", kept, error)
    return calibration


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the files beside a source notebook by relative name, except notebooks and very large files."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in (".ipynb", ".pyc")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if path.stat().st_size <= LARGEST}


def _key_of(source: NotebookNode, files: Mapping[str, bytes], preload: Sequence[str] | None) -> str:
    """Return a hash of everything that a calibration depends on."""
    contents = sorted((name, hashlib.sha256(content).hexdigest()) for name, content in files.items())
    everything = [source, contents, preload, fingerprint()]
    return hashlib.sha256(json.dumps(everything, sort_keys=True).encode()).hexdigest()
