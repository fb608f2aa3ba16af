from keras.layers import LSTM

from .recurrent import UNITS, make_predictor


def make(batch=32):
    return make_predictor(LSTM(UNITS), batch)
