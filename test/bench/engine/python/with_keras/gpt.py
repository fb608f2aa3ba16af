import math

import keras
import tensorflow as tf
from keras.layers import Dense, Embedding, LayerNormalization

from .training import minimize

VOCABULARY, CONTEXT, WIDTH, HEADS, BLOCKS = 64, 64, 64, 4, 2


class Block(keras.Layer):
    def __init__(self):
        super().__init__()
        self.norm1, self.norm2 = LayerNormalization(), LayerNormalization()
        self.query, self.key, self.value, self.mix = (
            Dense(WIDTH, use_bias=False) for _ in range(4)
        )
        self.grow, self.shrink = Dense(4 * WIDTH, activation="relu"), Dense(WIDTH)
        past = tf.linalg.band_part(tf.ones([CONTEXT, CONTEXT]), -1, 0)
        self.mask = (past - 1) * 1e9

    def call(self, x):
        x = x + self.attend(self.norm1(x))
        return x + self.shrink(self.grow(self.norm2(x)))

    def attend(self, x):
        def split(layer):  # (batch, heads, context, size)
            parts = tf.reshape(layer(x), [-1, CONTEXT, HEADS, WIDTH // HEADS])
            return tf.transpose(parts, [0, 2, 1, 3])

        query, key, value = split(self.query), split(self.key), split(self.value)
        scores = tf.matmul(query, key, transpose_b=True) / math.sqrt(WIDTH // HEADS)
        mixed = tf.matmul(tf.nn.softmax(scores + self.mask), value)
        return self.mix(tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [-1, CONTEXT, WIDTH]))


def make(batch=16):
    text = tf.random.uniform([batch, CONTEXT], maxval=VOCABULARY, dtype=tf.int32)
    following = tf.random.uniform([batch, CONTEXT], maxval=VOCABULARY, dtype=tf.int32)
    positions = tf.range(CONTEXT)
    embed, embed_position = Embedding(VOCABULARY, WIDTH), Embedding(CONTEXT, WIDTH)
    blocks = keras.Sequential([Block() for _ in range(BLOCKS)])
    output = Dense(VOCABULARY, use_bias=False)
    cross_entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)

    def loss():
        return cross_entropy(following, output(blocks(embed(text) + embed_position(positions))))

    loss()  # makes the weights
    parts = [embed, embed_position, blocks, output]
    return minimize(loss, [variable for part in parts for variable in part.trainable_variables])
