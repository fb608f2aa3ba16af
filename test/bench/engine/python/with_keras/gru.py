from keras.layers import GRU

from .recurrent import UNITS, make_predictor


def make(batch=32):
    return make_predictor(GRU(UNITS, reset_after=False), batch)
