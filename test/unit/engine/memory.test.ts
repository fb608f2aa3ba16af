import assert from 'node:assert/strict';
import { Random } from '../../../src/data/random.ts';
import { Allocator, sizeClass } from '../../../src/engine/portable/memory/allocator.ts';
import { Block } from '../../../src/engine/portable/memory/block.ts';
import { Heap } from '../../../src/engine/portable/memory/heap.ts';

function memoryOf(pages: number, maximum: number): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: pages, maximum, shared: false });
}

describe('the allocator', () => {
  it('gives no two ranges that overlap, whatever is freed in between', () => {
    const random = new Random(7);
    const allocator = new Allocator(100, 2 ** 30, () => assert.fail('it need not grow'));
    const held = new Map<number, number>();
    for (let turn = 0; turn < 3000; turn++) {
      if (held.size > 40 || (held.size > 0 && random.next() < 0.4)) {
        const [address, bytes] = [...held][Math.floor(random.next() * held.size)] ?? [0, 0];
        allocator.free(address, bytes);
        held.delete(address);
      } else {
        const bytes = Math.floor(10 ** (random.next() * 5));
        const address = allocator.allocate(bytes);
        assert.equal(address % 64, 0);
        for (const [other, size] of held) {
          assert.ok(address + bytes <= other || other + size <= address, 'they overlap');
        }
        held.set(address, bytes);
      }
    }
  });

  it('takes no new memory for sizes that it has had', () => {
    const allocator = new Allocator(0, 2 ** 30, () => assert.fail('it need not grow'));
    const turn = () => {
      const ranges = [500, 70_000, 4096].map(
        (bytes) => [allocator.allocate(bytes), bytes] as const,
      );
      for (const [address, bytes] of ranges) allocator.free(address, bytes);
    };
    turn();
    const { extent } = allocator;
    for (let i = 0; i < 100; i++) turn();
    assert.equal(allocator.extent, extent);
  });

  it('joins small ranges for a large one before it grows', () => {
    const end = 64 * 1024;
    const allocator = new Allocator(0, end, () => assert.fail('it need not grow'));
    const ranges = Array.from({ length: 60 }, () => allocator.allocate(1000));
    for (const address of ranges) allocator.free(address, 1000);
    allocator.allocate(50_000);
    assert.ok(allocator.extent <= end);
  });

  it('wastes an eighth at the most', () => {
    for (let bytes = 1100; bytes < 1e8; bytes = Math.ceil(bytes * 1.07)) {
      const size = sizeClass(bytes);
      assert.ok(size >= bytes && size <= bytes * 1.125 + 64, `${bytes} takes ${size}`);
      assert.equal(size % 64, 0);
      assert.equal(sizeClass(size), size);
    }
  });
});

describe('the heap', () => {
  it('grows, and keeps what was on it', () => {
    const heap = new Heap(memoryOf(1, 100), 1024);
    const first = heap.allocate(4000);
    heap.f32[first / 4] = 42;
    heap.allocate(500_000);
    assert.equal(heap.f32[first / 4], 42);
    assert.ok(heap.size >= 500_000);
  });

  it('says what was asked for and what is in use when there is no more, and works on', () => {
    const heap = new Heap(memoryOf(1, 32), 1024);
    const held = heap.allocate(1_000_000);
    assert.throws(
      () => heap.allocate(2_000_000),
      /^EngineError: Out of memory: a tensor needs 0\.00 GB more, and tensors hold 0\.00 GB/,
    );
    heap.free(held, 1_000_000);
    assert.ok(heap.allocate(1_500_000) > 0);
  });

  it('keeps what was put off until there is room for it', () => {
    const heap = new Heap(memoryOf(1, 32), 1024);
    const block = new Block(heap, 250_000, 'float32');
    let released = 0;
    block.pending = {
      compute() {
        block.reserve();
        const more = heap.allocate(600_000);
        (block.values as Float32Array).fill(7);
        heap.free(more, 600_000);
      },
      release: () => released++,
    };
    for (const taken of [1_500_000, 900_000]) {
      const held = heap.allocate(taken);
      assert.throws(() => block.values, /Out of memory/);
      assert.equal(released, 0);
      heap.free(held, taken);
    }
    assert.equal(heap.bytesInUse, 0);
    assert.equal((block.values as Float32Array)[249_999], 7);
    assert.equal(released, 1);
  });
});
