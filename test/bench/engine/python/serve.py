"""A contender: `python serve.py FRAMEWORK THREADS` runs workloads as it is told on stdin (see ../protocol.ts)."""

import json
import math
import statistics
import sys
import time
from importlib import import_module


def measure(step, seconds, least_steps):
    times = []
    cpu = time.process_time()
    end = time.perf_counter() + seconds
    loss = math.nan
    now = time.perf_counter()
    while now < end or len(times) < least_steps:
        began = now
        loss = step()
        now = time.perf_counter()
        times.append((now - began) * 1000)
    cpu = time.process_time() - cpu
    return {
        "median": statistics.median_high(times),
        "min": min(times),
        "cpu": cpu * 1000 / len(times),
        "steps": len(times),
        "loss": loss,
    }


def main():
    _, framework, threads = sys.argv
    package = f"with_{framework}"
    # Python's own buffer is kept for the answers; what a framework prints goes to stderr.
    answers, sys.stdout = sys.stdout, sys.stderr
    peer = import_module(package)
    peer.use_threads(int(threads))

    def say(answer):
        print(json.dumps(answer), file=answers, flush=True)

    say({"ready": {"version": peer.version, "threads": int(threads)}})
    made = {}
    for line in sys.stdin:
        request = json.loads(line)
        name = request["workload"]
        try:
            if name not in made:
                made[name] = import_module(f"{package}.{name}").make()
                if request["warmUp"] > 0:
                    measure(made[name], request["warmUp"], 1)
            say(measure(made[name], request["seconds"], request["leastSteps"]))
        except Exception as error:
            say({"error": f"{type(error).__name__}: {error}"})


main()
