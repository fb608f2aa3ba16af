import torch
from torch import nn
from torch.nn import functional as F

from .training import minimize


def make(batch=64):
    model = nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(16, 32, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(32 * 7 * 7, 64),
        nn.ReLU(),
        nn.Linear(64, 10),
    )
    images = torch.rand(batch, 1, 28, 28)
    classes = torch.randint(10, (batch,))
    return minimize(lambda: F.cross_entropy(model(images), classes), model.parameters())
