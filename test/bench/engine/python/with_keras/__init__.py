"""The workloads of ../../workloads in Keras on TensorFlow: the same shapes, batches and steps, on random data."""

import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"

import keras
import tensorflow as tf

version = f"Keras {keras.__version__}, TensorFlow {tf.__version__}"


def use_threads(count):
    tf.config.threading.set_intra_op_parallelism_threads(count)
    tf.config.threading.set_inter_op_parallelism_threads(count)
