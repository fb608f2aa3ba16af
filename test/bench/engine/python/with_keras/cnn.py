import keras
import tensorflow as tf
from keras.layers import Conv2D, Dense, Flatten, MaxPooling2D

from .training import train_on_batch


def make(batch=64):
    model = keras.Sequential(
        [
            keras.Input([28, 28, 1]),
            Conv2D(16, 3, padding="same", activation="relu"),
            MaxPooling2D(2),
            Conv2D(32, 3, padding="same", activation="relu"),
            MaxPooling2D(2),
            Flatten(),
            Dense(64, activation="relu"),
            Dense(10, activation="softmax"),
        ]
    )
    images = tf.random.uniform([batch, 28, 28, 1])
    classes = tf.one_hot(tf.random.uniform([batch], maxval=10, dtype=tf.int32), 10)
    return train_on_batch(model, "categorical_crossentropy", images, classes)
