import torch
from torch import nn
from torch.nn import functional as F

from .training import minimize


def make(batch=128):
    model = nn.Sequential(
        nn.Linear(784, 256),
        nn.ReLU(),
        nn.Linear(256, 64),
        nn.ReLU(),
        nn.Linear(64, 256),
        nn.ReLU(),
        nn.Linear(256, 784),
        nn.Sigmoid(),
    )
    images = torch.rand(batch, 784)
    return minimize(lambda: F.mse_loss(model(images), images), model.parameters())
