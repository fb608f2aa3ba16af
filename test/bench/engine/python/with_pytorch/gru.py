from torch import nn

from .recurrent import make_predictor


def make(batch=32):
    return make_predictor(nn.GRU, batch)
