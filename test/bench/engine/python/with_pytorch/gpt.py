import math

import torch
from torch import nn
from torch.nn import functional as F

from .training import minimize

VOCABULARY, CONTEXT, WIDTH, HEADS, BLOCKS = 64, 64, 64, 4, 2


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.query, self.key, self.value, self.mix = (
            nn.Linear(WIDTH, WIDTH, bias=False) for _ in range(4)
        )
        self.grow, self.shrink = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        past = torch.tril(torch.ones(CONTEXT, CONTEXT))
        self.register_buffer("mask", (past - 1) * 1e9)

    def forward(self, x):
        x = x + self.attend(self.norm1(x))
        return x + self.shrink(F.relu(self.grow(self.norm2(x))))

    def attend(self, x):
        def split(layer):  # (batch, heads, context, size)
            return layer(x).view(-1, CONTEXT, HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = split(self.query), split(self.key), split(self.value)
        scores = query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS)
        mixed = torch.softmax(scores + self.mask, -1) @ value
        return self.mix(mixed.transpose(1, 2).reshape(-1, CONTEXT, WIDTH))


def make(batch=16):
    tokens = nn.Embedding(VOCABULARY, WIDTH)
    positions = nn.Embedding(CONTEXT, WIDTH)
    blocks = nn.Sequential(*(Block() for _ in range(BLOCKS)))
    output = nn.Linear(WIDTH, VOCABULARY, bias=False)
    text = torch.randint(VOCABULARY, (batch, CONTEXT))
    following = torch.randint(VOCABULARY, (batch * CONTEXT,))

    def loss():
        x = blocks(tokens(text) + positions.weight)
        return F.cross_entropy(output(x).view(-1, VOCABULARY), following)

    parts = nn.ModuleList([tokens, positions, blocks, output])
    return minimize(loss, parts.parameters())
