import torch


def minimize(loss, parameters, learning_rate=1e-3, betas=(0.9, 0.999)):
    """A function that does one step of Adam on a loss and gives the loss before it."""
    optimizer = torch.optim.Adam(parameters, learning_rate, betas)

    def step():
        optimizer.zero_grad()
        value = loss()
        value.backward()
        optimizer.step()
        return value.item()

    return step
