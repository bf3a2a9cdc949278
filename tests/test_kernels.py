"""Warm kernels: forked, interrupted, restarted, ended, and the ordinary kernel where they cannot be."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import nbformat
import psutil
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from nbclient import NotebookClient

from autograder import forkserver, kernels, warm
from autograder.kernels import NoWarmProcessError, WarmProvisioner
from autograder.sandbox import Policy

ROOT = Path(__file__).parent.parent
SMALL = (
    "numpy",
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "autograder.confined",
)  # for what needs no TensorFlow


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> kernels.WarmServer:
    """A server that starts quickly, for all managers of the test."""
    monkeypatch.setattr(warm, "MODULES", SMALL)
    return kernels.server()


@pytest.fixture
def policy(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    return Policy(str(tmp_path_factory.mktemp("folder")))


class Session:
    """A kernel and a client, used step by step."""

    def __init__(self, manager: AsyncKernelManager) -> None:
        self.manager = manager

    async def __aenter__(self) -> Session:
        await self.manager.start_kernel(cwd="/tmp")
        self.client = self.manager.client()
        self.client.start_channels()
        await self.client.wait_for_ready(timeout=90)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.client.stop_channels()
        await self.manager.shutdown_kernel(now=True)

    @property
    def process(self) -> kernels.WarmProcess:
        provisioner = self.manager.provisioner
        assert isinstance(provisioner, WarmProvisioner)
        assert isinstance(provisioner.process, kernels.WarmProcess)
        return provisioner.process

    async def run(self, code: str) -> str:
        """Give what a cell prints, shows or raises."""
        seen: list[str] = []

        def hook(message: dict) -> None:
            content = message["content"]
            text = content.get("text") or content.get("data", {}).get("text/plain") or content.get("ename")
            if message["msg_type"] in ("stream", "execute_result", "error") and text:
                seen.append(text)

        await self.client.execute_interactive(code, output_hook=hook, timeout=90)
        return "".join(seen).strip()


def drive(steps) -> None:
    asyncio.run(asyncio.wait_for(steps, 240))


def eventually(condition, seconds: float = 30.0) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.05)
    return bool(condition())


# ---- the warm process -------------------------------------------------------------------------------


def test_starting_it_does_not_wait_for_the_imports() -> None:
    started = time.monotonic()
    kernels.prestart()
    assert time.monotonic() - started < 2


def test_it_has_one_thread_and_all_libraries() -> None:
    ready = kernels.server().wait_ready()
    assert ready["threads"] == 1 and ready["missing"] == []
    assert len(psutil.Process(kernels.server().pid).threads()) == 1


def test_every_fork_draws_other_numbers_and_again_others_than_its_parent() -> None:
    drawn = [kernels.server().fork("tests.inside:draws").result(120) for _ in range(3)]
    for numbers in zip(*drawn, strict=True):
        assert len(set(numbers)) == 3


def test_tensorflow_works_in_a_confined_fork(policy: Policy) -> None:
    process = kernels.server().fork("tests.inside:tensorflow_works", sandbox=policy)
    assert process.result(200) == [208, 42, True, True]


def test_a_library_that_starts_threads_is_found_out() -> None:
    with pytest.raises(NoWarmProcessError, match="threads after the imports"):
        kernels.WarmServer(("tests.server_with_a_thread",)).wait_ready()


def test_a_fork_that_does_not_work_is_found_out() -> None:
    with pytest.raises(NoWarmProcessError, match=r"the canary failed: RuntimeError: no air down here"):
        kernels.WarmServer(("tests.server_with_a_sick_canary",)).wait_ready()


def test_a_failing_import_is_named_and_a_missing_library_is_not_a_failure() -> None:
    assert kernels.WarmServer(("not_installed",)).wait_ready()["missing"] == ["not_installed"]
    with pytest.raises(NoWarmProcessError, match="antigravity_is_broken"):
        kernels.WarmServer(("tests.server_that_imports_antigravity_is_broken",)).wait_ready()


def test_threads_of_blas_are_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "2")
    ready = kernels.WarmServer(("numpy",)).wait_ready()
    assert ready["threads"] == min(2, os.cpu_count() or 1)


def test_the_count_of_threads_is_checked() -> None:
    stop = threading.Event()
    many = [threading.Thread(target=stop.wait) for _ in range(1 + (os.cpu_count() or 1))]
    for thread in many:
        thread.start()
    try:
        with pytest.raises(forkserver.NotForkSafeError):
            forkserver.check_threads()
    finally:
        stop.set()


def test_a_function_returns_its_value_or_its_error_in_one_line() -> None:
    server = kernels.server(())
    assert server.fork("tests.inside:add", {"a": 1, "b": 2}).result(60) == 3
    with pytest.raises(kernels.ForkError, match="KeyError: 'no such thing'"):
        server.fork("tests.inside:fail").result(60)
    with pytest.raises(kernels.ForkError) as end:
        server.fork("tests.inside:leave", {"status": 7}).result(60)
    assert end.value.returncode == 7


def test_a_function_that_takes_too_long_is_ended() -> None:
    process = kernels.server(()).fork("tests.inside:sleep", {"seconds": 60})
    with pytest.raises(kernels.ForkError, match="no result after"):
        process.result(0.3)
    assert not psutil.pid_exists(process.pid)


@pytest.mark.parametrize("confined", [False, True])
def test_descriptors_are_handed_over(confined: bool, policy: Policy) -> None:
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            process = kernels.server(()).fork(
                "tests.inside:shout", fds=[theirs.fileno()], sandbox=policy if confined else None
            )
        ours.sendall(b"hello")
        assert ours.recv(100) == b"HELLO"
        assert process.result(60) == "done"


def test_a_signal_reaches_the_process() -> None:
    process = kernels.server(()).fork("tests.inside:interrupted")
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    assert process.result(60) == "interrupted"


def test_a_process_that_ignores_sigterm_is_killed_all_the_same(policy: Policy) -> None:
    process = kernels.server(()).fork("tests.inside:ignore_sigterm", sandbox=policy)
    time.sleep(0.3)
    process.terminate()
    assert process.wait(30) == -signal.SIGKILL


# ---- kernels ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("confined", [False, True])
def test_a_warm_kernel_has_tensorflow_at_once(confined: bool, policy: Policy) -> None:
    kernels.server().wait_ready()

    async def steps() -> None:
        started = time.monotonic()
        async with Session(kernels.kernel_manager(sandbox=policy if confined else None)) as session:
            seconds = float(
                await session.run(
                    "import time, sys; a = time.time(); import tensorflow, keras, tf_keras; time.time() - a"
                )
            )
            assert seconds < 0.5
            assert time.monotonic() - started < 10  # well below a second on an idle machine
            assert (
                await session.run("keras.layers.Dense(2)(__import__('numpy').ones((1, 3))).shape")
                == "TensorShape([1, 2])"
            )
            assert session.manager.transport == "ipc"

    drive(steps())


@pytest.mark.parametrize("confined", [False, True])
def test_interrupt_and_restart(confined: bool, policy: Policy, small: kernels.WarmServer) -> None:
    async def steps() -> None:
        async with Session(kernels.kernel_manager(sandbox=policy if confined else None)) as session:
            sleeping = asyncio.ensure_future(session.run("import time; time.sleep(60)"))
            await asyncio.sleep(1)
            await session.manager.interrupt_kernel()
            assert await sleeping == "KeyboardInterrupt"
            await session.run("x = 1")
            first = session.process
            await session.manager.restart_kernel(now=True)
            await session.client.wait_for_ready(timeout=90)
            assert await session.run("x") == "NameError"
            assert session.process is not first and first.poll() is not None

    drive(steps())


def test_a_kernel_that_exits_is_seen_with_its_status(small: kernels.WarmServer) -> None:
    async def steps() -> None:
        async with Session(kernels.kernel_manager()) as session:
            session.client.execute("import os; os._exit(3)")
            await asyncio.to_thread(eventually, lambda: session.process.poll() is not None)
            assert session.process.returncode == 3
            assert not await session.manager.is_alive()

    drive(steps())


def test_shutting_down_leaves_nothing(small: kernels.WarmServer, policy: Policy) -> None:
    async def steps() -> None:
        for given in (None, policy):
            async with Session(kernels.kernel_manager(sandbox=given)) as session:
                await session.run("import subprocess; subprocess.Popen(['sleep', '4321'], start_new_session=True)")
                assert len(psutil.Process(small.pid).children(recursive=True)) >= 3
                folder = Path(session.manager.ip).parent.parent
                assert folder.exists()
            assert await asyncio.to_thread(eventually, lambda: not psutil.Process(small.pid).children(recursive=True))
            assert not folder.parent.exists()

    drive(steps())


def test_prints_warnings_and_errors_come_out_of_a_confined_kernel(small: kernels.WarmServer, policy: Policy) -> None:
    async def steps() -> None:
        async with Session(kernels.kernel_manager(sandbox=policy)) as session:
            assert await session.run("print('a'); import os; _ = os.system('echo b')") == "a\nb"
            assert "mind" in await session.run("import warnings; warnings.warn('mind')")
            assert await session.run("1 / 0") == "ZeroDivisionError"
            assert await session.run("import os; os.getcwd()") == repr(os.path.realpath(policy.folder))

    drive(steps())


def test_a_confined_kernel_opens_no_socket(small: kernels.WarmServer, policy: Policy) -> None:
    async def steps() -> None:
        async with Session(kernels.kernel_manager(sandbox=policy)) as session:
            assert await session.run("import socket; socket.socket(socket.AF_UNIX)") == "PermissionError"
            assert await session.run("socket.socket()") == "PermissionError"
            directory = str(Path(session.manager.ip).parent)
            connect = f"s, t = socket.socketpair(); s.connect({directory + '/k-1'!r})"
            assert await session.run(connect) == "PermissionError"

    drive(steps())


def test_setup_runs_before_the_sandbox_closes(small: kernels.WarmServer, policy: Policy, tmp_path: Path) -> None:
    ours, theirs = socket.socketpair()

    async def steps() -> None:
        manager = kernels.kernel_manager(
            sandbox=policy,
            pass_fds=[theirs.fileno()],
            setup="tests.inside:setup",
            setup_args={"word": "hello"},
        )
        async with Session(manager) as session:
            assert await session.run("import tests.inside as i; i.FDS and i.WORD") == "'hello'"
            await session.run("import socket; socket.socket(fileno=i.FDS[0]).send(b'from the kernel')")
            assert ours.recv(100) == b"from the kernel"

    with ours, theirs:
        drive(steps())


OWNER = """
import asyncio, sys, time
from autograder import kernels, warm
from autograder.sandbox import Policy
warm.MODULES = {modules!r}
async def main():
    for policy in (None, Policy({folder!r})):
        manager = kernels.kernel_manager(sandbox=policy)
        await manager.start_kernel(cwd="/tmp")
        print(manager.provisioner.process.pid, flush=True)
    print(kernels.server().pid, flush=True)
    await asyncio.sleep(600)
asyncio.run(main())
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_nothing_is_left_when_the_owner_dies(number: int, policy: Policy) -> None:
    code = OWNER.format(modules=SMALL, folder=policy.folder)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment) as owner:
        assert owner.stdout is not None
        pids = [int(owner.stdout.readline()) for _ in range(3)]
        assert all(psutil.pid_exists(pid) for pid in pids)
        owner.send_signal(number)
        owner.wait(30)
    assert eventually(lambda: not any(psutil.pid_exists(pid) for pid in pids))


def test_kernels_end_when_the_warm_process_is_killed_and_the_next_finds_a_new_one(
    small: kernels.WarmServer,
) -> None:
    async def steps() -> None:
        async with Session(kernels.kernel_manager()) as session:
            os.kill(small.pid, signal.SIGKILL)
            assert await asyncio.to_thread(eventually, lambda: session.process.poll() is not None)
        async with Session(kernels.kernel_manager()) as session:
            assert kernels.server() is not small
            assert await session.run("1 + 1") == "2"

    drive(steps())


def test_a_keeper_that_is_killed_takes_all_with_it(small: kernels.WarmServer) -> None:
    async def steps() -> None:
        async with Session(kernels.kernel_manager()) as session:
            await session.run("import subprocess; subprocess.Popen(['sleep', '4321'], start_new_session=True)")
            os.kill(psutil.Process(session.process.pid).ppid(), signal.SIGKILL)
            assert await asyncio.to_thread(eventually, lambda: not psutil.Process(small.pid).children(recursive=True))
            assert session.process.poll() == -signal.SIGKILL

    drive(steps())


# ---- where there is no warm kernel ------------------------------------------------------------------


def test_the_ordinary_kernel_serves_where_forking_fails(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(warm, "MODULES", ("tests.server_with_a_sick_canary",))
    logging.getLogger("traitlets").propagate = True

    async def steps() -> None:
        async with Session(kernels.kernel_manager()) as session:
            assert not isinstance(session.manager.provisioner.process, kernels.WarmProcess)
            assert await session.run("1 + 1") == "2"

    with caplog.at_level(logging.WARNING):
        drive(steps())
    lines = [record.getMessage() for record in caplog.records if "ordinary" in record.getMessage()]
    assert len(lines) == 1 and "no air down here" in lines[0]


def test_a_confined_kernel_is_never_an_ordinary_one(monkeypatch: pytest.MonkeyPatch, policy: Policy) -> None:
    monkeypatch.setattr(warm, "MODULES", ("tests.server_with_a_sick_canary",))

    async def steps() -> None:
        async with Session(kernels.kernel_manager(sandbox=policy)) as session:
            assert await session.run("open('/etc/shadow')") in ("PermissionError", "FileNotFoundError")

    drive(steps())


def test_another_backend_of_keras_gets_an_ordinary_kernel(
    small: kernels.WarmServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.wait_ready()

    async def steps() -> None:
        monkeypatch.setenv("KERAS_BACKEND", "jax")
        async with Session(kernels.kernel_manager()) as session:
            assert not isinstance(session.manager.provisioner.process, kernels.WarmProcess)

    drive(steps())


def test_other_systems_have_no_warm_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(NoWarmProcessError, match="Linux"):
        kernels.WarmServer()


def test_the_provisioner_can_be_imported_where_nothing_of_this_exists() -> None:
    """Windows has neither `resource` nor `fcntl`; the ordinary kernel must still start there."""
    code = "import sys; sys.modules['resource'] = sys.modules['fcntl'] = None; import autograder.kernels"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, timeout=120)


# ---- Jupyter's own doors ----------------------------------------------------------------------------


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    kernels.install_kernel_spec(str(tmp_path))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "share/jupyter"))
    yield tmp_path


def test_the_kernelspec_names_the_provisioner(installed: Path) -> None:
    spec = KernelSpecManager().get_kernel_spec(kernels.KERNEL_NAME)
    assert spec.display_name == "Python 3 (warm, TensorFlow loaded)"
    assert spec.metadata["kernel_provisioner"]["provisioner_name"] == "autograder-warm"
    assert KernelProvisionerFactory.instance().is_provisioner_available(spec)
    extension = json.loads((installed / "etc/jupyter/jupyter_server_config.d/autograder.json").read_text())
    assert extension["ServerApp"]["jpserver_extensions"] == {"autograder.kernels": True}


def test_the_server_extension_warms_up(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    monkeypatch.setattr(kernels, "prestart", lambda: started.append(True))

    class App:
        log = logging.getLogger("test")

    assert kernels._jupyter_server_extension_points() == [{"module": "autograder.kernels"}]
    kernels._load_jupyter_server_extension(App())
    assert started


def test_a_notebook_runs_by_the_kernels_name(installed: Path, small: kernels.WarmServer, tmp_path: Path) -> None:
    cells = [
        nbformat.v4.new_code_cell("import sys; print('numpy' in sys.modules)"),
        nbformat.v4.new_code_cell("2 + 2"),
    ]
    notebook = nbformat.v4.new_notebook(cells=cells)
    client = NotebookClient(notebook, kernel_name=kernels.KERNEL_NAME, timeout=90)
    client.execute()
    assert notebook.cells[0].outputs[0].text == "True\n"
    assert notebook.cells[1].outputs[0].data["text/plain"] == "4"
