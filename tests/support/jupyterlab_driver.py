"""Chromium and JupyterLab for the tests of what people see: fixtures (through conftest.py) and common actions."""

import json
import os
import re
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from autograder.authoring.lab import lab_command, prepare_lab
from tests.support.this_course import RELEASE, ROOT, read_released

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
    """Return a port that nobody listens on now. If that changes, Jupyter takes the next one."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(command, folder):
    """Run a Jupyter server with `command` in `folder`, on a free port; yield its address and its token."""
    log = folder / "server.log"
    options = ["--no-browser", "--LabApp.expose_app_in_browser=True", f"--ServerApp.port={free_port()}"]
    own = {f"JUPYTERLAB_{what}_DIR": str(folder / ".lab" / what.lower()) for what in ("SETTINGS", "WORKSPACES")}
    environment = os.environ | own  # tests must not change the developer's theme, or use it
    with open(log, "w") as output:
        process = subprocess.Popen(
            [*command, *options], cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
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
    """JupyterLab as `make lab` starts it, with its own copy of the release: its address and its token."""
    folder = tmp_path_factory.mktemp("lab")
    with serving(lab_command(folder, prepare_lab(folder, RELEASE), []), folder) as server:
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
    path = f"{name}/{read_released(name).path.name}"
    page.goto(f"{address}/lab/tree/{path}?token={token}&reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_function(f"{PANEL}?.sessionContext?.session?.kernel?.status === 'idle'")


def execute(page, code):
    """Run JavaScript that may take long; wait at most SECONDS for it."""
    page.evaluate(
        f"() => {{ window.outcome = ''; (async () => {{ {code} }})()"
        ".then(() => { window.outcome = 'done' }, (error) => { window.outcome = String(error) }) }"
    )
    page.wait_for_function("window.outcome")
    assert page.evaluate("window.outcome") == "done", page.evaluate("window.outcome")


def wait_until_all_ran(page):
    """Wait until every code cell has run and the kernel is idle; return the cells in JupyterLab's form."""
    cells = f"[...{PANEL}.content.model.sharedModel.cells].filter((cell) => cell.cell_type === 'code')"
    ran = f"{cells}.every((cell) => cell.execution_count && cell.executionState === 'idle')"
    page.wait_for_function(f"{PANEL}.sessionContext.session.kernel.status === 'idle' && {ran}", polling=200)
    return page.evaluate(MODEL)


def run_all(page):
    """Run all cells for the first time; return the cells in JupyterLab's form."""
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells') }")
    return wait_until_all_ran(page)


def run_cells(page, cells):
    """Write and run some cells: id → new source, or None to run the cell unchanged. Return all cells."""
    ids = [cell["id"] for cell in page.evaluate(MODEL)]
    for name, source in cells.items():
        steps = [f"const cells = {PANEL}.content", f"cells.activeCellIndex = {ids.index(name)}", "cells.deselectAll()"]
        if source is not None:
            steps.append(f"cells.activeCell.model.sharedModel.setSource({json.dumps(source)})")
        steps.append("await window.jupyterapp.commands.execute('notebook:run-cell')")
        execute(page, "; ".join(steps))
    return page.evaluate(MODEL)


def shut_down(page):
    """End the kernel of the notebook on the page."""
    execute(page, f"await {PANEL}.sessionContext.shutdown()")


def set_theme(page, theme):
    """Change JupyterLab's theme: "Light" or "Dark"."""
    execute(page, f"await window.jupyterapp.commands.execute('apputils:change-theme', {{theme: 'JupyterLab {theme}'}})")
    page.wait_for_function(f"document.body.dataset.jpThemeLight === '{str(theme == 'Light').lower()}'")


COPY = """() => {
  const main = document.createElement('main')
  for (const cell of document.querySelectorAll('.jp-Notebook .jp-Cell')) {
    const copy = cell.cloneNode(true)
    copy.style.contentVisibility = 'visible'
    const chrome = '.jp-Toolbar, .jp-InputArea-editor, .jp-InputPrompt, .jp-Collapser, .jp-Placeholder'
    copy.querySelectorAll(chrome).forEach((each) => each.remove())
    copy.querySelectorAll('details').forEach((each) => { each.open = true })
    main.append(copy)
  }
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText)
  const theme = Object.entries(document.body.dataset).map(([name, value]) => [name, value])
  return [main.innerHTML, rules.join(' '), document.body.className, theme]
}"""
OWN = """html, body { overflow: visible !important; height: auto !important }
main { background: var(--jp-layout-color0); padding: 8px; position: static }"""


def copy_notebook(page, lab, width=760):
    """Return a new page with the content of the notebook on `page`, hints unfolded, without JupyterLab's frame.

    JupyterLab does not render off-screen cells and clips scrolled content, but here each cell can be inspected. Rules
    and theme are copied from the page at this moment.
    """
    address, _ = lab
    cells, rules, names, theme = page.evaluate(COPY)
    html = f"<!DOCTYPE html><html lang=en><title>Copy</title><style>{rules}\n{OWN}</style><body class='{names}'>"
    copy = page.context.new_page()
    copy.set_viewport_size({"width": width, "height": 1000})
    copy.route("**/copy", lambda route: route.fulfill(body=f"{html}<main class='jp-Notebook'>{cells}</main>",
                                                      content_type="text/html; charset=utf-8"))  # fmt: skip
    copy.goto(f"{address}/copy")
    copy.evaluate("(theme) => theme.forEach(([name, value]) => { document.body.dataset[name] = value })", theme)
    copy.wait_for_function("[...document.images].every((image) => image.complete)")
    return copy


def findings(page, parts=None):
    """Return axe-core's findings on the page, or on `parts` of it (selectors): rule, effect, where and why."""
    context = {"include": [[part] for part in parts if page.locator(part).count()]} if parts else None
    found = Axe().run(page, context=context, options={"resultTypes": ["violations"]}).response["violations"]
    element = "(at) => document.querySelector(at)?.outerHTML.slice(0, 1000)"
    return [
        f"{rule['id']} ({rule['impact']}): {page.evaluate(element, node['target'][0])}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def take_pictures(page, name, most=40):
    """Screenshots of a notebook from top to bottom, into build/screenshots/."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    scroll = (
        "(to) => { const n = document.querySelector('.jp-WindowedPanel-outer'); n.scrollTop = to; return n.scrollTop }"
    )
    settled = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    for number in range(most):
        reached = page.evaluate(scroll, number * 1100)
        page.evaluate(settled)
        page.wait_for_function("[...document.images].every((image) => image.complete)")
        page.screenshot(path=PICTURES / f"{name}-{number:02d}.png")
        if reached < number * 1100:
            break
