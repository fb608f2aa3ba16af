import math

import torch
from torch import nn
from torch.nn import functional as F

from .training import minimize

STEPS, TIME_WIDTH = 1000, 64


class Block(nn.Module):
    """Two convolutions; the time comes in between, the same at every pixel."""

    def __init__(self, channels, filters):
        super().__init__()
        self.first = nn.Conv2d(channels, filters, 3, padding=1)
        self.shift = nn.Linear(TIME_WIDTH, filters)
        self.second = nn.Conv2d(filters, filters, 3, padding=1)

    def forward(self, x, time):
        shifted = F.silu(self.first(x)) + self.shift(time)[:, :, None, None]
        return F.silu(self.second(shifted))


class Denoiser(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(TIME_WIDTH, TIME_WIDTH)
        self.high, self.low, self.joined = Block(1, 32), Block(32, 64), Block(64, 32)
        self.up = nn.ConvTranspose2d(64, 32, 2, stride=2)
        self.output = nn.Conv2d(32, 1, 3, padding=1)

    def forward(self, noisy, time):
        hidden = F.silu(self.hidden(time))
        high = self.high(noisy, hidden)
        low = self.low(F.max_pool2d(high, 2), hidden)
        joined = torch.cat([self.up(low), high], 1)
        return self.output(self.joined(joined, hidden))


def make(batch=32):
    model = Denoiser()
    images = torch.rand(batch, 1, 28, 28) * 2 - 1
    noise = torch.randn(batch, 1, 28, 28)
    time = torch.randint(STEPS, (batch,))
    kept = torch.cumprod(1 - torch.linspace(1e-4, 0.02, STEPS), 0)

    def loss():
        share = kept[time].view(-1, 1, 1, 1)
        noisy = images * share.sqrt() + noise * (1 - share).sqrt()
        return F.mse_loss(model(noisy, embed_time(time)), noise)

    return minimize(loss, model.parameters())


def embed_time(time):
    half = TIME_WIDTH // 2
    frequencies = torch.exp(torch.arange(half) * (-math.log(10_000) / half))
    angles = time.float()[:, None] * frequencies
    return torch.cat([angles.sin(), angles.cos()], 1)
