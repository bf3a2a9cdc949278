"""Memory cgroups: where they may be made, what is written, and what is removed, on a hierarchy of ordinary files."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from autograder.engine.isolation import cgroups
from autograder.engine.isolation.cgroups import VARIABLE, Group, NoGroupError
from autograder.engine.isolation.policy import MIB, Policy

POLICY = Policy("/nowhere", memory=100 * MIB, disk=10 * MIB)
LIMIT = str(622 * MIB)
GONE = 2**22 + 1  # larger than any process id


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A host whose hierarchy of cgroup v2 shows a part below /users; this process is in /users/scope."""
    (tmp_path / "proc").mkdir()
    (tmp_path / "proc/cgroup").write_text("4:memory:/elsewhere\n0::/users/scope\n")
    mount = f"33 22 0:28 /users {tmp_path}/fs rw,nosuid shared:4 - cgroup2 cgroup2 rw\n"
    (tmp_path / "proc/mountinfo").write_text(f"32 22 0:27 / {tmp_path}/memory rw - cgroup cgroup rw,memory\n{mount}")
    write_group(tmp_path / "fs/scope")
    really = os.rmdir

    def rmdir(path: str) -> None:  # the files of a group go with it
        for file in Path(path).iterdir():
            file.unlink()
        really(path)

    monkeypatch.setattr(os, "rmdir", rmdir)
    return tmp_path


def write_group(folder: Path, controllers: str = "cpu memory", processes: str = "") -> Path:
    folder.mkdir(parents=True)
    (folder / "cgroup.controllers").write_text(controllers + "\n")
    (folder / "cgroup.subtree_control").write_text("")
    (folder / "cgroup.procs").write_text(processes)
    return folder


def delegate(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    def mark(path: str, name: str) -> bytes:
        if (path, name) != (str(folder), "user.delegate"):
            raise OSError
        return b"1"

    monkeypatch.setattr(os, "getxattr", mark)


def find(host: Path, **variables: str) -> str:
    return cgroups.find_parent(variables, str(host / "proc"))


def test_a_group_that_nobody_gave_is_left_alone(host: Path) -> None:
    with pytest.raises(NoGroupError, match=f"systemd-run --user --scope.*{VARIABLE}"):
        find(host)
    assert (host / "fs/scope/cgroup.subtree_control").read_text() == ""


def test_a_delegated_group_is_used_and_left_by_its_processes(host: Path, monkeypatch) -> None:
    scope = host / "fs/scope"
    delegate(monkeypatch, scope)
    (scope / "cgroup.procs").write_text("17\n")
    assert find(host) == str(scope)
    assert (scope / "autograder/cgroup.procs").read_text() == "17"
    assert (scope / "cgroup.subtree_control").read_text() == "+memory"


def test_a_later_command_in_the_same_scope_finds_the_same_group(host: Path, monkeypatch) -> None:
    (host / "proc/cgroup").write_text("0::/users/scope/autograder\n")
    delegate(monkeypatch, host / "fs/scope")
    assert find(host) == str(host / "fs/scope")


def test_a_named_group_keeps_its_processes(host: Path) -> None:
    named = write_group(host / "fs/named", processes="17\n")
    assert find(host, **{VARIABLE: str(named)}) == str(named)
    assert not (named / "autograder").exists()


def test_a_named_group_that_cannot_be_used_is_an_error(host: Path, monkeypatch) -> None:
    with pytest.raises(NoGroupError, match="cannot be used: No such file"):
        find(host, **{VARIABLE: str(host / "missing")})
    with pytest.raises(NoGroupError, match="has no memory controller"):
        find(host, **{VARIABLE: str(write_group(host / "fs/bare", "cpu"))})
    with pytest.raises(NoGroupError, match="has no memory controller"):
        find(host, **{VARIABLE: str(write_group(host / "fs/barer", ""))})
    monkeypatch.setenv(VARIABLE, str(host / "missing"))
    with pytest.raises(NoGroupError):
        cgroups.parent_if_given(os.environ)
    assert cgroups.parent_if_given({}) == ""


def let_the_kernel_fill(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Give every new folder these files, as the kernel does for a new group."""
    really = os.mkdir

    def mkdir(path: str, mode: int = 0o777) -> None:
        really(path, mode)
        for name in names:
            Path(path, name).write_text("")

    monkeypatch.setattr(os, "mkdir", mkdir)


def test_limits_of_version_2_include_swap_and_end_the_whole_group(host: Path, monkeypatch) -> None:
    let_the_kernel_fill(monkeypatch, "memory.swap.max", "memory.oom.group")
    group = Group.create(str(host / "fs/scope"), POLICY)
    written = {path.name: path.read_text() for path in Path(group.path).iterdir()}
    assert written == {"memory.max": LIMIT, "memory.swap.max": "0", "memory.oom.group": "1"}
    assert group.path == f"{host}/fs/scope/autograder-{os.getpid()}"
    group.enter()
    assert Path(group.path, "cgroup.procs").read_text() == "0"
    group.remove()
    assert not os.path.exists(group.path)


def test_limits_of_version_1(host: Path, monkeypatch) -> None:
    named = host / "memory/course"
    named.mkdir(parents=True)
    (named / "memory.limit_in_bytes").write_text("9223372036854771712")
    assert find(host, **{VARIABLE: str(named)}) == str(named)
    let_the_kernel_fill(monkeypatch, "memory.limit_in_bytes", "memory.memsw.limit_in_bytes")
    group = Group.create(str(named), POLICY)
    written = {path.name: path.read_text() for path in Path(group.path).iterdir()}
    assert written == {"memory.limit_in_bytes": LIMIT, "memory.memsw.limit_in_bytes": LIMIT}


@pytest.mark.parametrize("name", ["memory.events", "memory.oom_control"])
def test_what_the_kernel_killed_is_noticed(host: Path, name: str) -> None:
    group = Group(str(host / "fs/scope"))
    assert not group.has_killed()
    (host / "fs/scope" / name).write_text("oom 3\noom_kill 0\n")
    assert not group.has_killed()
    (host / "fs/scope" / name).write_text("oom 3\noom_kill 2\n")
    assert group.has_killed()


def test_groups_of_killed_supervisors_are_removed_and_others_stay(host: Path, monkeypatch) -> None:
    scope, killed = host / "fs/scope", []
    write_group(scope / f"autograder-{GONE}", processes="0\n12345\n")
    write_group(scope / f"autograder-{os.getpid()}")
    write_group(scope / "autograder-mine")
    write_group(scope / "other")
    monkeypatch.setattr(os, "kill", lambda pid, number: killed.append((pid, number)))
    cgroups.remove_stale(str(scope))
    folders = {path.name for path in scope.iterdir() if path.is_dir()}
    assert folders == {f"autograder-{os.getpid()}", "autograder-mine", "other"}
    assert killed == [(12345, signal.SIGKILL)]
