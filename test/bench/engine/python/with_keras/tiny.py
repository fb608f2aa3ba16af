import keras
import tensorflow as tf
from keras.layers import Dense

from .training import train_on_batch


def make(batch=32):
    model = keras.Sequential(
        [
            keras.Input([2]),
            Dense(16, activation="tanh"),
            Dense(16, activation="tanh"),
            Dense(1, activation="sigmoid"),
        ]
    )
    points = tf.random.uniform([batch, 2])
    classes = tf.cast(tf.random.uniform([batch, 1]) > 0.5, tf.float32)
    return train_on_batch(model, "binary_crossentropy", points, classes)
