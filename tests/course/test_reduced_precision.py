"""The effect of a graphics card with TF32 on right answers, which is why the notebooks hide it.

On such a card TensorFlow rounds the factors of every product to 10 bits behind the leading one. Here the products of
Keras do the same. Then the checks that compare Keras with NumPy reject the reference solutions.
"""

from autograder.audit.trial import Trial, make_trial, try_all
from tests.support.this_course import NAMES, read_assignment

ROUND_PRODUCTS = """
import tensorflow as _tf

def _rounded(values):
    values = _tf.convert_to_tensor(values)
    if values.dtype != _tf.float32:
        return values  # only these go through the units that round
    bits = _tf.bitcast(values, "int32")
    rounded = _tf.bitcast(_tf.bitwise.bitwise_and(bits + 0x1000, -0x2000), "float32")  # 13 of 23 bits go
    return values + _tf.stop_gradient(rounded - values)  # the same number, and a gradient as if nothing were rounded

def _product(a, b, *args, _matmul=_tf.matmul, **options):
    return _matmul(_rounded(a), _rounded(b), *args, **options)

for _module in (_tf, _tf.linalg, _tf.compat.v2, _tf.compat.v2.linalg):
    _module.matmul = _product
"""


DEPENDING = {
    "as_keras-check",
    "as_keras-values",
    "bi_forward-backward",
    "bi_forward-forward",
    "build_classifier-check",
    "build_deep-check",
    "build_deep-sequence",
    "build_deep-vector",
    "build_deep_bi-check",
    "build_deep_bi-vector",
    "build_rnn-check",
    "build_stateful-check",
    "build_writer-values",
    "rnn_forward_batch-values",
    "train_step-gradients",
}
"""Checks that refuse a right answer on such a card."""


def trial(name, rounded):
    assignment = read_assignment(name)
    solutions = {exercise: each.solution.source for exercise, each in assignment.exercises.items()}
    whole = make_trial(assignment, solutions)
    return Trial((("round", ROUND_PRODUCTS, False), *whole.cells), folder=whole.folder) if rounded else whole


def refused(rounded):
    outcomes = dict(try_all([trial(name, rounded) for name in NAMES], 120))
    return {check: message for outcome in outcomes.values() for check, message in outcome.messages.items() if message}


def test_right_answers_depend_on_the_full_precision_in_these_checks_only():
    assert refused(rounded=False) == {}
    assert set(refused(rounded=True)) == DEPENDING
