"""Chromium and JupyterLab for the tests of what people see: fixtures (through conftest.py) and the usual gestures."""

import re
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager

import pytest
from playwright.sync_api import sync_playwright

from autograder.course import RELEASE, ROOT, read_assignment
from autograder.lab import lab_command, prepare_lab

PICTURES = ROOT / "build" / "screenshots"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PANEL = "window.jupyterapp.shell.currentWidget"
MODEL = f"{PANEL}.content.model.sharedModel.toJSON().cells"
SECONDS = 120


def free_port():
    """A port that nobody listens on now; Jupyter takes the next one should that change."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(command, folder):
    """A Jupyter server run by `command` in `folder`, on a free port; gives its address and its token."""
    log = folder / "server.log"
    options = ["--no-browser", "--LabApp.expose_app_in_browser=True", f"--ServerApp.port={free_port()}"]
    with open(log, "w") as output:
        process = subprocess.Popen([*command, *options], cwd=folder, stdout=output, stderr=subprocess.STDOUT)
    try:
        address = None
        for _ in range(SECONDS * 4):
            address = re.search(r"(http://127\.0\.0\.1:\d+)/\S*\?token=(\w+)", log.read_text())
            if address or process.poll() is not None:
                break
            time.sleep(0.25)
        assert address, log.read_text()
        yield address.group(1), address.group(2)
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """JupyterLab as `make lab` starts it, on a copy of the release of its own: its address and its token."""
    folder = tmp_path_factory.mktemp("lab")
    with serving(lab_command(folder, prepare_lab(folder), []), folder) as server:
        yield server


@pytest.fixture(scope="module")
def browser():
    assert CHROMIUM, "these tests need Chromium: apt install chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 1150, "height": 1300})
    page.set_default_timeout(SECONDS * 1000)
    yield page
    page.close()


def open_notebook(page, lab, name):
    """Open an assignment's notebook and wait for its kernel."""
    address, token = lab
    path = f"{name}/{read_assignment(name, RELEASE).path.name}"
    page.goto(f"{address}/lab/tree/{path}?token={token}&reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_function(f"{PANEL}?.sessionContext?.session?.kernel?.status === 'idle'")


def run_all(page):
    """Run all cells; return the cells as JupyterLab holds them once the kernel has come to rest."""
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    resting = f"{PANEL}.sessionContext.session.kernel.status === 'idle'"
    waiting = "document.querySelectorAll('.jp-InputPrompt').values().some((p) => p.innerText.includes('*'))"
    quiet = 0
    for _ in range(SECONDS * 2):
        page.wait_for_timeout(500)
        quiet = quiet + 1 if page.evaluate(f"{resting} && !{waiting}") else 0
        if quiet == 4:
            return page.evaluate(MODEL)
    raise AssertionError(f"the notebook still runs after {SECONDS} s")


def take_pictures(page, name, most=40):
    """Screenshots of a notebook from top to bottom, into build/screenshots/."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    scroll = (
        "(to) => { const n = document.querySelector('.jp-WindowedPanel-outer'); n.scrollTop = to; return n.scrollTop }"
    )
    for number in range(most):
        reached = page.evaluate(scroll, number * 1100)
        page.wait_for_timeout(400)
        page.screenshot(path=PICTURES / f"{name}-{number:02d}.png")
        if reached < number * 1100:
            break
