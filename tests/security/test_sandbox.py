"""What a confined process can and cannot do, on this host and on hosts with fewer defences."""

from __future__ import annotations

import errno
import os
import platform
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from autograder.engine.isolation import fork_client, probes, seccomp, self_test
from autograder.engine.isolation.folders import private_folder
from autograder.engine.isolation.policy import MIB, Policy, SandboxError
from autograder.engine.isolation.preload import BARE, Preload
from tests.support import fork_targets

ROOT = Path(__file__).parents[2]
HOSTS = {
    "this host": (),
    "no Landlock": ("tests.support.broken_hosts.no_landlock",),
    "no mounts": ("tests.support.broken_hosts.no_mounts",),
}
ATTACKS = ("read_outside", "write_outside", "spy", "connect", "forbidden_calls", "allocate", "big_file")


@pytest.fixture
def policy(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    folder = tmp_path_factory.mktemp("folder")
    return Policy(str(folder), memory=128 * MIB, processes=8, file_size=2 * MIB, disk=16 * MIB)


@pytest.fixture
def targets(tmp_path: Path) -> Iterator[dict[str, dict]]:
    """The targets of the attacks: a file, two listening sockets, this process."""
    secret, path = tmp_path / "secret", tmp_path / "socket"
    secret.write_text("secret")
    with socket.socket(socket.AF_UNIX) as unix, socket.create_server(("127.0.0.1", 0)) as tcp:
        unix.bind(str(path))
        unix.listen()
        yield {
            "read_outside": {"path": str(secret)},
            "write_outside": {"path": str(secret)},
            "spy": {"pid": os.getpid()},
            "connect": {"port": tcp.getsockname()[1], "path": str(path)},
            "forbidden_calls": {},
            "allocate": {"size": 1500 * MIB},
            "big_file": {"size": 2 * MIB},
        }


def run(function: str, args: dict | None = None, policy: Policy | None = None, modules: tuple = (), **more):
    """Return the result of a function of tests/fork_targets.py in a fork."""
    server = fork_client.server(Preload(modules) if modules else BARE)
    process = server.fork(getattr(fork_targets, function), args, sandbox=policy, **more)
    return process.result(60)


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_stopped(attack: str, host: str, targets: dict, policy: Policy) -> None:
    assert run("attempt", {"attack": attack, "args": targets[attack]}, policy, HOSTS[host]) is None


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_stopped_without_namespaces(attack: str, targets: dict, policy: Policy) -> None:
    alone = replace(policy, namespaces=False)
    assert run("attempt", {"attack": attack, "args": targets[attack]}, alone) is None


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_succeeds_without_the_sandbox(attack: str, targets: dict, tmp_path: Path) -> None:
    """Otherwise the tests above would prove nothing."""
    assert run("attempt", {"attack": attack, "args": targets[attack]}, cwd=str(tmp_path))


@pytest.mark.parametrize("namespaces", [True, False])
@pytest.mark.parametrize(
    ("attack", "args", "change", "reasons"),
    [
        ("fill_memory", {"size": 400 * MIB}, {}, {"memory"}),
        ("spin", {}, {"cpu_seconds": 0.5}, {"cpu"}),
        ("fork_often", {"limit": Policy("", processes=8).all_processes}, {}, {None, "processes"}),
        ("sleep", {"seconds": 60}, {"wall_seconds": 0.5}, {"wall"}),
        ("fill_folder", {"files": 40, "size": MIB}, {}, {None, "disk"}),
        ("fill_nameless", {"files": 40, "size": MIB}, {}, {None, "disk"}),
    ],
)
def test_a_limit_ends_the_process_and_is_named(
    attack: str, args: dict, change: dict, reasons: set, namespaces: bool, policy: Policy
) -> None:
    policy = replace(policy, namespaces=namespaces, **change)
    function = getattr(probes, attack, None) or getattr(fork_targets, attack)
    process = fork_client.server(BARE).fork(function, args, sandbox=policy)
    started = time.monotonic()
    try:
        assert process.result(60) is None  # the host refused it
    except fork_client.ForkError as end:
        assert end.reason is not None
    assert process.reason in reasons
    assert time.monotonic() - started < 45
    assert not psutil.pid_exists(process.pid)


@pytest.mark.parametrize("namespaces", [True, False])
@pytest.mark.parametrize(
    ("attack", "args", "change", "reasons"),
    [
        ("fill_memory", {"size": 400 * MIB}, {}, {"memory"}),
        ("spin", {}, {"cpu_seconds": 0.5}, {"cpu"}),
        ("fork_often", {"limit": Policy("", processes=8).all_processes}, {}, {None, "processes"}),
    ],
)
def test_a_process_whose_parent_has_ended_does_not_escape_a_limit(
    attack: str, args: dict, change: dict, reasons: set, namespaces: bool, policy: Policy
) -> None:
    confined = replace(policy, namespaces=namespaces, **change)
    process = fork_client.server(BARE).fork(probes.orphaned, {"attack": attack, "args": args}, sandbox=confined)
    try:
        assert process.result(60) is None
    except fork_client.ForkError as end:
        assert end.reason is not None
    assert process.reason in reasons


@pytest.mark.parametrize("namespaces", [True, False])
def test_the_cpu_limit_counts_children_that_nobody_waits_for(namespaces: bool, policy: Policy) -> None:
    """The process itself uses little, and the kernel tells nobody how much each of its children has used."""
    confined = replace(policy, namespaces=namespaces, cpu_seconds=1.0)
    started = time.monotonic()
    with pytest.raises(fork_client.ForkError) as end:
        fork_client.server(BARE).fork(probes.spin_in_children, sandbox=confined).result(60)
    assert end.value.reason == "cpu"
    assert time.monotonic() - started < 8


@pytest.mark.parametrize("attack", ["start_program", "run_own_code"])
def test_a_process_without_programs_runs_only_the_code_that_it_has(attack: str, policy: Policy) -> None:
    assert run("attempt", {"attack": attack, "args": {}}, replace(policy, programs=False)) is None
    assert run("attempt", {"attack": attack, "args": {}}, policy), "otherwise this proves nothing"


@pytest.mark.parametrize("namespaces", [True, False])
@pytest.mark.parametrize("host", ["this host", "no mounts"])
def test_its_own_folder_can_be_written(host: str, namespaces: bool, policy: Policy) -> None:
    given = replace(policy, namespaces=namespaces)
    (Path(policy.folder) / "given.txt").write_text("x")
    assert run("write_and_read", {"path": "own.txt"}, given, HOSTS[host]) == "mine"
    assert run("write_and_read", {"path": "given.txt"}, given, HOSTS[host]) == "mine"


def test_a_host_with_nothing_to_hide_files_with_confines_nothing(policy: Policy) -> None:
    with pytest.raises(SandboxError, match="cannot be hidden"):
        run("environment", policy=policy, modules=("tests.support.broken_hosts.no_isolation",))


def test_only_listed_files_can_be_read(policy: Policy) -> None:
    seen = run("seen_files", policy=policy)
    allowed = {"/dev/urandom", os.__file__, "/proc/cpuinfo", "/proc/self/status"}
    own_environment = "/proc/1/environ"  # in a namespace of processes, process 1 is the process itself
    assert {path for path, readable in seen.items() if readable} - {own_environment} == allowed


def test_a_link_out_of_the_folder_leads_nowhere(policy: Policy, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    Path(policy.folder, "link").symlink_to(secret)
    with pytest.raises(fork_client.ForkError, match=r"PermissionError|FileNotFoundError"):
        run("read", {"path": "link"}, policy)


def test_further_paths_can_be_read(policy: Policy, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "x").write_text("42")
    if os.geteuid() == 0:  # the process is another user
        os.chmod(data, 0o755)
    assert run("read", {"path": str(data / "x")}, replace(policy, read=(str(data),))) == "42"


def test_a_hidden_path_within_a_readable_one_is_refused(policy: Policy, tmp_path: Path) -> None:
    (tmp_path / "course").mkdir()
    with pytest.raises(SandboxError, match="is in"):
        replace(policy, read=(str(tmp_path),), hide=(str(tmp_path / "course"),)).resolved()


def test_the_repository_may_hold_the_environment(policy: Policy) -> None:
    """A .venv inside the repository is readable, the repository is not."""
    assert replace(policy, hide=(str(ROOT),)).resolved().hide


def test_copying_leaves_links_and_large_files_out(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "data.csv").write_text("1,2")
    (tmp_path / "link").symlink_to("/etc/passwd")
    os.link(tmp_path / "a" / "data.csv", tmp_path / "hard")
    (tmp_path / "own").write_text("x")
    folder = Path(private_folder(tmp_path))
    try:
        assert sorted(str(p.relative_to(folder)) for p in folder.rglob("*")) == ["a", "own"]
        with pytest.raises(SandboxError, match="more than 0 bytes"):
            private_folder(tmp_path, limit=0)
    finally:
        subprocess.run(["rm", "-r", folder], check=True)


def test_no_secret_is_in_the_environment(policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_PASSWORD", "secret")
    monkeypatch.setenv("LC_TIME", "C")
    seen = run("environment", policy=policy)
    assert "secret" not in str(seen)
    assert seen["LC_TIME"] == "C"
    assert seen["HOME"].startswith(seen["TMPDIR"].rsplit("/", 1)[0])


@pytest.mark.parametrize("in_memory", [True, False])
def test_what_one_fork_is_told_is_not_in_the_memory_of_the_next(
    in_memory: bool, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_PASSWORD", "kept-from-candidates")
    secrets = ["hidden-test-of-the-examiner", "kept-from-candidates"]
    server = fork_client.server(BARE)
    for _ in range(3):
        server.fork(fork_targets.keep_secret, {"secret": secrets[0]}).result(60)
    for secret in secrets:
        given = {"backwards": secret[::-1]}
        # a fork that knows the text finds it, otherwise this would prove nothing
        process = server.fork(fork_targets.search_memory, {**given}, sandbox=None if in_memory else policy)
        found = process.result(120)
        assert (found > 0) == (in_memory and secret == secrets[1])


def test_only_stream_pairs_are_left_of_sockets(policy: Policy) -> None:
    got = run("sockets", policy=policy)
    assert [name for name, had in got.items() if had] == ["stream pair"]


def test_every_listed_system_call_is_refused(policy: Policy) -> None:
    column = seccomp.MACHINES.index(platform.machine())
    calls = {name: numbers[column] for name, numbers in seccomp.DENIED.items() if numbers[column] is not None}
    seen = run("system_calls", {"calls": calls}, policy)
    assert {name for name, number in seen.items() if number != errno.EPERM} == set()


def test_a_system_call_newer_than_the_filter_does_not_exist(policy: Policy) -> None:
    newer = {f"number {number}": number for number in range(seccomp.NEWEST + 1, seccomp.NEWEST + 20)}
    assert set(run("system_calls", {"calls": newer}, policy).values()) == {errno.ENOSYS}


def test_ordinary_work_goes_on(policy: Policy) -> None:
    assert run("ordinary_work", policy=policy) == "[0, 1, 2, 3, 4, 5, 6, 7] hello True"


def test_no_descriptor_leaks_into_the_process(policy: Policy) -> None:
    kinds = run("descriptors", policy=policy)
    others = [kind for kind in kinds if not kind.startswith(("/dev/null", "/proc/"))]
    assert len(others) == 1 and others[0].startswith("socket:")  # the socket for its result


def test_root_and_others_own_nothing_of_the_process(policy: Policy) -> None:
    """No matter who starts it, the process is not root, or has none of root's privileges."""
    assert run("attempt", {"attack": "who", "args": {"expected": os.getuid()}}, policy) is None


def _interpreter_for_all() -> str:
    """Return a Python of this version that another user may run."""
    here = os.path.realpath(sys.executable)
    if all(os.stat(parent).st_mode & 0o001 for parent in Path(here).parents):
        return sys.executable
    return f"/usr/bin/python3.{sys.version_info.minor}"


def test_a_plain_user_is_confined_as_well() -> None:
    """The self-test finds that every defence holds when an ordinary user grades, except that nobody gave a cgroup."""
    path = os.pathsep.join([str(ROOT), str(Path(psutil.__file__).parent.parent)])
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": "/tmp",
        "PYTHONPATH": path,
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    user = {"user": 12345, "group": 12345, "extra_groups": []} if os.geteuid() == 0 else {}
    code = "from autograder.engine.isolation import self_test; print(self_test.report())"
    interpreter = _interpreter_for_all() if user else sys.executable
    done = subprocess.run(
        [interpreter, "-c", code],
        env=environment,
        cwd="/",
        capture_output=True,
        text=True,
        timeout=120,
        **user,
    )
    lines = done.stdout.splitlines()
    assert lines, done.stderr
    assert "Landlock" in lines[0] or "root folder" in lines[0]
    (left,) = (line for line in lines[1:] if not line.startswith("holds"))
    assert left.startswith("open   memory in the kernel, beside sockets: ") and "systemd-run --user" in left
    assert len(lines) == 27


def test_grading_without_a_sandbox_must_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    self_test.require()
    shown = [self_test.Finding("network and other sockets", False, "reached", essential=True)]
    monkeypatch.setattr(self_test, "examine", lambda essential_only: shown)
    with pytest.raises(SandboxError, match=r"network and other sockets.*--no-sandbox"):
        self_test.require()
    self_test.require(no_sandbox=True)


def test_what_outlives_the_process_is_killed(policy: Policy) -> None:
    server = fork_client.server(BARE)
    for given in (policy, replace(policy, namespaces=False), None):
        server.fork(fork_targets.outlive, {"seconds": 4321.5}, sandbox=given).result(60)
        until = time.monotonic() + 20  # the supervisor takes a moment to end
        while psutil.Process(server.pid).children(recursive=True):
            assert time.monotonic() < until, "something is left"
            time.sleep(0.05)


def test_the_status_tells_how_a_process_ended() -> None:
    process = fork_client.server(BARE).fork(fork_targets.die, {"number": int(signal.SIGKILL)})
    with pytest.raises(fork_client.ForkError) as end:
        process.result(60)
    assert end.value.returncode == -signal.SIGKILL and end.value.reason is None
