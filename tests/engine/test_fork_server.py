"""The fork server: its start, its forks, its end, and what happens without one."""

from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from autograder.engine.execution import warm_up
from autograder.engine.execution.warm_up import find_server
from autograder.engine.isolation import fork_client, fork_server
from autograder.engine.isolation.fork_client import ForkError, ForkServer, NoForkServerError
from autograder.engine.isolation.policy import Policy
from autograder.engine.isolation.preload import BARE, Preload
from tests.support import fork_targets

ROOT = Path(__file__).parents[2]


@pytest.fixture
def policy(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    return Policy(str(tmp_path_factory.mktemp("folder")))


def eventually(condition, seconds: float = 30.0) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.05)
    return bool(condition())


def test_starting_it_does_not_wait_for_the_imports() -> None:
    started = time.monotonic()
    warm_up.prestart()
    assert time.monotonic() - started < 2


def test_it_has_one_thread_and_all_libraries() -> None:
    ready = warm_up.server().wait_ready()
    assert ready["threads"] == 1 and ready["missing"] == []
    assert len(psutil.Process(warm_up.server().pid).threads()) == 1


def test_every_fork_draws_other_numbers_and_again_others_than_its_parent() -> None:
    drawn = [warm_up.server().fork(fork_targets.draws).result(120) for _ in range(3)]
    for numbers in zip(*drawn, strict=True):
        assert len(set(numbers)) == 3


def test_a_fork_need_not_look_up_the_files_of_all_modules_to_show_an_error() -> None:
    assert warm_up.server().fork(fork_targets.files_looked_up).result(60) < 10


def test_tensorflow_works_in_a_confined_fork(policy: Policy) -> None:
    process = warm_up.server().fork(fork_targets.tensorflow_works, sandbox=policy)
    assert process.result(200) == [208, 42, True, True]


def test_a_library_that_starts_threads_is_found_out() -> None:
    with pytest.raises(NoForkServerError, match="threads after the imports"):
        ForkServer(Preload(("tests.support.broken_hosts.running_thread",))).wait_ready()


def test_a_fork_that_does_not_work_is_found_out() -> None:
    with pytest.raises(NoForkServerError, match=r"the proof in a fork failed: RuntimeError: no air down here"):
        ForkServer(Preload(proof=fork_targets.sick)).wait_ready()
    with pytest.raises(NoForkServerError, match=r"the proof in a fork failed: it hangs or died"):
        ForkServer(Preload(proof=fork_targets.hang, proof_seconds=0.5)).wait_ready()
    with pytest.raises(NoForkServerError, match=r"the proof in a fork failed: it hangs or died"):
        ForkServer(Preload(proof=os.abort)).wait_ready()


def test_a_failing_import_is_named_and_a_missing_library_is_not_a_failure() -> None:
    assert ForkServer(Preload(("not_installed",))).wait_ready()["missing"] == ["not_installed"]
    with pytest.raises(NoForkServerError, match="antigravity_is_broken"):
        ForkServer(Preload(("tests.support.broken_hosts.missing_library",))).wait_ready()


def test_threads_of_blas_are_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "2")
    ready = ForkServer(replace(warm_up.PRELOAD, modules=("numpy",))).wait_ready()
    assert ready["threads"] == min(2, os.cpu_count() or 1)


def test_the_count_of_threads_is_checked() -> None:
    stop = threading.Event()
    many = [threading.Thread(target=stop.wait) for _ in range(1 + (os.cpu_count() or 1))]
    for thread in many:
        thread.start()
    try:
        with pytest.raises(fork_server.NotForkSafeError):
            fork_server.check_threads(1)
    finally:
        stop.set()


def test_a_function_returns_its_value_or_its_error_in_one_line() -> None:
    server = fork_client.server(BARE)
    assert server.fork(fork_targets.add, {"a": 1, "b": 2}).result(60) == 3
    with pytest.raises(ForkError, match="KeyError: 'no such thing'"):
        server.fork(fork_targets.fail).result(60)
    with pytest.raises(ForkError) as end:
        server.fork(fork_targets.leave, {"status": 7}).result(60)
    assert end.value.returncode == 7
    with pytest.raises(ForkError, match="SystemExit"):
        server.fork(sys.exit).result(60)


def test_a_function_that_takes_too_long_is_ended() -> None:
    process = fork_client.server(BARE).fork(fork_targets.sleep, {"seconds": 60})
    with pytest.raises(ForkError, match="no result after"):
        process.result(0.3)
    assert not psutil.pid_exists(process.pid)


@pytest.mark.parametrize("confined", [False, True])
def test_descriptors_are_handed_over(confined: bool, policy: Policy) -> None:
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            process = fork_client.server(BARE).fork(
                fork_targets.shout, fds=[theirs.fileno()], sandbox=policy if confined else None
            )
        ours.sendall(b"hello")
        assert ours.recv(100) == b"HELLO"
        assert process.result(60) == "done"


def test_a_signal_reaches_the_process() -> None:
    process = fork_client.server(BARE).fork(fork_targets.interrupted)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    assert process.result(60) == "interrupted"


def test_a_process_that_ignores_sigterm_is_killed_all_the_same(policy: Policy) -> None:
    process = fork_client.server(BARE).fork(fork_targets.ignore_sigterm, sandbox=policy)
    time.sleep(0.3)
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == -signal.SIGKILL


# ---- its end ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("confined", [False, True])
def test_a_fork_that_is_killed_leaves_nothing(
    confined: bool, policy: Policy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    server = fork_client.server(BARE)
    process = server.fork(fork_targets.start_another_and_sleep, sandbox=policy if confined else None)
    assert len(list(tmp_path.iterdir())) == confined
    assert eventually(lambda: len(psutil.Process(server.pid).children(recursive=True)) >= 3)
    process.kill()
    assert process.wait(30) == -signal.SIGKILL
    assert eventually(lambda: not psutil.Process(server.pid).children(recursive=True))
    assert list(tmp_path.iterdir()) == []


OWNER = """
import time
from autograder.engine.isolation import fork_client
from autograder.engine.isolation.policy import Policy
from autograder.engine.isolation.preload import BARE
from tests.support import fork_targets
server = fork_client.server(BARE)
forks = [server.fork(fork_targets.sleep, {{"seconds": 600}}, sandbox=policy) for policy in (None, Policy({folder!r}))]
print(*[each.pid for each in forks], server.pid, flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_nothing_is_left_when_the_owner_dies(number: int, policy: Policy, tmp_path: Path) -> None:
    code = OWNER.format(folder=policy.folder)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment) as owner:
        assert owner.stdout is not None
        pids = [int(pid) for pid in owner.stdout.readline().split()]
        assert len(pids) == 3 and all(psutil.pid_exists(pid) for pid in pids)
        assert len(list(tmp_path.iterdir())) == 1
        owner.send_signal(number)
        owner.wait(30)
    assert eventually(lambda: not any(psutil.pid_exists(pid) for pid in pids))
    assert eventually(lambda: list(tmp_path.iterdir()) == [])


def test_forks_end_when_the_server_is_killed_and_the_next_finds_a_new_one() -> None:
    server = fork_client.server(BARE)
    process = server.fork(fork_targets.sleep, {"seconds": 600})
    os.kill(server.pid, signal.SIGKILL)
    assert process.wait(30) == -signal.SIGKILL
    assert eventually(lambda: not psutil.pid_exists(process.pid))
    assert fork_client.server(BARE) is not server
    assert fork_client.server(BARE).fork(fork_targets.add, {"a": 1, "b": 2}).result(60) == 3


def test_a_supervisor_that_is_killed_takes_all_with_it() -> None:
    server = fork_client.server(BARE)
    process = server.fork(fork_targets.start_another_and_sleep)
    assert eventually(lambda: len(psutil.Process(server.pid).children(recursive=True)) >= 3)
    os.kill(psutil.Process(process.pid).ppid(), signal.SIGKILL)
    assert eventually(lambda: not psutil.Process(server.pid).children(recursive=True))
    assert process.wait(30) == -signal.SIGKILL


def test_a_server_that_is_closed_takes_no_more_requests() -> None:
    server = ForkServer(BARE)
    server.wait_ready()
    server.close()
    with pytest.raises(NoForkServerError, match="has ended"):
        server.fork(fork_targets.draws)


def test_a_request_that_is_too_large_is_refused() -> None:
    with pytest.raises(ValueError, match="more than 150000"):
        fork_client.server(BARE).fork(fork_targets.add, {"a": "x" * 200_000, "b": ""})


# ---- if there is none -------------------------------------------------------------------------------


def test_a_server_whose_forks_fail_gives_way_to_an_ordinary_process_or_to_a_bare_server(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, policy: Policy
) -> None:
    monkeypatch.setattr(warm_up, "PRELOAD", Preload(proof=fork_targets.sick))
    with caplog.at_level(logging.WARNING):
        assert find_server(os.environ, None) is None
    (line,) = [record.getMessage() for record in caplog.records if "ordinary" in record.getMessage()]
    assert "no air down here" in line
    bare = find_server(os.environ, policy)
    assert bare is fork_client.server(BARE)
    with pytest.raises(ForkError, match=r"PermissionError|FileNotFoundError"):
        bare.fork(fork_targets.read, {"path": "/etc/shadow"}, sandbox=policy).result(60)


def test_another_backend_of_keras_gets_an_ordinary_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm_up, "PRELOAD", replace(warm_up.PRELOAD, modules=("numpy",)))
    assert find_server(os.environ, None) is warm_up.server()
    assert find_server({**os.environ, "KERAS_BACKEND": "jax"}, None) is None


def test_other_systems_have_no_fork_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(NoForkServerError, match="Linux"):
        ForkServer(BARE)


def test_it_can_be_imported_where_nothing_of_this_exists() -> None:
    """Windows has neither `resource` nor `fcntl`, but grading without the sandbox must still start there."""
    missing = "import sys; sys.modules['resource'] = sys.modules['fcntl'] = None"
    modules = ["isolation.fork_client", "execution.student_handle", "execution.student_process"]
    code = f"{missing}; import {', '.join(f'autograder.engine.{name}' for name in modules)}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, timeout=120)
