"""A checker process serves many notebooks, each as if the process were new. After trouble, it serves no other."""

from __future__ import annotations

import asyncio
import contextlib
import os
import textwrap

import psutil
import pytest

from autograder.engine.execution import checker_pool
from autograder.engine.grading.grader import CONFINED
from tests.support.tiny_assignment import examine, submission

BEFORE = """
    import os, random, sys, warnings
    import keras, matplotlib.pyplot as plt, numpy as np
    left = 1
    np.random.seed(0); random.seed(0); keras.utils.set_random_seed(0)
    np.set_printoptions(precision=2); np.seterr(all='raise')
    os.environ['LEFT'] = '1'; sys.path.append('/left')
    warnings.simplefilter('error')
    plt.rcParams['figure.dpi'] = 11; plt.figure()
    keras.config.set_floatx('float64'); keras.config.set_epsilon(0.5)
    keras.config.set_image_data_format('channels_first')
    keras.config.set_dtype_policy('mixed_bfloat16')
    keras.layers.Dense(1)
    import builtins, decimal, gc, locale, logging, tensorflow, tf_keras
    keras.saving.get_custom_objects()['left'] = int; tf_keras.utils.get_custom_objects()['left'] = int
    tf_keras.backend.set_floatx('float64'); tf_keras.mixed_precision.set_global_policy('mixed_float16')
    keras.config.disable_traceback_filtering(); keras.config.set_max_epochs(1)
    tensorflow.config.run_functions_eagerly(True)
    np.seterrcall(print)
    locale.setlocale(locale.LC_NUMERIC, 'C.UTF-8')
    os.umask(0); os.chdir('/')
    decimal.getcontext().prec = 3; gc.disable(); sys.setrecursionlimit(5000)
    logging.disable(50); logging.root.addHandler(logging.NullHandler())
    sys.modules['json'] = None; sys.meta_path.append('left')
    builtins.ascii = repr; builtins.left_over = 1
    warnings.showwarning = print
    import csv, signal, socket, threading, time
    sys.set_int_max_str_digits(0); sys.setswitchinterval(3); gc.set_threshold(7); gc.callbacks.append(print)
    sys.setprofile(lambda *_: None); sys.unraisablehook = print; sys.stderr = None
    signal.signal(signal.SIGUSR1, lambda *_: None); signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2})
    csv.field_size_limit(7); socket.setdefaulttimeout(7)
    os.environ['TZ'] = 'XYZ+5'; time.tzset(); np.setbufsize(1600)
"""
AFTER = {
    "names": "try:\n    left\nexcept NameError:\n    pass\nelse:\n    raise AssertionError",
    "NumPy's random numbers": "now = np.random.get_state()[1]; np.random.seed(0)\n"
    "assert not np.array_equal(now, np.random.get_state()[1])",
    "Python's random numbers": "def drawn():\n    random.random()\n    return random.getstate()[1][:624]\n"
    "now = drawn(); random.seed(0); assert now != drawn()",
    "TensorFlow's random numbers": "import tensorflow\nx = tensorflow.random.uniform((3,)).numpy()\n"
    "tensorflow.random.set_seed(0); assert not np.array_equal(x, tensorflow.random.uniform((3,)))",
    "how arrays print": "assert repr(np.array([1 / 3])) == 'array([0.33333333])'",
    "NumPy's errors": "with warnings.catch_warnings():\n    warnings.simplefilter('ignore')\n    np.ones(1) / 0",
    "environment": "assert 'LEFT' not in os.environ and 'PATH' in os.environ",
    "path": "assert '/left' not in sys.path",
    "warnings": "warnings.warn('no error')",
    "plots": "assert plt.rcParams['figure.dpi'] != 11 and not plt.get_fignums()",
    "float type": "assert (keras.config.floatx(), keras.config.epsilon()) == ('float32', 1e-7)",
    "image format": "assert keras.config.image_data_format() == 'channels_last'",
    "dtype policy": "assert keras.config.dtype_policy().name == 'float32'",
    "custom objects": "import tf_keras\n"
    "assert 'left' not in {**keras.saving.get_custom_objects(), **tf_keras.utils.get_custom_objects()}",
    "the older Keras": "import tf_keras\nassert tf_keras.backend.floatx() == 'float32'\n"
    "assert tf_keras.mixed_precision.global_policy().name == 'float32'",
    "other settings of Keras": "assert keras.config.is_traceback_filtering_enabled() and not keras.config.max_epochs()",
    "how TensorFlow runs": "import tensorflow\nassert not tensorflow.config.functions_run_eagerly()",
    "who hears of NumPy's errors": "assert np.geterrcall() is None",
    "locale": "import locale\nassert locale.setlocale(locale.LC_NUMERIC) == 'C'",
    "folder": "assert os.getcwd() != '/'",
    "modes of files": "assert os.umask(0) != 0",
    "decimals": "import decimal\nassert decimal.getcontext().prec == 28",
    "collector": "import gc\nassert gc.isenabled()",
    "recursion": "assert sys.getrecursionlimit() != 5000",
    "logs": "import logging\nassert not logging.root.manager.disable\n"
    "assert logging.NullHandler not in map(type, logging.root.handlers)",
    "modules": "import json\nassert json.loads('1') == 1 and 'left' not in sys.meta_path",
    "built-in names": "import builtins\nassert ascii('é') != repr('é') and not hasattr(builtins, 'left_over')",
    "who hears of warnings": "assert warnings.showwarning is not print",
    "digits of numbers": "assert sys.get_int_max_str_digits() == 4300",
    "turns of threads": "assert sys.getswitchinterval() < 1",
    "when the collector runs": "import gc\nassert gc.get_threshold()[0] > 7 and print not in gc.callbacks",
    "who watches calls": "assert sys.getprofile() is None",
    "who hears of errors": "assert sys.unraisablehook is not print",
    "streams": "assert sys.stderr is not None",
    "signals": "import signal\nassert signal.getsignal(signal.SIGUSR1) == signal.SIG_DFL\n"
    "assert not signal.pthread_sigmask(signal.SIG_BLOCK, [])",
    "fields of tables": "import csv\nassert csv.field_size_limit() > 7",
    "sockets": "import socket\nassert socket.getdefaulttimeout() is None",
    "time zone": "import time\nassert time.tzname[0] != 'XYZ'",
    "NumPy's buffer": "assert np.getbufsize() != 1600",
    "names of layers": "assert keras.layers.Dense(1).name == 'dense'",
}
IMPORTS = "import os, random, sys, warnings\nimport keras, matplotlib.pyplot as plt, numpy as np\n"


@pytest.fixture(autouse=True)
def none_waits():
    """No checker process waits before a test or after it."""
    checker_pool.close_idle()
    yield
    checker_pool.close_idle()


def waiting():
    return [examiner.process.pid for examiner, _ in checker_pool._idle]


async def run(examiner, *sources):
    return [await examiner.run_given(textwrap.dedent(each)) for each in sources]


@pytest.fixture(scope="module")
def second_notebook(tmp_path_factory):
    """The results of AFTER in a checker process that has served another notebook, and in a new one."""

    async def go():
        examiner = await checker_pool.borrow(str(tmp_path_factory.mktemp("first")), [], "one")
        with contextlib.closing(examiner):
            assert await run(examiner, BEFORE) == [None]
            spoiled = dict(zip(AFTER, await run(examiner, *[IMPORTS + each for each in AFTER.values()]), strict=True))
            await run(examiner, BEFORE)
            said = {}
            for name, source in AFTER.items():
                await examiner.begin(str(tmp_path_factory.mktemp("second")))
                said[name] = (await run(examiner, IMPORTS + source))[0]
                await examiner.begin(str(tmp_path_factory.mktemp("third")))
                await run(examiner, BEFORE)
        return spoiled, said

    return asyncio.run(go())


@pytest.mark.parametrize("what", AFTER)
def test_the_next_notebook_meets_nothing_of_the_one_before(second_notebook, what):
    spoiled, said = second_notebook
    assert spoiled[what] is not None, "this check would pass in any case"
    assert said[what] is None


def test_it_works_in_the_folder_of_its_notebook(tmp_path):
    async def go():
        (tmp_path / "data.txt").write_text("3")
        examiner = await checker_pool.borrow(str(tmp_path), [], None)
        with contextlib.closing(examiner):
            assert await run(examiner, "assert open('data.txt').read() == '3'") == [None]

    asyncio.run(go())


def test_one_that_waits_is_taken_for_the_same_purpose_only(tmp_path):
    async def pid(purpose):
        examiner = await checker_pool.borrow(str(tmp_path), [], purpose)
        checker_pool.give_back(examiner)
        return examiner.process.pid

    async def go():
        first = await pid("one")
        assert await pid("one") == first
        assert await pid("another") != first
        assert await pid(None) not in [first, *waiting()]
        assert waiting()[-1] == first or first in waiting()
        for examiner, _ in checker_pool._idle:
            examiner.process.kill()
            examiner.process.wait(10)
        assert await pid("one") != first  # it had ended while it waited

    asyncio.run(go())


def test_it_does_a_limited_number_of_notebooks_and_does_not_wait_for_ever(tmp_path, monkeypatch):
    async def go():
        monkeypatch.setattr(checker_pool, "NOTEBOOKS", 2)
        for expected in (1, 0, 1):
            checker_pool.give_back(await checker_pool.borrow(str(tmp_path), [], "one"))
            assert len(waiting()) == expected
        monkeypatch.setattr(checker_pool, "IDLE_SECONDS", 0.1)
        checker_pool.give_back(await checker_pool.borrow(str(tmp_path), [], "two"))
        await asyncio.sleep(1)
        assert len(waiting()) == 1

    asyncio.run(go())


@pytest.mark.parametrize(
    ("double", "kept"),
    [
        ("def double(x): return 2 * x", True),
        ("def double(x): return x", True),
        ("import os\ndef double(x): os._exit(0)", False),
        ("def double(x):\n    while True: pass", False),
    ],
)
def test_after_trouble_it_does_no_other_notebook(tmp_path, double, kept):
    examine(submission(double=double), tmp_path, timeout=3)
    assert bool(waiting()) == kept


def test_its_files_are_read_only_and_the_rest_of_the_machine_is_out_of_reach(tmp_path):
    """It is confined like the student's process, and may not start programs either."""
    (tmp_path / "notebook").mkdir()
    (tmp_path / "notebook" / "data.txt").write_text("3")
    (tmp_path / "secret").write_text("4711")
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "helper_of_course.py").write_text("VALUE = 5")
    os.chmod(tmp_path / "course", 0o700)
    allowed = """
        import keras, numpy as np, helper_of_course
        assert helper_of_course.VALUE == 5 and open('data.txt').read() == '3'
        open('mine.txt', 'w').write('1')
        assert np.asarray(keras.layers.SimpleRNN(2)(np.ones((1, 2, 3)))).shape == (1, 2)
        assert float(np.ones((600, 600)).dot(np.ones((600, 600)))[0, 0]) == 600
    """
    denied = {
        "a file outside": f"open({str(tmp_path / 'secret')!r})",
        "writing outside": f"open({str(tmp_path / 'new')!r}, 'w')",
        "a file of the course": "open('data.txt', 'w')",
        "a module of the course": "import helper_of_course\nopen(helper_of_course.__file__, 'a')",
        "the network": "import socket\nsocket.socket()",
        "a program": "import subprocess, sys\nsubprocess.run([sys.executable, '-c', ''])",
        "another process": f"import os\nos.kill({os.getpid()}, 0)",
        "memory": "import mmap\nmmap.mmap(-1, 2**36, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)",
        "a variable": "import os\nos.environ['DATABASE_PASSWORD']",
    }

    async def go():
        policy = checker_pool.policy_for(CONFINED, 600)
        path = [str(tmp_path / "course")]
        examiner = await checker_pool.borrow(str(tmp_path / "notebook"), path, None, None, policy)
        with contextlib.closing(examiner):
            assert await run(examiner, allowed) == [None]
            assert await examiner.keep_files(str(tmp_path / "kept"), 9)
            errors = dict(zip(denied, await run(examiner, *denied.values()), strict=True))
            assert os.getuid() or psutil.Process(examiner.process.pid).uids().real
            return errors

    for name, error in asyncio.run(go()).items():
        assert error and error.split(":")[0] in ("PermissionError", "FileNotFoundError", "OSError", "KeyError",
            "ProcessLookupError"), (name, error)  # fmt: skip
    assert sorted(path.name for path in tmp_path.iterdir()) == ["course", "kept", "notebook", "secret"]
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["mine.txt"]


def test_one_that_has_grown_or_left_a_thread_serves_no_other_notebook(tmp_path, monkeypatch):
    async def go():
        monkeypatch.setattr(checker_pool, "GROWTH", 20 * 2**20)
        kept = {}
        for name, source in {
            "nothing": "1",
            "memory": "import sys\nsys.left = b'x' * 10**8",
            "a thread": "import threading, time\nthreading.Thread(target=time.sleep, args=[60], daemon=True).start()",
        }.items():
            examiner = await checker_pool.borrow(str(tmp_path), [], name)
            pid = examiner.process.pid
            assert await run(examiner, source) == [None]
            checker_pool.give_back(examiner)
            examiner = await checker_pool.borrow(str(tmp_path), [], name)
            kept[name] = examiner.process.pid == pid
            examiner.close()
        assert kept == {"nothing": True, "memory": False, "a thread": False}

    asyncio.run(go())
