import torch
from torch import nn
from torch.nn import functional as F

from .training import minimize

LATENT = 16


def make(batch=64):
    encoder, decoder = make_encoder(), make_decoder()
    images = torch.rand(batch, 1, 28, 28)
    noise = torch.randn(batch, LATENT)

    def loss():
        mean, log_variance = encoder(images).chunk(2, 1)
        z = mean + torch.exp(0.5 * log_variance) * noise
        cross_entropy = F.binary_cross_entropy_with_logits(decoder(z), images)
        terms = 1 + log_variance - mean.square() - log_variance.exp()
        return cross_entropy * 784 + (-0.5 * terms.sum(1)).mean()

    return minimize(loss, [*encoder.parameters(), *decoder.parameters()])


def make_encoder():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3, stride=2, padding=1),
        nn.ReLU(),
        nn.Conv2d(32, 64, 3, stride=2, padding=1),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(64 * 7 * 7, 2 * LATENT),
    )


def make_decoder():
    return nn.Sequential(
        nn.Linear(LATENT, 7 * 7 * 64),
        nn.ReLU(),
        nn.Unflatten(1, (64, 7, 7)),
        nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1),
        nn.ReLU(),
        nn.ConvTranspose2d(32, 1, 3, stride=2, padding=1, output_padding=1),
    )
