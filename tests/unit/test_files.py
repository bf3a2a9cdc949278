"""Files are written completely or not at all, and a line says why one cannot be written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from autograder.engine.files import atomic_write, describe_file_error


@pytest.mark.parametrize("place", ["a folder", "a file above"])
def test_a_file_that_cannot_be_written_is_named_and_nothing_is_left(tmp_path: Path, place: str) -> None:
    target = tmp_path / "feedback" / "page.html"
    if place == "a folder":
        target.mkdir(parents=True)
    else:
        target.parent.write_text("x")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OSError) as raised:
        atomic_write(target, "text")
    line = describe_file_error(raised.value)
    assert line.startswith(f"{target} cannot be used (") and "run the command again" in line
    assert sorted(tmp_path.rglob("*")) == before


def test_a_full_disk_is_named_with_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "chmod", full)
    with pytest.raises(OSError) as raised:
        atomic_write(tmp_path / "page.html", "text")
    line = describe_file_error(raised.value)
    assert line.startswith(f"{tmp_path / 'page.html'} cannot be written, because the disk is full")
    assert not list(tmp_path.iterdir())


def test_an_error_that_names_no_file_has_no_line() -> None:
    assert describe_file_error(OSError("odd")) == ""
