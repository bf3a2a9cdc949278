"""Tools of the notebooks: checks, their messages, and pictures. There is nothing to change here.

Every notebook imports what it needs from the copy of this file that lies beside it. The import also starts Keras, on
the processor and without TensorFlow's messages.
"""

import ast
import base64
import contextlib
import functools
import io
import logging
import operator
import os
import re
import sys
import traceback

import numpy as np
from IPython import get_ipython
from IPython.display import display

BLUE, ORANGE, PINK, GREY, GREEN, VERMILION = "#0072B2", "#E69F00", "#CC79A7", "#999999", "#007F5C", "#C04F00"
"""Colours that people with colour-blindness can tell apart (Okabe and Ito, 2008; the last two are darker here)."""

NOT_WRITTEN = "Not written yet. Write your code, and delete the line `raise NotImplementedError()`."
ROUNDED = 1e-4
"""How close an answer must be to the numbers of a mistake; they may be rounded to four digits."""


class CheckFailed(AssertionError):
    """Raised by a check that fails; shown as one message without a traceback."""

    def _render_traceback_(self):
        return [f"✗ {self}"]


# Starting Keras


@contextlib.contextmanager
def quiet_stderr():
    """Discard what Python, its loggers and TensorFlow's C++ write to stderr while the block runs."""
    sys.stderr.flush()
    terminal = os.dup(2)
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stderr(nowhere):
        os.dup2(nowhere.fileno(), 2)
        logging.disable(logging.CRITICAL)
        try:
            yield
        finally:
            logging.disable(logging.NOTSET)
            os.dup2(terminal, 2)
            os.close(terminal)


def hide_graphics_card():
    """Let TensorFlow use the processor only.

    These models are tiny and faster there; and since Ampere, NVIDIA's cards round the factors of a product to 10 bits
    (TF32), so that a right answer can be off by 0.001.

    Raises:
        CheckFailed: TensorFlow was started before and uses a card already.
    """
    started = "tensorflow" in sys.modules and os.environ.get("CUDA_VISIBLE_DEVICES") != "-1"
    if started and sys.modules["tensorflow"].config.get_visible_devices("GPU"):
        raise CheckFailed(
            "TensorFlow already uses the graphics card, where right answers can be off by 0.001: "
            "restart the kernel and run the notebook from the top."
        )
    os.environ["CUDA_VISIBLE_DEVICES"] = "-1"


hide_graphics_card()
os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
with quiet_stderr():
    import keras
    from matplotlib import font_manager
    from matplotlib import pyplot as plt
    from matplotlib.patches import Rectangle

# Running a check


def check(body):
    """Run a check now: print a tick and its docstring, or raise CheckFailed with one message."""
    try:
        with quiet_stderr():
            body()
    except CheckFailed:
        raise
    except NotImplementedError as error:
        message = explain(error, body) if error.args else NOT_WRITTEN  # Keras and NumPy raise it with a text
    except Exception as error:
        message = explain(error, body)
    else:
        print(f"✓ {body.__doc__}")
        return
    raise CheckFailed(message) from None


def explain(error, body):
    """Return what an error means, its first lines, and the line of the student's cell that it came from."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", str(error))  # Keras writes in bold
    raw = f"{type(error).__name__}: {text[:400]}"
    meaning = missing_name(error) if isinstance(error, NameError) else meaning_of(text)
    lines = [f"{meaning}\n  Your code stopped with {raw}" if meaning else f"Your code stopped with {raw}"]
    lines += getattr(error, "__notes__", [])
    line = line_in_cell(error, body)
    return "\n  ".join(lines if line is None or line in lines else [*lines, line])


def line_in_cell(error, body):
    """Return the line where an error left the cell that the check called, or None if it left none."""
    ours = (__file__, body.__code__.co_filename)
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.line and frame.filename not in ours and not os.path.exists(frame.filename)
    ]
    inside = [frame for frame in frames if frame.filename == frames[0].filename]  # not in a given function below it
    return f"at line {inside[-1].lineno} of your cell: {inside[-1].line}" if inside else None


def missing_name(error):
    """Return what to do about a name that Python does not know."""
    name = getattr(error, "name", None) or next(iter(re.findall(r"'(\w+)'", str(error))), "")
    if isinstance(error, UnboundLocalError):
        return f"Your function uses `{name}` before it gives it a value."
    for path, module in (("keras.layers", keras.layers), ("keras", keras), ("numpy", np)):
        if name and hasattr(module, name):
            short = path.replace("numpy", "np")
            return f"`{name}` belongs to {path}. Write `{short}.{name}`, or import it first."
    return f"Python does not know the name `{name}`. Check its spelling, and run the cells above."


MEANINGS = {
    r"matmul: .*\(size (\d+) is different from (\d+)\)": (
        "`A @ B` multiplies the rows of A by the columns of B, so they must have the same length. Here they have {1} "
        "and {0} numbers."
    ),
    r"shapes \(.*\) and \(.*\) not aligned: (\d+) \(dim \d\) != (\d+) \(dim \d\)": (
        "`np.dot(A, B)` multiplies the rows of A by the columns of B, so they must have the same length. Here they have "
        "{0} and {1} numbers."
    ),
    r"operands could not be broadcast together with shapes (\(.*?\)) (\(.*?\))": (
        "Arrays of shapes {0} and {1} cannot be combined element by element."
    ),
    r"axis (-?\d+) is out of bounds for array of dimension (\d+)": (
        "An array with {1} axes has no axis {0}. Axes count from 0, or from the end with -1, -2 and so on."
    ),
    r"inhomogeneous shape": "A list whose rows have different lengths cannot become an array.",
    r"expected ndim=3, found ndim=2": (
        "A recurrent layer needs three axes, (batch, time steps, input dimension), but this one got two. Either an axis "
        "of the input shape is missing, or the layer below does not return all its states."
    ),
    r"expected ndim=3, found ndim=4": (
        "A recurrent layer needs three axes, (batch, time steps, input dimension), but this one got four. The batch size "
        "does not belong in `shape`."
    ),
    r"matmul: Input operand \d does not have enough dimensions": (
        "`A @ B` needs two arrays, but one of them is a single number or None."
    ),
    r"truth value of an array": (
        "An array of several numbers is neither true nor false, so `if`, `or` and `==` cannot decide with it."
    ),
    r"Cannot cast ufunc '\w+' output from dtype\('float64'\) to dtype\('int\d+'\)": (
        "An array of integers cannot hold floats, so `+=` cannot add floats to it."
    ),
    r"weight shape (\(.*?\)) is not compatible with provided weight shape (\(.*?\))": (
        "A weight of this layer has the shape {0}, but your array has the shape {1}. Look at the sizes, at the order of "
        "the arrays, and at which of them are transposed."
    ),
    r"weight list of length (\d+), but the layer was expecting ([1-9]\d*) weights": (
        "This layer has {1} weight arrays, but your list has {0}."
    ),
    r"expects 1 input\(s\), but it received (\d+) input tensors": (
        "This layer expects one tensor, but it got {0}. Does the layer below it return several, as with return_state=True?"
    ),
    r"could not broadcast input array from shape (\(.*?\)) into shape (\(.*?\))": (
        "An array of shape {0} does not fit into a place of shape {1}."
    ),
    r"symbolic KerasTensor|KerasTensor is symbolic|KerasTensor cannot be used": (
        "While a model is being built, its tensors hold no numbers yet. Connect them only through layers, without NumPy "
        "and without a loop over a tensor."
    ),
    r"expecting 0 weights|expected 0 weights": (
        "This layer has no weights yet. It creates them when it knows the shape of its input."
    ),
    r"RNN is stateful, the batch size.*Expected batch size: (\d+).*Received batch size: (\d+)": (
        "A stateful layer of this model expects batches of {0} rows, but it got {1}."
    ),
    r"batch size must be static": ("A stateful layer must know the batch size, but this model does not specify it."),
    r"Unrecognized keyword arguments passed to (\w+): \{'(\w+)'": "A {0} layer of Keras 3 has no argument `{1}`.",
    r"'NoneType' object": "A value in your code is None. Is the `return` missing in a function that you call?",
}
"""Texts of NumPy and Keras that say little to a beginner (regular expressions), and what they mean."""


def meaning_of(text):
    """Return what an error text of NumPy or Keras means, or an empty text if it is not in the list."""
    for pattern, meaning in MEANINGS.items():
        if found := re.search(pattern, text, re.DOTALL):
            return meaning.format(*found.groups())
    return ""


# Cells that use an exercise


def explain_unwritten():
    """Let a cell that needs an unwritten exercise print one line instead of an error, so that Run All goes on."""
    shell = get_ipython()
    if "ZMQInteractiveShell" in [kind.__name__ for kind in type(shell).__mro__]:  # in a notebook, not in grading
        missing = {}  # names that cells would have set if they had not ended so: name → exercise
        shell.set_custom_exc((Exception,), functools.partial(show_unwritten, missing))
        shell.events.register("post_run_cell", functools.partial(after_cell, missing))


def show_unwritten(missing, shell, kind, error, trace, tb_offset=None):
    """Show an error of a cell: as one line if an unwritten exercise is the reason, as usual otherwise."""
    exercise = traceback.extract_tb(trace)[-1].name
    if isinstance(error, NotImplementedError) and not error.args and exercise.isidentifier():
        line = f"This cell needs your `{exercise}`. Write it first, then run this cell again."
    elif isinstance(error, NameError) and error.name in missing:
        exercise = missing[error.name]
        line = f"This cell needs `{error.name}`, which a cell above makes with your `{exercise}`. Write that first."
    else:
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
        return
    print(line)
    plt.close("all")  # or the notebook would show a half-made figure
    error.is_explained = True
    for name in names_in(shell.user_ns["In"][-1], ast.Store):
        missing[name] = exercise
        shell.user_ns.pop(name, None)  # from an earlier cell, or only half made


def after_cell(missing, result):
    """Take an explained error for none, and forget the names that a cell without an error has set."""
    if result is None:  # the cell was interrupted
        return
    if getattr(result.error_in_exec, "is_explained", False):
        result.error_in_exec = None
    elif result.success:
        for name in names_in(result.info.raw_cell, ast.Store):
            missing.pop(name, None)


def names_in(source, use):
    """Return the names that a cell loads or stores; none if it holds a line that is not Python."""
    with contextlib.suppress(SyntaxError):
        nodes = ast.walk(ast.parse(source))
        return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, use)}
    return set()


explain_unwritten()

# Comparing arrays


def compare(name, mine, reference, mistakes=None, axes=None, atol=1e-5):
    """Fail unless `mine` has the shape of `reference` and its values to `atol`.

    `mistakes` maps what went wrong, a whole sentence, to the numbers that the mistake gives, or to a function that
    returns them.
    """
    reference = np.asarray(reference)
    numbers = as_numbers(name, mine)
    if agree(numbers, reference, atol):
        return
    for sentence, values in (mistakes or {}).items():
        with contextlib.suppress(ValueError, IndexError):  # a mistake that these sizes rule out
            if agree(numbers, np.asarray(values() if callable(values) else values), max(atol, ROUNDED)):
                raise CheckFailed(sentence)
    if numbers.shape != reference.shape:
        raise CheckFailed(f"{name} has shape {numbers.shape}, but it should be {axes or reference.shape}.")
    if not np.isfinite(numbers).all():
        raise CheckFailed(f"{name} contains nan or inf.")
    if numbers.dtype.kind in "iu" and reference.dtype.kind == "f":
        raise CheckFailed(f"{name} holds integers ({numbers.dtype}). Was the result cast to integers?")
    off = np.abs(numbers.astype(float) - reference)  # as floats: bool has no minus, uint8 wraps
    wrong = np.argwhere(off > atol)
    if off.ndim == 0:
        raise CheckFailed(f"{name} is not right.")
    where = "all values are wrong" if len(wrong) == off.size > 1 else f"{len(wrong)} of {off.size} values are wrong"
    raise CheckFailed(f"{name} has the right shape, but {where}, the first at index {tuple(wrong[0].tolist())}.")


def as_numbers(name, mine):
    """Return `mine` as an array of numbers."""
    if mine is None:
        raise CheckFailed(f"{name} is None. Is there a `return` at the end of your function?")
    try:
        numbers = np.asarray(mine)
    except ValueError:
        if isinstance(mine, tuple):
            raise CheckFailed(f"Your function returns {len(mine)} things, but it should return only one.") from None
        raise CheckFailed(f"{name} is a list whose rows have different lengths, not an array.") from None
    if numbers.dtype.kind not in "biuf":
        kind = type(mine).__name__ if not isinstance(mine, np.ndarray) else f"an array of {mine.dtype}"
        raise CheckFailed(f"{name} should be an array of numbers, but it is {kind}.")
    return numbers


def as_text(name, value):
    """Return `value` if it is a text."""
    if value is None:
        raise CheckFailed(f"{name} is None. Is there a `return` at the end of your function?")
    if isinstance(value, (list, tuple)):
        raise CheckFailed(f"{name} is a {type(value).__name__}, but it should be one text. `''.join` joins its parts.")
    if not isinstance(value, str):
        raise CheckFailed(f"{name} should be a text, but it is of type {type(value).__name__}.")
    return value


def as_several(name, value):
    """Return `value` if it holds several values: None, a single number or a text is no answer."""
    if value is None:
        raise CheckFailed(f"{name} is None. Is there a `return` at the end of your function?")
    if len(value) if isinstance(value, (list, tuple)) else np.ndim(value) and np.size(value):
        return value
    raise CheckFailed(f"{name} should hold several values, but it is {value!r:.60}.")


def agree(numbers, reference, atol):
    """Return whether two arrays have the same shape, and the same values to `atol`."""
    return numbers.shape == reference.shape and np.allclose(numbers, reference, rtol=0, atol=atol)


def pair(name, result, first, second):
    """Return the two results of a function."""
    if result is None:
        raise CheckFailed(f"{name} returns None. Is there a `return` at the end of your function?")
    if not isinstance(result, (tuple, list, np.ndarray)) or len(result) != 2:
        raise CheckFailed(f"{name} should return two things: {first} and {second}.")
    return result


# Comparing counts, shapes and flags


def compare_exactly(name, mine, reference, mistakes=None):
    """Fail unless `mine` equals `reference`: a count, a shape, a flag, or a list of them.

    `mistakes` maps what went wrong, a whole sentence, to the value that the mistake gives, or to a function that
    returns it.
    """
    mine, reference = as_plain(name, mine), as_plain(name, reference)
    if mine == reference:
        return
    for sentence, value in (mistakes or {}).items():
        if mine == as_plain(name, value() if callable(value) else value):
            raise CheckFailed(sentence)
    if mine is None:
        raise CheckFailed(f"{name} is None. Is there a `return` at the end of your function?")
    if mine is Ellipsis:
        raise CheckFailed(f"{name} is `...`. Put your answer in its place.")
    if holds_text(mine) and not holds_text(reference):
        raise CheckFailed(f"{name} is {mine!r}, which has text in quotes. Write it without the quotes.")
    if isinstance(reference, tuple) and not isinstance(mine, tuple):
        raise CheckFailed(f"{name} is {mine!r}, a single value, but it should be a tuple of several values.")
    raise CheckFailed(f"{name} is {mine!r}, which is not right.")


def as_plain(name, value):
    """Return lists, arrays and shapes as tuples, any integer as int, and None, bool and str as they are."""
    if value is None or value is Ellipsis or isinstance(value, (bool, str)):
        return value
    if isinstance(value, np.bool_):
        return bool(value)
    if value is Ellipsis:
        raise CheckFailed(f"{name} is `...`. Put your answer in its place.")
    if isinstance(value, (float, np.floating)):
        raise CheckFailed(f"{name} holds {value!r}, a float, but counts and sizes are integers.")
    if isinstance(value, dict):
        raise CheckFailed(f"{name} is a dict, but it should be a tuple or a list.")
    with contextlib.suppress(TypeError):
        return operator.index(value)
    with contextlib.suppress(TypeError):
        return tuple(as_plain(name, part) for part in value)
    raise CheckFailed(f"{name} is a value of type {type(value).__name__}, which is neither a number nor a shape.")


def as_shape(name, value):
    """Return a shape as a tuple."""
    shape = as_plain(name, value)
    if not isinstance(shape, tuple):
        raise CheckFailed(f"{name} is {shape!r}, but a shape is a tuple, such as (2, 3) or (3,).")
    return shape


def holds_text(value):
    """Return whether a plain value is a text or holds one."""
    return isinstance(value, str) or (isinstance(value, tuple) and any(map(holds_text, value)))


def answer_to(key, answers):
    """Return the answer for one key of a dict."""
    if not isinstance(answers, dict) or key not in answers:
        raise CheckFailed(f"Your function should return a dict with an answer for {key!r}.")
    if isinstance(answers[key], str):
        raise CheckFailed(f"The answer for {key!r} is a text. Write True or False without quotes.")
    return answers[key]


def check_prediction(answer, shown, second, entries=None, mistakes=None):
    """Check the form of both answers of a prediction, and the values of the first.

    Args:
        answer: what the prediction returned: a pair.
        shown: the right answer for the shown case.
        second: an answer of the right form for the other case, with any numbers: it is graded, so only its form
            is checked here.
        entries: names for the parts of an answer, if it has several: the message then names the wrong part.
        mistakes: whole sentences, each with the first answer that the mistake gives.
    """
    answer = as_plain("Your prediction", answer)
    if answer is None:
        raise CheckFailed("Your prediction is None. Is there a `return` at the end of your function?")
    if not isinstance(answer, tuple) or len(answer) != 2:
        raise CheckFailed("Return a pair of two answers, one for the shown case and one for the other.")
    if isinstance(shown, tuple) and all(part is None or isinstance(part, int) for part in answer) and any(answer):
        raise CheckFailed("Return a pair of two tuples, one for the shown case and one for the other.")
    for which, value, example in (("first", answer[0], shown), ("second", answer[1], second)):
        must_have_form(f"Your {which} answer", value, as_plain("", example), entries)
    if entries and answer[0] != as_plain("", shown):
        for sentence, value in (mistakes or {}).items():
            if answer[0] == as_plain("", value):
                raise CheckFailed(sentence)
        wrong = [name for name, mine, right in zip(entries, answer[0], as_plain("", shown)) if mine != right]
        raise CheckFailed(f"Your first answer is not right for {' and '.join(wrong)}.")
    compare_exactly("Your first answer", answer[0], shown, mistakes)


def must_have_form(name, value, example, entries=None):
    """Fail unless a plain value has the form of the example: a number, a flag, a shape, or a tuple of such."""
    if value is None or value is Ellipsis:
        raise CheckFailed(f"{name} is {'None' if value is None else '`...`'}. Fill in your prediction.")
    if holds_text(value) and not holds_text(example):
        raise CheckFailed(f"{name} is {value!r}, which has text in quotes. Write it without the quotes.")
    if isinstance(example, tuple) != isinstance(value, tuple):
        kind = "a tuple" if isinstance(example, tuple) else "a single value"
        raise CheckFailed(f"{name} is {value!r}, but it should be {kind}, such as {dummy(example)}.")
    if not isinstance(example, tuple):
        return
    parts = entries if entries else example if any(isinstance(part, (tuple, bool)) for part in example) else None
    if parts and len(value) != len(parts):
        raise CheckFailed(f"{name} has {len(value)} parts, but it should have {len(parts)}, as in {dummy(example)}.")
    if parts:
        for k, (part, model) in enumerate(zip(value, example)):
            if model is not None and part is not None:
                which = f"{entries[k][0].upper()}{entries[k][1:]}" if entries else f"Part {k + 1}"
                must_have_form(f"{which} of {name[0].lower()}{name[1:]}", part, model)


def dummy(example):
    """Return an answer of the same form as text, with other values."""
    if isinstance(example, tuple):
        inside = ", ".join(dummy(part) for part in example)
        return f"({inside},)" if len(example) == 1 else f"({inside})"
    return "True" if isinstance(example, bool) else "None" if example is None else "1"


# Comparing models


def compare_models(name, mine, reference, mistakes=None, rng=None, atol=1e-5):
    """Fail unless `mine` has the shapes of `reference` and, on the same weights, gives the same values.

    `mistakes` maps what went wrong, a whole sentence, to the model that it makes, or a function that makes it. For a
    mistake that shows in the shapes, these are enough, as `shapes_of` gives them: no model need be built.
    """
    as_built(name, mine)
    rng = rng or np.random.default_rng(0)
    batch = [size or 3 for size in reference.input_shape]
    x = rng.normal(size=batch).astype("float32")
    same_shapes = shapes_of(mine) == shapes_of(reference)
    if same_shapes:
        weights = random_weights(reference, rng)
        want, first = run_on(reference, weights, x), run_on(mine, weights, x)
        second = outputs_of(mine, x)  # a layer that keeps its state gives another answer
        alike = [agree_all(outputs, want, atol) for outputs in (first, second)]
        if all(alike):
            return
        if alike[0]:
            raise CheckFailed(f"{name} returns a different result when it is called again.")
    # built only now that something is wrong, and one at a time: each model takes 20 ms
    for sentence, other in (mistakes or {}).items():
        if callable(other) and not isinstance(other, keras.Model):
            other = other()
        shapes = shapes_of(other) if isinstance(other, keras.Model) else other
        if shapes == shapes_of(mine) and (not same_shapes or agree_all(first, run_on(other, weights, x), atol)):
            raise CheckFailed(sentence)
    if same_shapes:
        raise CheckFailed(f"{name} has the right shapes, but it computes different values from the same weights.")
    parts = zip(("expects an input", "returns an output", "has weights"), shapes_of(mine), shapes_of(reference))
    for what, mine_has, should_have in parts:
        if mine_has != should_have:
            raise CheckFailed(f"{name} {what} of shape {mine_has}, which is not the shape in the task.")


def as_model(name, model):
    """Return a Keras model."""
    if model is None:
        raise CheckFailed(f"{name} is None. Is there a `return` at the end of your function?")
    if isinstance(model, keras.KerasTensor):
        raise CheckFailed(f"{name} is a tensor. Wrap input and output in keras.Model(inputs, outputs).")
    if not isinstance(model, keras.Model):
        raise CheckFailed(f"{name} should be a Keras model, but it is of type {type(model).__name__}.")
    return model


def as_built(name, model):
    """Return a Keras model that knows its input shape."""
    if not as_model(name, model).built or not hasattr(model, "input_shape"):
        raise CheckFailed(f"{name} does not know its input shape, so it has no weights. Begin with keras.Input.")
    return model


def check_settings(name, model, allowed=()):
    """Fail if a layer has a setting that is not the default of its kind.

    `allowed` names the settings that may differ, such as "return_sequences". Inputs, names and sizes may differ
    always.
    """
    layers = layers_of(model)
    in_wrappers = [part for layer in layers if hasattr(layer, "forward_layer") for part in halves_of(layer)]
    for layer in layers:
        if not isinstance(layer, (keras.layers.SimpleRNN, keras.layers.Dense)):
            continue
        set_by_wrapper = ("go_backwards", "zero_output_for_mask") if any(layer is h for h in in_wrappers) else ()
        usual = type(layer)(layer.units).get_config()
        for key, value in layer.get_config().items():
            if key in ("name", "units", *set_by_wrapper, *allowed) or value == usual.get(key):
                continue
            if isinstance(value, dict):  # an initializer, a regularizer, a constraint or a data type
                value = value["config"]["name"] if key == "dtype" else value["class_name"]
            raise CheckFailed(
                f"{name} sets `{key}` of a {type(layer).__name__} layer to {value}. Leave it at its default."
            )


def layers_of(model):
    """Return the layers of a model in order, those inside wrappers and models too, without inputs."""
    layers = []
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            layers += layers_of(layer)
        elif hasattr(layer, "forward_layer"):
            layers += [layer, *halves_of(layer)]
        elif isinstance(layer, keras.layers.TimeDistributed):
            layers += [layer, layer.layer]
        elif not isinstance(layer, keras.layers.InputLayer):
            layers.append(layer)
    return layers


def halves_of(bidirectional):
    """Return the two layers inside a Bidirectional layer."""
    return bidirectional.forward_layer, bidirectional.backward_layer


def shapes_of(model):
    """Return the input shape, the output shape or shapes, and the shapes of all weights."""
    return model.input_shape, model.output_shape, [w.shape for w in model.get_weights()]


def random_weights(model, rng):
    """Return weights in the shapes of the model's own, well away from saturation and none of them zero."""
    shapes = [w.shape for w in model.get_weights()]
    return [rng.normal(size=s) * (0.9 / np.sqrt(s[0]) if len(s) > 1 else 0.5) for s in shapes]


def run_on(model, weights, x):
    """Return all outputs of the model on these weights and this input, as a list of arrays."""
    model.set_weights(weights)
    return outputs_of(model, x)


def outputs_of(model, x):
    """Return all outputs of the model on this input, as a list of arrays."""
    outputs = model(x)
    return [np.asarray(part) for part in (outputs if isinstance(outputs, (list, tuple)) else [outputs])]


def agree_all(outputs, references, atol):
    """Return whether the outputs agree one by one."""
    return len(outputs) == len(references) and all(agree(a, b, atol) for a, b in zip(outputs, references))


# Pictures


def add_font(file="course_hangul.ttf", name="Course Hangul"):
    """Let figures draw Hangul with the font that lies beside this file, if it is there."""
    path = os.path.join(os.path.dirname(__file__), file)
    if os.path.exists(path):
        font_manager.fontManager.addfont(path)
        plt.rcParams["font.family"] = ["DejaVu Sans", name]  # the second one draws what the first one lacks


add_font()


def show(figure, alt):
    """Show a matplotlib figure with a text for those who cannot see it."""
    png = io.BytesIO()
    figure.savefig(png, format="png", dpi=110, bbox_inches="tight", facecolor="white")
    data = base64.b64encode(png.getvalue()).decode()
    html = f'<img alt="{alt}" src="data:image/png;base64,{data}" style="max-width:100%">'
    display({"text/html": html, "text/plain": alt}, raw=True)
    plt.close(figure)


def draw_states(panels, real=None):
    """Draw heat maps of states (T, H), one for each (title, states, framed step), with padding hatched."""
    height = 0.7 + 1.7 * len(panels)
    figure, panes = plt.subplots(len(panels), 1, figsize=(8, height), squeeze=False, layout="constrained")
    longest = max(len(states) for _, states, _ in panels)
    for axes, (title, states, framed) in zip(panes[:, 0], panels):
        steps, units = states.shape
        box = (0.5, steps + 0.5, units + 0.5, 0.5)
        image = axes.imshow(states.T, cmap="PuOr", vmin=-1, vmax=1, aspect="auto", extent=box)
        if real is not None and steps > real:
            hatched = Rectangle((real + 0.5, 0.5), steps - real, units, fill=False, hatch="//", ec="#555555")
            axes.add_patch(hatched)
            dashed = Rectangle((real - 0.46, 0.56), 0.92, units - 0.12, fill=False, ec="black", ls="--", lw=2)
            axes.add_patch(dashed)
        frame = Rectangle((framed - 0.46, 0.56), 0.92, units - 0.12, fill=False, ec=GREEN, lw=4)
        axes.add_patch(frame)
        axes.set(title=title, ylabel="unit", xlim=(0.4, longest + 0.6), ylim=(units + 0.6, 0.4))
        axes.set_xticks(range(1, longest + 1))
        axes.set_yticks(range(1, units + 1, 1 if units < 5 else 2))
    key = "\nsolid frame: the state that the layer returns; dashed frame: the last real state; hatched: padding"
    panes[-1, 0].set_xlabel("time step" + (key if real is not None else ""))
    figure.colorbar(image, ax=list(panes[:, 0]), label="hidden state")
    return figure


def draw_parameters(parts):
    """Draw the weights of each RNN as coloured squares; `parts` is a list of (title, inputs, units, colour)."""
    figure, axes = plt.subplots(figsize=(9, 3.6))
    for left, (title, inputs, units, colour) in zip(range(0, 33 * len(parts), 33), parts):
        axes.text(left + 14, -4.2, title, ha="center", fontsize=13, weight="bold")
        arrays = [
            ("kernel", (inputs, units), BLUE),
            ("recurrent kernel", (units, units), colour),
            ("bias", (units,), "#555555"),
        ]
        for x, (name, shape, fill) in zip(range(left, left + 33, 10), arrays):
            rows = shape[0] if len(shape) == 2 else 1
            for row in range(rows):
                for unit in range(units):
                    axes.add_patch(Rectangle((x + unit, row), 0.75, 0.75, color=fill, lw=0))
            label = f"{name}\n{shape}"
            axes.text(x + units / 2, -0.7, label, ha="center", fontsize=10)
            axes.text(x + units / 2, rows + 1.3, rows * units, ha="center", fontsize=12)
    axes.set(xlim=(-1, 33 * len(parts) - 4), ylim=(9.8, -5))
    axes.set_aspect("equal")
    axes.axis("off")
    return figure


def draw_influence(panels):
    """Draw influence maps side by side; `panels` maps a title to an array (T, T), changed word by time step."""
    figure, panes = plt.subplots(1, len(panels), figsize=(9, 9 / len(panels)), layout="constrained")
    colours = plt.get_cmap("cividis").copy()
    colours.set_bad("white")
    for axes, (title, change) in zip(np.atleast_1d(panes), panels.items()):
        seen = np.ma.masked_where(change <= 1e-6, np.log10(np.maximum(change, 1e-6)))
        image = axes.imshow(seen, cmap=colours, vmin=-2, vmax=0)
        axes.set_title(title, fontsize=11)
        axes.set(xlabel="time step of the output", ylabel="changed word")
        steps = range(len(change))
        axes.set_xticks(steps, labels=[t + 1 for t in steps])
        axes.set_yticks(steps, labels=[t + 1 for t in steps])
        for word, row in np.argwhere(change <= 1e-6):
            axes.plot(row, word, marker=".", ms=3, color="#777777")
    bar = figure.colorbar(image, ax=panes, label="change of the output", ticks=[-2, -1, 0], shrink=0.7)
    bar.ax.set_yticklabels(["0.01", "0.1", "1"])
    return figure


def draw_output(states, rings):
    """Draw an output (T, 2·H) over time, with a frame for each (time step, first unit, number of units, colour)."""
    steps, units = states.shape
    figure, axes = plt.subplots(figsize=(8, 4.8), layout="constrained")
    box = (0.5, steps + 0.5, units + 0.5, 0.5)
    image = axes.imshow(states.T, cmap="PuOr", vmin=-1, vmax=1, aspect="auto", extent=box)
    for step, unit, number, colour in rings:
        axes.add_patch(Rectangle((step - 0.47, unit - 0.44), 0.94, number - 0.12, fill=False, ec=colour, lw=4))
    axes.axhline(units / 2 + 0.5, color="black", lw=2)
    axes.set(xlabel="time step", ylabel="backward half          forward half", xlim=(0.4, steps + 0.6))
    axes.set_xticks(range(1, steps + 1))
    axes.set_yticks(range(1, units + 1))
    figure.colorbar(image, ax=axes, label="hidden state")
    return figure


def draw_tables(panels, across, xlabel, ylabel, cmap="PuOr", limits=(-1, 1), form="{:.2f}", label=None):
    """Draw tables as coloured squares with their numbers, `across` tables in a line; rows and columns count from 1.

    `panels` is a list of (title, array (R, C)), `form` is the format of a number, and `label` names the colour bar.
    """
    down, most = -(-len(panels) // across), max(len(values) for _, values in panels)
    size = (8.8, down * (1.1 + 0.34 * most))
    figure, panes = plt.subplots(down, across, figsize=size, squeeze=False, layout="constrained")
    for axes, (title, values) in zip(panes.flat, panels):
        image = axes.imshow(values, cmap=cmap, vmin=limits[0], vmax=limits[1], aspect="auto")
        for row, column in np.ndindex(values.shape):
            brightness = np.dot(image.to_rgba(values[row, column])[:3], (0.3, 0.6, 0.1))
            number = form.format(values[row, column]).replace("-", "−")
            colour = "white" if brightness < 0.46 else "black"
            axes.text(column, row, number, ha="center", va="center", fontsize=11, color=colour)
        axes.set(title=title, xlabel=xlabel)
        axes.set_xticks(range(values.shape[1]), labels=range(1, values.shape[1] + 1))
        axes.set_yticks(range(len(values)), labels=range(1, len(values) + 1))
        axes.tick_params(length=0)
    for line in panes:
        line[0].set_ylabel(ylabel)
    if label:
        figure.colorbar(image, ax=list(panes.flat), label=label)
    return figure


def draw_over_time(panels, steps=None):
    """Draw heat maps below each other, with time from left to right; rows and time steps count from 1.

    `panels` is a list of (title, array (T, N), label of the rows, colour map, (lowest, highest value)), and `steps`
    holds a label for each time step, such as its word.
    """
    heights = [np.shape(values)[1] for _, values, *_ in panels]
    size = (9, 1 + 0.9 * len(panels) + 0.19 * sum(heights))
    figure, panes = plt.subplots(
        len(panels), 1, figsize=size, height_ratios=heights, squeeze=False, sharex=True, layout="constrained"
    )
    for axes, (title, values, label, cmap, (low, high)) in zip(panes[:, 0], panels):
        image = axes.imshow(np.transpose(values), cmap=cmap, vmin=low, vmax=high, aspect="auto")
        axes.set(title=title, ylabel=label)
        axes.set_yticks(range(np.shape(values)[1]), labels=range(1, np.shape(values)[1] + 1))
        axes.tick_params(length=0)
        figure.colorbar(image, ax=axes)
    count = len(panels[-1][1])
    names = range(1, count + 1) if steps is None else [f"{step}\n{name}" for step, name in enumerate(steps, 1)]
    panes[-1, 0].set_xticks(range(count), labels=names)
    panes[-1, 0].set_xlabel("time step")
    return figure


def draw_writer(read, predicted):
    """Draw an unrolled RNN that reads a letter at each time step and predicts the next one."""
    figure, axes = plt.subplots(figsize=(1.7 * len(read) + 1.6, 3.6))
    arrow = {"arrowstyle": "-|>", "lw": 2}
    for t, (letter, answer) in enumerate(zip(read, predicted), start=1):
        boxes = ((0, letter, BLUE), (1, f"$h_{t}$", GREEN), (2, answer, ORANGE))
        for row, text, colour in boxes:
            frame = {"boxstyle": "round,pad=0.5", "facecolor": "white", "edgecolor": colour, "lw": 2}
            axes.text(t, row, text, fontsize=15, ha="center", va="center", bbox=frame)
        for row in (0, 1):
            axes.annotate("", (t, row + 0.72), (t, row + 0.28), arrowprops={**arrow, "color": GREY})
        axes.annotate("", (t + 0.75, 1), (t + 0.25, 1), arrowprops={**arrow, "color": GREEN})
    for row, text in enumerate(("it reads", "state", "it should\npredict")):
        axes.text(0.45, row, text, fontsize=12, ha="right", va="center")
    axes.set(xlim=(-0.3, len(read) + 0.8), ylim=(-0.4, 2.4))
    axes.axis("off")
    return figure
