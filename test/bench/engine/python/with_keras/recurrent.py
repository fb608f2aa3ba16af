import keras
import tensorflow as tf
from keras.layers import Dense, Embedding

from .training import train_on_batch

CHARACTERS, STEPS, UNITS = 64, 40, 128


def make_predictor(recurrent, batch):
    model = keras.Sequential(
        [
            keras.Input([STEPS]),
            Embedding(CHARACTERS, 64),
            recurrent,
            Dense(CHARACTERS, activation="softmax"),
        ]
    )
    text = tf.random.uniform([batch, STEPS], maxval=CHARACTERS, dtype=tf.int32)
    following = tf.random.uniform([batch], maxval=CHARACTERS, dtype=tf.int32)
    return train_on_batch(
        model, "categorical_crossentropy", text, tf.one_hot(following, CHARACTERS)
    )
