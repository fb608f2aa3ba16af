import math

import keras
import tensorflow as tf
from keras.layers import Concatenate, Conv2D, Conv2DTranspose, Dense, MaxPooling2D, Reshape

from .training import minimize

STEPS, TIME_WIDTH = 1000, 64


def make(batch=32):
    model = make_denoiser()
    images = tf.random.uniform([batch, 28, 28, 1], -1, 1)
    noise = tf.random.normal([batch, 28, 28, 1])
    time = tf.random.uniform([batch], maxval=STEPS, dtype=tf.int32)
    kept = tf.math.cumprod(1 - tf.linspace(1e-4, 0.02, STEPS))

    def loss():
        share = tf.reshape(tf.gather(kept, time), [-1, 1, 1, 1])
        noisy = images * tf.sqrt(share) + noise * tf.sqrt(1 - share)
        return tf.reduce_mean(tf.square(model([noisy, embed_time(time)]) - noise))

    return minimize(loss, model.trainable_variables)


def make_denoiser():
    noisy, time = keras.Input([28, 28, 1]), keras.Input([TIME_WIDTH])
    hidden = Dense(TIME_WIDTH, activation="silu")(time)
    high = block(noisy, hidden, 32)
    low = block(MaxPooling2D(2)(high), hidden, 64)
    up = Conv2DTranspose(32, 2, strides=2)(low)
    joined = block(Concatenate()([up, high]), hidden, 32)
    return keras.Model([noisy, time], Conv2D(1, 3, padding="same")(joined))


def block(x, time, filters):
    """Two convolutions; the time comes in between, the same at every pixel."""
    first = Conv2D(filters, 3, padding="same", activation="silu")(x)
    shifted = first + Reshape([1, 1, filters])(Dense(filters)(time))
    return Conv2D(filters, 3, padding="same", activation="silu")(shifted)


def embed_time(time):
    half = TIME_WIDTH // 2
    frequencies = tf.exp(tf.range(half, dtype=tf.float32) * (-math.log(10_000) / half))
    angles = tf.cast(time, tf.float32)[:, None] * frequencies
    return tf.concat([tf.sin(angles), tf.cos(angles)], 1)
