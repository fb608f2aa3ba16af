import keras
import tensorflow as tf
from keras.layers import Dense

from .training import train_on_batch


def make(batch=128):
    model = keras.Sequential(
        [
            keras.Input([784]),
            Dense(256, activation="relu"),
            Dense(64, activation="relu"),
            Dense(256, activation="relu"),
            Dense(784, activation="sigmoid"),
        ]
    )
    images = tf.random.uniform([batch, 784])
    return train_on_batch(model, "mean_squared_error", images, images)
