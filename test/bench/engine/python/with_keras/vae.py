import keras
import tensorflow as tf
from keras.layers import Conv2D, Conv2DTranspose, Dense, Flatten, Reshape

from .training import minimize

LATENT = 16
HALVING = {"kernel_size": 3, "strides": 2, "padding": "same"}


def make(batch=64):
    encoder, decoder = make_encoder(), make_decoder()
    images = tf.random.uniform([batch, 28, 28, 1])
    noise = tf.random.normal([batch, LATENT])

    def loss():
        mean, log_variance = tf.split(encoder(images), 2, 1)
        z = mean + tf.exp(0.5 * log_variance) * noise
        pixels = tf.nn.sigmoid_cross_entropy_with_logits(images, decoder(z))
        terms = 1 + log_variance - tf.square(mean) - tf.exp(log_variance)
        return tf.reduce_mean(pixels) * 784 + tf.reduce_mean(-0.5 * tf.reduce_sum(terms, 1))

    return minimize(loss, encoder.trainable_variables + decoder.trainable_variables)


def make_encoder():
    return keras.Sequential(
        [
            keras.Input([28, 28, 1]),
            Conv2D(32, activation="relu", **HALVING),
            Conv2D(64, activation="relu", **HALVING),
            Flatten(),
            Dense(2 * LATENT),
        ]
    )


def make_decoder():
    return keras.Sequential(
        [
            keras.Input([LATENT]),
            Dense(7 * 7 * 64, activation="relu"),
            Reshape([7, 7, 64]),
            Conv2DTranspose(32, activation="relu", **HALVING),
            Conv2DTranspose(1, **HALVING),
        ]
    )
