"""A softmax layer of its own, TensorFlow's spelling, compiled."""

# %% build_classifier
import tensorflow as tf


def build_classifier(timesteps, input_dim, units, n_classes):
    model = tf.keras.Sequential([
        tf.keras.Input(shape=(timesteps, input_dim), batch_size=None),
        tf.keras.layers.SimpleRNN(units, activation="tanh", return_sequences=False),
        tf.keras.layers.Dense(n_classes),
        tf.keras.layers.Activation("softmax"),
    ])
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    return model
