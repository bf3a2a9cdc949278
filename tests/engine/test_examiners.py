"""A checker process serves many notebooks, each as if the process were new. After trouble, it serves no other."""

from __future__ import annotations

import asyncio
import contextlib
import textwrap

import pytest

from autograder.engine.execution import checker_pool
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
