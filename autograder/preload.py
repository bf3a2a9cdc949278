"""Imports what the notebooks import, quietly, and does nothing else.

A process that has only imported can be forked: one Keras layer or TensorFlow operation in it and its forks hang.
"""

import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("MPLBACKEND", "agg")

sys.stderr.flush()
_terminal = os.dup(2)
with open(os.devnull, "w") as _nowhere:
    os.dup2(_nowhere.fileno(), 2)
    try:
        import keras  # noqa: F401
        import matplotlib.pyplot  # noqa: F401
        import numpy  # noqa: F401
        import tensorflow  # noqa: F401
        import tf_keras  # noqa: F401
        from IPython.display import display  # noqa: F401
    finally:
        os.dup2(_terminal, 2)
        os.close(_terminal)
