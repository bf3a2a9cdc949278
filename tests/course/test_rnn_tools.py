"""The module beside the notebooks: the messages of a check on errors, wrong forms and mistakes."""

import importlib.util
import linecache
import subprocess
import sys

import pytest

from tests.support.this_course import SOURCE

CARD = """
import sys, types
sys.modules["tensorflow"] = types.SimpleNamespace(
    config=types.SimpleNamespace(get_visible_devices=lambda kind: [f"/physical_device:{kind}:0"])
)
sys.path.insert(0, sys.argv[1])
try:
    import rnn_tools
except AssertionError as error:
    print(error._render_traceback_())
"""


@pytest.fixture(scope="module")
def tools():
    spec = importlib.util.spec_from_file_location("rnn_tools", SOURCE / "rnn_tools.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("visible", [None, "0"])
def test_a_card_that_tensorflow_uses_already_stops_the_set_up_with_one_sentence(visible, monkeypatch):
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    if visible:
        monkeypatch.setenv("CUDA_VISIBLE_DEVICES", visible)
    ended = subprocess.run([sys.executable, "-c", CARD, SOURCE], capture_output=True, text=True, timeout=60)
    assert "TensorFlow already uses the graphics card" in ended.stdout
    assert len(ended.stdout.splitlines()) == 1 and "restart the kernel" in ended.stdout


def test_the_card_is_hidden_before_tensorflow_starts():
    code = (
        "import sys, os; sys.path.insert(0, sys.argv[1]); import rnn_tools; print(os.environ['CUDA_VISIBLE_DEVICES'])"
    )
    ended = subprocess.run([sys.executable, "-c", code, SOURCE], capture_output=True, text=True, timeout=120)
    assert (ended.stdout, ended.stderr) == ("-1\n", "")


def cell(text, name, space):
    """Run a cell as a kernel does, so that its lines are known, but there is no file with its name."""
    filename = f"<{name}>"
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    exec(compile(text, filename, "exec"), space)


def message_of(tools, student, call, given="", **names):
    """Return the message of a check on an answer that it calls."""
    space = {name: getattr(tools, name) for name in ("check", "compare", "compare_exactly", "keras", "np")} | names
    cell(given, "given", space)
    cell(student, "student", space)
    with pytest.raises(tools.CheckFailed) as caught:
        cell(f"@check\ndef it():\n    '''it: works.'''\n    {call}", "check", space)
    return str(caught.value)


@pytest.mark.parametrize(
    ("student", "says"),
    [
        ("def f():\n    np.zeros(3)", "The array is None. Is there a `return` at the end of your function?"),
        ("def f():\n    raise NotImplementedError()", "Not written yet. Write your code, and delete the line"),
        ("def f():\n    return 3\n    raise NotImplementedError()", "The array has shape ()"),
        ("def f():\n    x = 1\n    raise NotImplementedError()", "and delete the line `raise NotImplementedError()`."),
        (
            "def f():\n    return np.zeros((3, 2)), np.zeros(2)",
            "Your function returns 2 things, but it should return only one.",
        ),
        ("def f():\n    return SimpleRNN(3)", "`SimpleRNN` belongs to keras.layers. Write `keras.layers.SimpleRNN`"),
        ("def f():\n    return Sequential()", "`Sequential` belongs to keras. Write `keras.Sequential`"),
        ("def f():\n    return tanh(3)", "`tanh` belongs to numpy. Write `np.tanh`, or import it first."),
        ("def f():\n    return kernal", "Python does not know the name `kernal`. Check its spelling"),
        ("def f():\n    h = h + 1\n    return h", "Your function uses `h` before it gives it a value."),
        (
            "def f():\n    return np.ones((2, 3)) @ np.ones(4)",
            "same length. Here they have 3 and 4 numbers.",
        ),
        ("def f():\n    return np.dot(np.ones((2, 3)), np.ones(4))", "Here they have 3 and 4 numbers."),
        ("def f():\n    return np.ones(3) + np.ones(4)", "Arrays of shapes (3,) and (4,) cannot be combined"),
        ("def f():\n    return [[1, 2], [3]]", "The array is a list whose rows have different lengths"),
        ("def f():\n    return 'text'", "The array should be an array of numbers, but it is str."),
        ("def f():\n    return np.array([1.0, 2.0, np.nan])", "The array contains nan or inf."),
        ("def f():\n    return keras.layers.SimpleRNN(3)(keras.Input((10,)))", "but this one got two"),
        ("def f():\n    return keras.layers.SimpleRNN(3)(keras.Input((8, 2, 10)))", "but this one got four"),
        ("def f():\n    return [x for x in keras.Input((2, 10))]", "its tensors hold no numbers yet"),
        ("def f():\n    layer = keras.layers.Dense(3)\n    layer.set_weights([1])", "This layer has no weights yet"),
        ("def f():\n    return keras.layers.SimpleRNN(3, input_length=2)", "has no argument `input_length`"),
    ],
)
def test_an_error_becomes_help(tools, student, says):
    assert says in message_of(tools, student, "compare('The array', f(), np.array([1.0, 2.0, 3.0]))")


def test_the_line_shown_is_the_students_also_if_a_given_function_raises_the_error(tools):
    given = "def step(x):\n    raise ValueError('x does not fit')"
    helper = "def inner(x):\n    return step(x)\n\ndef f():\n    return inner(1)"
    assert message_of(tools, helper, "f()", given).endswith("at line 2 of your cell: return step(x)")
    assert "line" not in message_of(tools, "def f():\n    pass", "f() + 1")


def test_bold_letters_of_keras_do_not_reach_the_message(tools):
    said = message_of(tools, "def f():\n    raise ValueError('\\x1b[1mbold\\x1b[0m')", "f()")
    assert "ValueError: bold" in said and "\x1b" not in said


@pytest.mark.parametrize(
    ("mine", "says"),
    [
        (None, "Your count is None. Is there a `return` at the end of your function?"),
        ("(None, 7)", "Your count is '(None, 7)', which has text in quotes. Write it without the quotes."),
        ({1: 2}, "Your count is a dict, but it should be a tuple or a list."),
        (7, "Your count is 7, a single value, but it should be a tuple of several values."),
        (2.0, "Your count holds 2.0, a float, but counts and sizes are integers."),
        ((7, 3), "The two axes are swapped."),
        ((1, 1), "Your count is (1, 1), which is not right."),
    ],
)
def test_a_wrong_count_or_shape_is_named(tools, mine, says):
    with pytest.raises(tools.CheckFailed) as caught:
        tools.compare_exactly("Your count", mine, (3, 7), {"The two axes are swapped.": (7, 3)})
    assert str(caught.value) == says


@pytest.mark.parametrize(
    ("mine", "says"),
    [
        (None, "The name is None. Is there a `return` at the end of your function?"),
        (["a", "b"], "The name is a list, but it should be one text. `''.join` joins its parts."),
        (3, "The name should be a text, but it is of type int."),
    ],
)
def test_what_is_no_text_is_named(tools, mine, says):
    with pytest.raises(tools.CheckFailed) as caught:
        tools.as_text("The name", mine)
    assert str(caught.value) == says
    assert tools.as_text("The name", "") == ""


SHOWN, SECOND = ((8, 4), (8, 8), (8,)), ((1, 1), (1, 1), (1,))


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (None, "Your prediction is None"),
        (SHOWN, "Return a pair of two answers"),
        ((SHOWN, None), "Your second answer is None. Fill in your prediction."),
        ((SHOWN, ...), "Your second answer is `...`. Fill in your prediction."),
        ((SHOWN, "x"), "Your second answer is 'x', which has text in quotes"),
        ((SHOWN, 3), "Your second answer is 3, but it should be a tuple, such as ((1, 1), (1, 1), (1,))."),
        ((SHOWN, ((1, 1), (1, 1))), "Your second answer has 2 parts, but it should have 3"),
        ((SHOWN, ((7, 3), (7, 7), 7)), "B of your second answer is 7, but it should be a tuple, such as (1,)."),
        ((((4, 8), (8, 8), (8,)), SECOND), "Wx has its two axes swapped."),
        ((((8, 4), (4, 4), (4,)), SECOND), "Your first answer is not right for Wh and b."),
    ],
)
def test_a_prediction_hears_of_its_form_and_of_its_first_answer_only(tools, answer, says):
    mistakes = {"Wx has its two axes swapped.": ((4, 8), (8, 8), (8,))}
    with pytest.raises(tools.CheckFailed) as caught:
        tools.check_prediction(answer, SHOWN, SECOND, entries=("Wx", "Wh", "b"), mistakes=mistakes)
    assert str(caught.value).startswith(says)


def test_a_prediction_of_the_right_form_passes_whatever_its_second_answer_says(tools):
    tools.check_prediction((SHOWN, ((0, 9), (7,), (1, 2, 3))), SHOWN, SECOND, entries=("Wx", "Wh", "b"))
    tools.check_prediction(((None, 3), (None, 99)), (None, 3), (None, 1))
    tools.check_prediction([[True, False], [False, False, True]], (True, False), (True, True, True))


def test_a_single_shape_for_a_prediction_of_two_is_named(tools):
    with pytest.raises(tools.CheckFailed, match="Return a pair of two tuples"):
        tools.check_prediction((None, 3), (None, 3), (None, 1))
    with pytest.raises(tools.CheckFailed, match=r"Your first answer is None\. Fill in"):
        tools.check_prediction((None, None), (None, 3), (None, 1))


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"dropout": 0.2}, "The model sets `dropout` of a SimpleRNN layer to 0.2. Leave it at its default."),
        ({"trainable": False}, "sets `trainable` of a SimpleRNN layer to False"),
        ({"kernel_initializer": "he_normal"}, "sets `kernel_initializer` of a SimpleRNN layer to HeNormal"),
        ({"dtype": "float64"}, "sets `dtype` of a SimpleRNN layer to float64"),
        ({"kernel_constraint": "non_neg"}, "sets `kernel_constraint` of a SimpleRNN layer to NonNeg"),
        ({"kernel_regularizer": "l2"}, "sets `kernel_regularizer` of a SimpleRNN layer to L2"),
    ],
)
def test_a_setting_that_is_not_the_default_is_named_in_wrappers_too(tools, settings, says):
    layer = tools.keras.layers.SimpleRNN(3, return_sequences=True, **settings)
    for wrapped in (layer, tools.keras.layers.Bidirectional(layer)):
        model = tools.keras.Sequential([tools.keras.Input((2, 4)), wrapped])
        with pytest.raises(tools.CheckFailed) as caught:
            tools.check_settings("The model", model, allowed=("return_sequences",))
        assert says in str(caught.value)


def test_default_settings_pass(tools):
    layers = [tools.keras.layers.SimpleRNN(3), tools.keras.layers.Dense(2)]
    tools.check_settings("The model", tools.keras.Sequential([tools.keras.Input((2, 4)), *layers]))


def test_mistakes_may_be_rounded_to_four_digits(tools):
    with pytest.raises(tools.CheckFailed, match=r"^The bias is missing\.$"):
        tools.compare("The state", [0.71629787], [0.5], {"The bias is missing.": [0.7163]})


STUB = "def cut(values):\n    raise NotImplementedError()"
CELLS = """
import sys
from IPython.core.interactiveshell import InteractiveShell

class ZMQInteractiveShell(InteractiveShell):
    "Stands for the shell of a notebook, which has this name."

shell = ZMQInteractiveShell.instance(colors="nocolor")
sys.path.insert(0, sys.argv[1])
for source in ["import rnn_tools", *sys.argv[2:]]:
    print("#cell")
    print("goes on" if shell.run_cell(source, store_history=True).success else "stops")
"""


def shown_after(*cells):
    """Return what a notebook shows below each of these cells, which run after the import of the tools."""
    command = [sys.executable, "-c", CELLS, SOURCE, *cells]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert ended.returncode == 0 and not ended.stderr
    return [text.strip() for text in ended.stdout.split("#cell\n")[2:]]


def test_a_cell_that_needs_an_unwritten_exercise_prints_one_line_and_run_all_goes_on():
    written = STUB.replace("raise NotImplementedError()", "return values")
    used, built_on, twice, _, _, solved = shown_after(
        STUB, "parts = cut([1, 2])", "others = parts[0]", "print(others)", written, "parts = cut([1, 2])",
        "others = parts[0]; print(others)",
    )[1:]  # fmt: skip
    assert used == "This cell needs your `cut`. Write it first, then run this cell again.\ngoes on"
    assert built_on == "This cell needs `parts`, which a cell above makes with your `cut`. Write that first.\ngoes on"
    assert twice == "This cell needs `others`, which a cell above makes with your `cut`. Write that first.\ngoes on"
    assert solved == "1\ngoes on"


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("print(others)", "name 'others' is not defined"),
        ("raise NotImplementedError('no layer')", "no layer"),
        ("raise NotImplementedError()", "NotImplementedError"),
        ("1 / 0", "ZeroDivisionError"),
    ],
)
def test_any_other_error_of_a_cell_is_shown_as_usual(cell, says):
    stub, _, shown = shown_after(STUB, "parts = cut([1, 2])", cell)
    assert stub == "goes on" and shown.endswith("stops") and "Traceback" in shown and says in shown
