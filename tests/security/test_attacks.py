# ruff: noqa: E501  (tables of small programs)
"""Hostile submissions: each gets no more than it deserves, leaks nothing, and costs no one else anything.

Every attack stands in the cell of `double`, whose answer is wrong; `area` is answered honestly in the same notebook.
"""

from __future__ import annotations

import copy
import os
import re
import time
from pathlib import Path

import psutil
import pytest
from nbformat.v4 import new_code_cell

from autograder.engine.execution import checker_pool
from autograder.engine.isolation import fork_client
from autograder.engine.nbgrader.feedback_page import FeedbackExporter
from tests.support.tiny_assignment import FULL, SECRET, SOURCE, examine, submission
from tests.unit.test_feedback import active

WRONG = "\ndef double(x): return x + 100\n"
IP = "ip = __import__('IPython').get_ipython()\n"

TAMPER = {
    "input transformer": IP + "ip.input_transformers_cleanup.append(lambda lines: ['pass\\n'])\n"
    "ip.input_transformers_post.append(lambda lines: ['pass\\n'])" + WRONG,
    "AST transformer": IP + "import ast\nclass T(ast.NodeTransformer):\n    def visit(self, node):\n"
    "        if isinstance(node, (ast.Raise, ast.Assert)): return ast.Pass()\n        return self.generic_visit(node)\n"
    "ip.ast_transformers.append(T())" + WRONG,
    "custom exception handler": IP + "ip.set_custom_exc((BaseException,), lambda *a, **k: None)" + WRONG,
    "showtraceback": IP + "ip.showtraceback = ip._showtraceback = lambda *a, **k: None" + WRONG,
    "event hooks": IP + "for e in ('pre_execute', 'pre_run_cell', 'post_execute', 'post_run_cell'):\n"
    "    ip.events.register(e, lambda *a: globals().update(double=lambda x: None))" + WRONG,
    "display hook": IP + "import sys\nsys.displayhook = lambda v: None\nip.displayhook.__class__.__call__ = lambda *a: None\n"
    "ip.display_pub.publish = lambda *a, **k: None" + WRONG,
    "run_cell": IP + "ip.run_cell = ip.run_cell_async = lambda *a, **k: None\nip.kernel.do_execute = None" + WRONG,
    "partial credit": IP + "def double(x):\n    ip.displayhook.start_displayhook()\n    ip.displayhook(2.0)\n"
    "    ip.display_pub.publish({'text/plain': '2.0'})\n    return x",
    "forged message": IP + "def double(x):\n    k = ip.kernel\n    for t, c in (('execute_result', {'data': {'text/plain': '2'}, "
    "'metadata': {}, 'execution_count': 1}), ('status', {'execution_state': 'idle'})):\n"
    "        k.session.send(k.iopub_socket, t, c, parent=k.get_parent())\n    return x",
    "tick printed": "def double(x):\n    print('✓ double: values.')\n    return x",
    "numpy patched": "import numpy\nfor n in ('allclose', 'array_equal', 'isclose', 'all'):\n"
    "    setattr(numpy, n, lambda *a, **k: True)\nnumpy.testing.assert_allclose = lambda *a, **k: None\n"
    "numpy.asarray = numpy.array = lambda *a, **k: 0" + WRONG,
    "builtins patched": "import builtins\nbuiltins.AssertionError = type('A', (BaseException,), {})\n"
    "builtins.isinstance = lambda *a: True\nbuiltins.len = lambda x: 3" + WRONG,
    "sys.modules patched": "import sys, types\nfor n in list(sys.modules):\n    if n.startswith(('numpy', 'keras', 'autograder')):\n"
    "        sys.modules[n] = types.ModuleType(n)" + WRONG,
    "check redefined": "def check(body): print('fine')\nclass CheckFailed(Exception): pass\nnp = np2 = None" + WRONG,
    "names of builtins": "def print(*a): pass\ndef isinstance(*a): return True\nException = BaseException" + WRONG,
    "equals everything": "class A:\n    def __eq__(self, o): return True\n    def __array__(self, dtype=None, copy=None):\n"
    "        class E(np.ndarray):\n            def __eq__(self, o): return True\n        return np.zeros(3).view(E)\n"
    "    def __float__(self): return 2.0\n    def __add__(self, o): return o\n    __radd__ = __add__\n"
    "def double(x): return A()",
    "array that agrees": "class E(np.ndarray):\n    def __array_function__(self, *a, **k): return True\n"
    "    def __array_ufunc__(self, *a, **k): return np.True_\ndef double(x): return np.zeros(3).view(E)",
    "other values each time": "class A:\n    n = 0\n    def __len__(self): return 3\n    def __getitem__(self, k):\n"
    "        A.n += 1\n        if k > 2: raise IndexError\n        return float(A.n)\ndef double(x): return A()",
    "argument rewritten": "def double(x):\n    x[:] = 0\n    return x",
    "warnings as weapons": "import warnings, sys\nwarnings.simplefilter('error')\nsys.stderr.write('no')" + WRONG,
    "raises what a check may not catch": "def double(x): raise GeneratorExit",
    "raises KeyboardInterrupt": "def double(x): raise KeyboardInterrupt",
    "raises SystemExit": "def double(x): raise SystemExit(0)",
    "raises a lying error": "class E(Exception):\n    def __str__(self): raise self\n    __class__ = NotImplementedError\n"
    "    __notes__ = [object()]\ndef double(x): raise E",
    "raises a long error": "def double(x): raise ValueError('x' * 10**8)",
    "raises a group": "def double(x): raise ExceptionGroup('g', [ValueError(1)])",
}  # fmt: skip

LINE = (
    "from autograder.engine.bridge import framing, messages, shared_objects\n"
    "from autograder.engine.execution import student_server as agent\n"
    "def packs(value, *definitions, data=()):\n"
    "    packed = messages.Packed(value, [messages.Definition(*each) for each in definitions])\n"
    "    shared_objects.ObjectTable.pack = lambda self, v: (packed, list(data))\n"
)
PROTOCOL = {
    "bytes on the line": LINE + "agent._line[0].send(b'x' * 100)" + WRONG,
    "bytes on the line in a call": LINE + "def double(x):\n    agent._line[0].send(b'x' * 100)\n    return x",
    "announces 16 EB": LINE + "def double(x):\n    agent._line[0].send(framing.HEADER.pack(1, 2**31, 2**62))\n    return x",
    "JSON that is nested": LINE + "def double(x):\n    t = b'[' * 10**6\n"
    "    agent._line[0].sendall(framing.HEADER.pack(1, len(t), 0) + t)\n    return x",
    "answers beforehand": LINE + "for m in range(9):\n"
    "    t = messages.encode(messages.Result('x', False, [], messages.Packed(['t', [1, {}]], [])))\n"
    "    agent._line[0].sendall(framing.HEADER.pack(m, len(t), 0) + t)" + WRONG,
    "serve does nothing": LINE + "agent.serve = lambda *a: None" + WRONG,
    "serve says the end": LINE + "agent.StudentPeer.run = lambda self: True" + WRONG,
    "pack sends an unknown kind": LINE + "packs(['r', 1], [1, 'pickle', 'x', 0])" + WRONG,
    "pack claims the examiner's objects": LINE + "packs(['t', [['r', 5], ['l', []]]], [5, 'l', [], 0])" + WRONG,
    "an array larger than its bytes": LINE + "packs(['r', -1], [-1, 'a', ['<f8', [10**9], 'C', True], 1], data=[b'x'])" + WRONG,
    "an array of objects": LINE + "packs(['r', -1], [-1, 'a', ['|O8', [1], 'C', True], 1], data=[b'12345678'])" + WRONG,
    "asks the examiner": LINE + "def double(x):\n    import gc\n"
    "    p = [o for o in gc.get_objects() if type(o) is agent.StudentPeer][-1]\n"
    "    for h in range(50):\n        for n in ('__globals__', '__dict__', 'f_globals', 'key'):\n"
    "            try: print(p.request('get', h, n))\n            except Exception as e: print(e)\n    return x",
    "line closed": LINE + "def double(x):\n    agent._line[0].close()\n    return x",
    "all descriptors closed": "import os\ndef double(x):\n    os.closerange(3, 1000)\n    return x",
    "answers from a thread": LINE + "import threading\ndef double(x):\n    def more():\n        while True:\n"
    "            try: agent._line[0].send(b'{}' * 50)\n            except OSError: return\n"
    "    threading.Thread(target=more, daemon=True).start()\n    return x",
}  # fmt: skip

ENDS = {
    "exit in a cell": "import os\nos._exit(0)",
    "exit in a call": "import os\ndef double(x): os._exit(0)",
    "abort in a call": "import os\ndef double(x): os.abort()",
    "killed by itself": "import os, signal\ndef double(x): os.kill(os.getpid(), signal.SIGKILL); os._exit(1)",
    "another program": "import os\ndef double(x): os.execv('/bin/true', ['true'])",
    "crash": "import ctypes\ndef double(x): ctypes.string_at(0)",
    "deep recursion": "import sys\nsys.setrecursionlimit(10**9)\ndef double(x): return double(x)",
    "loop in a cell": "while True: pass",
    "loop in a call": "def double(x):\n    while True: pass",
    "loop that will not be stopped": "def double(x):\n    while True:\n        try:\n            while True: pass\n"
    "        except BaseException: pass",
    "signals ignored": "import signal\ndef double(x):\n    signal.signal(signal.SIGINT, signal.SIG_IGN)\n    while True: pass",
    "sleep": "import time\ndef double(x): time.sleep(1000)",
    "endless answer": "import itertools\ndef double(x): return itertools.count()",
    "endless length": "class A:\n    def __len__(self): return 10**12\n    def __getitem__(self, k): return 1.0\n"
    "def double(x): return A()",
    "array of 10 GB": "def double(x): return np.lib.stride_tricks.as_strided(np.zeros(1), (10 * 2**27,), (0,))",
    "memory in a cell": "x = [bytearray(b'x' * 10**8) for _ in range(100)]",
    "memory in a call": "def double(x): return [bytearray(b'x' * 10**8) for _ in range(100)]",
    "much text": "for _ in range(10**6): print('x' * 1000)",
    "much text in a call": "def double(x):\n    for _ in range(10**6): print('x' * 1000)",
    "one long text": "print('x' * 3 * 10**8)" + WRONG,
    "fork that outlives": "import os, time\nif os.fork() == 0:\n    time.sleep(1000)\n    os._exit(0)" + WRONG,
    "fork that answers too": "import os\ndef double(x):\n    os.fork()\n    return x",
    "thread that outlives": "import threading\ndef spin():\n    while True: pass\nthreading.Thread(target=spin).start()" + WRONG,
    "fork bomb": "import os\nwhile True:\n    try: os.fork()\n    except OSError: break" + WRONG,
    "program that outlives": "import subprocess\nsubprocess.Popen(['sleep', '1000'], start_new_session=True)" + WRONG,
}  # fmt: skip

READ = {
    "source by its name": "print(open({path!r}).read())" + WRONG,
    "source by a shell": "!cat {path}" + WRONG,
    "source by bash": "%%bash\ncat {path}",
    "folders above": "import os\nfor up in ('..', '../..', '../../..', '/tmp'):\n    for b, _, ns in os.walk(up):\n        for n in ns:\n"
    "            if n.endswith('.ipynb'): print(open(os.path.join(b, n)).read())" + WRONG,
    "link to the source": "import os\nos.symlink({path!r}, 'x.txt')\nprint(open('x.txt').read())" + WRONG,
    "hard link to the source": "import os\nos.link({path!r}, 'x.txt')\nprint(open('x.txt').read())" + WRONG,
    "processes": "import glob\nfor f in glob.glob('/proc/[0-9]*/*'):\n    try: print(open(f, errors='replace').read()[:10**5])\n"
    "    except OSError: pass" + WRONG,
    "memory of this process": "import gc\ndef double(x):\n    for o in gc.get_objects():\n        if type(o) in (dict, list, tuple):\n"
    "            t = str(o)[:10**5] if len(o) < 1000 else ''\n            if chr(52) + '711' + chr(46) + '25' in t: print(t)\n    return x",
    "frames": "import sys\ndef double(x):\n    f = sys._getframe()\n    while f:\n        print(sorted(f.f_globals)[:500], str(f.f_locals)[:5000])\n"
    "        f = f.f_back\n    return x",
    "the given arguments' base": "def double(x):\n    print(x.base, x.tobytes())\n    return x",
    "environment": "import os\nprint(dict(os.environ))" + WRONG,
    "network": "import socket\ns = socket.create_connection(('127.0.0.1', 22), 1)\nprint(s.recv(100))" + WRONG,
}  # fmt: skip

ATTACKS = {**TAMPER, **PROTOCOL, **ENDS, **READ}


@pytest.fixture(scope="module", autouse=True)
def warm_process() -> None:
    fork_client.server().wait_ready()


def left_over() -> int:
    checker_pool.close_idle()
    until = time.monotonic() + 15
    while (
        count := len(psutil.Process(fork_client.server().pid).children(recursive=True))
    ) and time.monotonic() < until:
        time.sleep(0.1)
    return count


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_gets_no_more_than_it_deserves(name: str, tmp_path: Path) -> None:
    path = str(tmp_path / "course" / "source.ipynb")
    attack = ATTACKS[name].replace("{path!r}", repr(path)).replace("{path}", path)
    scores, nb, record = examine(submission(double=attack), tmp_path, timeout=4, memory=10**9, total_timeout=90)
    assert scores["double-values"] == 0, record
    # who breaks the kernel for all cells below has broken their own answers; who is stopped has not
    assert scores["area-values"] == 3 or name in {**TAMPER, **PROTOCOL, "fork that answers too": ""}, record
    shown = str([cell.get("outputs") for cell in nb.cells])
    assert SECRET not in shown
    if name in PROTOCOL:
        assert not re.search(r"ImportError|ModuleNotFoundError|module '\S+' has no attribute", shown), "no attack"
    assert len(shown) < 3_000_000
    assert record["seconds"] < 60
    assert not left_over()
    page = FeedbackExporter().from_notebook_node(nb)[0]
    assert active(page) == [] and SECRET not in page and str(tmp_path) not in page


FILES = {
    "link out": "import os\nos.symlink('/etc/passwd', 'x.txt')\nos.symlink('/tmp', 'folder')",
    "the notebook as a link": "import os\nos.symlink('/etc/passwd', 'p1.ipynb')\nopen('p2.ipynb', 'w').write('{}')",
    "a pipe": "import os\nos.mkfifo('pipe')",
    "many files": "for k in range(5000):\n    open(f'f{k}', 'w').write('x')",
    "a name that leads out": "import os\nos.makedirs('a/b')\nopen('a/b/..x', 'w').write('x')",
    "the course's own file": "open('data.csv', 'w').write('9')",
}


def test_who_is_examined_after_an_attack_gets_what_is_deserved(tmp_path: Path) -> None:
    checker_pool.close_idle()
    path = str(tmp_path / "course" / "source.ipynb")
    seen = set()
    for name in TAMPER:
        attack = TAMPER[name].replace("{path!r}", repr(path)).replace("{path}", path)
        examine(submission(double=attack), tmp_path, timeout=4)
        seen |= {each.process.pid for each, _ in checker_pool._idle}
    pids = {each.process.pid for each, _ in checker_pool._idle}
    assert examine(submission(), tmp_path)[0] == FULL
    assert examine(submission(double="def double(x): return x"), tmp_path)[0] == {**FULL, "double-values": 0}
    assert pids and pids == {each.process.pid for each, _ in checker_pool._idle}, "another examiner came"
    assert len(seen) < len(TAMPER)


@pytest.mark.parametrize("name", FILES)
def test_files_of_an_attack_stay_where_they_are(name: str, tmp_path: Path) -> None:
    (tmp_path / "course").mkdir()
    (tmp_path / "work").mkdir()
    for folder in ("course", "work"):
        (tmp_path / folder / "data.csv").write_text("1")
    scores, _, _ = examine(submission(double=FILES[name]), tmp_path)
    assert scores["area-values"] == 3
    left = [p for p in (tmp_path / "work").rglob("*") if p.is_symlink() or not (p.is_file() or p.is_dir())]
    assert left == [] and not list((tmp_path / "work").glob("*.ipynb"))
    assert (tmp_path / "work" / "data.csv").read_text() == "1"
    assert len(list((tmp_path / "work").rglob("*"))) <= 1010


def test_what_a_students_code_writes_is_kept(tmp_path: Path) -> None:
    examine(submission(double="open('mine.txt', 'w').write('kept')"), tmp_path)
    assert (tmp_path / "work" / "mine.txt").read_text() == "kept"


ACTIVE = {
    "html": "from IPython.display import HTML, display\ndef double(x):\n    display(HTML('<script>alert(1)</script>'))\n    return 2 * x",
    "javascript": "from IPython.display import Javascript, display\ndef double(x):\n    display(Javascript('alert(1)'))\n    return 2 * x",
    "svg": "from IPython.display import SVG, display\ndisplay({'image/svg+xml': '<svg onload=alert(1)>'}, raw=True)\n"
    "def double(x): return 2 * x",
    "printed": "def double(x):\n    print('<script>alert(1)</script>')\n    return 2 * x",
    "in an error": "def double(x): raise ValueError('<img src=x onerror=alert(1)>')",
    "name of an error": "E = type('<script>alert(1)</script>', (Exception,), {})\ndef double(x): raise E('x')",
    "name of a type": "A = type('<script>alert(1)</script>', (), {})\ndef double(x): return A()",
    "update of another cell": "from IPython.display import display\ndisplay('a', display_id='i')\n"
    "def double(x):\n    display({'text/html': '<script>'}, raw=True, display_id='i', update=True)\n    return 2 * x",
}  # fmt: skip


@pytest.mark.parametrize("name", ACTIVE)
def test_nothing_that_a_submission_shows_is_active(name: str, tmp_path: Path) -> None:
    scores, nb, _ = examine(submission(double=ACTIVE[name]), tmp_path)
    assert scores["area-values"] == 3
    assert active(FeedbackExporter().from_notebook_node(nb)[0]) == []


def test_honest_answers_keep_their_points_whatever_they_print_or_warn(tmp_path: Path) -> None:
    answer = (
        "import sys, warnings, os\ndef double(x):\n    print('hello')\n    warnings.warn('careful')\n"
        "    sys.stderr.write('oops')\n    os.write(2, b'oops')\n    return [2 * v for v in x]"
    )
    scores, nb, record = examine(submission(double=answer), tmp_path)
    assert scores == FULL and record["outcome"] == "graded"
    assert nb.cells[3].outputs[0].text == "hello\n"


def test_an_added_cell_that_kills_the_kernel_costs_only_itself(tmp_path: Path) -> None:
    nb = submission()
    nb.cells.insert(3, new_code_cell("import os\nos._exit(1)"))
    scores, _, record = examine(nb, tmp_path)
    assert scores == FULL and record["outcome"] == "killed" and "exit code 1" in record["events"][0]["sentence"]


def test_a_check_is_the_sources_own_even_where_nobody_put_it_back(tmp_path: Path) -> None:
    forged = submission(double=WRONG)
    forged.cells[3].source = "pass"
    assert examine(forged, tmp_path)[0] == {"double-values": 0, "area-values": 3}


def test_output_is_cut_where_there_is_too_much_of_it(tmp_path: Path) -> None:
    many = "for _ in range(300): print('x' * 10**4, flush=True)\ndef double(x): return 2 * x"
    scores, nb, _ = examine(submission(double=many), tmp_path, max_output=500_000)
    shown = "".join(output.text for output in nb.cells[2].outputs)
    assert scores == FULL and "cut here" in shown and len(shown) < 1_000_000


def test_the_author_sets_the_limit_of_a_check(tmp_path: Path) -> None:
    source = copy.deepcopy(SOURCE)
    source.cells[3].metadata["autograder"] = {"timeout": 1}
    slow = "import time\ndef double(x):\n    time.sleep(3)\n    return 2 * x"
    forged = submission(source, double=slow)
    forged.cells[3].metadata["autograder"] = {"timeout": 1000}
    scores, nb, record = examine(forged, tmp_path, source)
    assert scores == {"double-values": 0, "area-values": 3}
    assert "longer than 1 s" in str(nb.cells[3].outputs) and record["outcome"] == "timed out"


def test_without_the_sandbox_the_source_would_be_read(tmp_path: Path) -> None:
    path = str(tmp_path / "course" / "source.ipynb")
    _, nb, _ = examine(submission(double=f"print(open({path!r}).read())"), tmp_path, sandboxed=False)
    assert SECRET in str(nb.cells[2].outputs)
    assert os.path.exists(path)
