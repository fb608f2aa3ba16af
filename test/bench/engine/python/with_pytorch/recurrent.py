import torch
from torch import nn
from torch.nn import functional as F

from .training import minimize

CHARACTERS, STEPS, UNITS = 64, 40, 128


def make_predictor(cell, batch):
    embedding = nn.Embedding(CHARACTERS, 64)
    recurrent = cell(64, UNITS, batch_first=True)
    output = nn.Linear(UNITS, CHARACTERS)
    text = torch.randint(CHARACTERS, (batch, STEPS))
    following = torch.randint(CHARACTERS, (batch,))

    def loss():
        states, _ = recurrent(embedding(text))
        return F.cross_entropy(output(states[:, -1]), following)

    parts = nn.ModuleList([embedding, recurrent, output])
    return minimize(loss, parts.parameters())
