import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

from .training import minimize

LATENT = 64


def make(batch=32):
    generator, discriminator = make_generator(), make_discriminator()
    images = torch.rand(batch, 1, 28, 28) * 2 - 1
    noise = torch.rand(batch, LATENT) * 2 - 1
    real, fake = torch.ones(batch, 1), torch.zeros(batch, 1)
    forgeries = None

    def judged(truth, pictures):
        return binary_cross_entropy_with_logits(discriminator(pictures), truth)

    train_discriminator = minimize(
        lambda: judged(real, images) + judged(fake, forgeries),
        discriminator.parameters(),
        2e-4,
        (0.5, 0.999),
    )
    train_generator = minimize(
        lambda: judged(real, generator(noise)), generator.parameters(), 2e-4, (0.5, 0.999)
    )

    def step():
        nonlocal forgeries
        with torch.no_grad():
            forgeries = generator(noise)
        train_discriminator()
        return train_generator()

    return step


def make_generator():
    return nn.Sequential(
        nn.Linear(LATENT, 7 * 7 * 64, bias=False),
        nn.BatchNorm1d(7 * 7 * 64),
        nn.ReLU(),
        nn.Unflatten(1, (64, 7, 7)),
        nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(32),
        nn.ReLU(),
        nn.ConvTranspose2d(32, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )


def make_discriminator():
    return nn.Sequential(
        nn.Conv2d(1, 32, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(32, 64, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Flatten(),
        nn.Linear(64 * 7 * 7, 1),
    )
