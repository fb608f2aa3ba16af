"""The workloads of ../../workloads in PyTorch: the same shapes, batches and steps, on random data."""

import torch

version = f"PyTorch {torch.__version__}"


def use_threads(count):
    torch.set_num_threads(count)
