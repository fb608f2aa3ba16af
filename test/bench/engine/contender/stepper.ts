import type { Request, Slice } from '../protocol.ts';
import { workloads } from '../workloads/all.ts';
import type { Workload } from '../workloads/workload.ts';

/** Steps workloads and takes the time; each is made and warmed up once, and then goes on where it was. */
export class Stepper {
  readonly #made = new Map<string, Workload>();

  async measure({ workload: name, warmUp, seconds, leastSteps }: Request): Promise<Slice> {
    const made = this.#made.get(name);
    const workload = made ?? make(name);
    this.#made.set(name, workload);
    if (!made && warmUp > 0) await time(workload, warmUp, 1);
    return time(workload, seconds, leastSteps);
  }
}

export function make(name: string): Workload {
  const maker = workloads[name];
  if (!maker) {
    throw new Error(`There is no “${name}”; there is ${Object.keys(workloads).join(', ')}.`);
  }
  return maker();
}

async function time(workload: Workload, seconds: number, leastSteps: number): Promise<Slice> {
  const times: number[] = [];
  const before = process.cpuUsage();
  const end = performance.now() + seconds * 1000;
  let loss = Number.NaN;
  let now = performance.now();
  while (now < end || times.length < leastSteps) {
    const began = now;
    loss = await workload.step();
    now = performance.now();
    times.push(now - began);
  }
  const cpu = cpuSince(before) / times.length;
  times.sort((a, b) => a - b);
  const [min = Number.NaN] = times;
  return { median: times[times.length >> 1] ?? min, min, cpu, steps: times.length, loss };
}

/** Milliseconds. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
