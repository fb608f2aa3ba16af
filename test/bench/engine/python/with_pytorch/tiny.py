import torch
from torch import nn
from torch.nn import functional as F

from .training import minimize


def make(batch=32):
    model = nn.Sequential(
        nn.Linear(2, 16),
        nn.Tanh(),
        nn.Linear(16, 16),
        nn.Tanh(),
        nn.Linear(16, 1),
    )
    points = torch.rand(batch, 2)
    classes = torch.randint(2, (batch, 1)).float()
    return minimize(
        lambda: F.binary_cross_entropy_with_logits(model(points), classes), model.parameters()
    )
