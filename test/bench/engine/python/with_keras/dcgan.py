import keras
import tensorflow as tf
from keras.layers import (
    BatchNormalization,
    Conv2D,
    Conv2DTranspose,
    Dense,
    Flatten,
    LeakyReLU,
    ReLU,
    Reshape,
)

from .training import minimize

LATENT = 64
HALVING = {"kernel_size": 4, "strides": 2, "padding": "same"}


def make(batch=32):
    generator, discriminator = make_generator(), make_discriminator()
    images = tf.random.uniform([batch, 28, 28, 1], -1, 1)
    noise = tf.random.uniform([batch, LATENT], -1, 1)
    real, fake = tf.ones([batch, 1]), tf.zeros([batch, 1])
    forgeries = tf.Variable(tf.zeros([batch, 28, 28, 1]))
    cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)

    def judged(truth, pictures):
        return cross_entropy(truth, discriminator(pictures, training=True))

    @tf.function
    def forge():
        forgeries.assign(generator(noise, training=True))

    train_discriminator = minimize(
        lambda: judged(real, images) + judged(fake, forgeries),
        discriminator.trainable_variables,
        2e-4,
        0.5,
    )
    train_generator = minimize(
        lambda: judged(real, generator(noise, training=True)),
        generator.trainable_variables,
        2e-4,
        0.5,
    )

    def step():
        forge()
        train_discriminator()
        return train_generator()

    return step


def make_generator():
    return keras.Sequential(
        [
            keras.Input([LATENT]),
            Dense(7 * 7 * 64, use_bias=False),
            BatchNormalization(),
            ReLU(),
            Reshape([7, 7, 64]),
            Conv2DTranspose(32, use_bias=False, **HALVING),
            BatchNormalization(),
            ReLU(),
            Conv2DTranspose(1, activation="tanh", **HALVING),
        ]
    )


def make_discriminator():
    return keras.Sequential(
        [
            keras.Input([28, 28, 1]),
            Conv2D(32, **HALVING),
            LeakyReLU(0.2),
            Conv2D(64, **HALVING),
            LeakyReLU(0.2),
            Flatten(),
            Dense(1),
        ]
    )
