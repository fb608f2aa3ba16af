/** Which of many pictures is most like another one: exact, and quick enough to be asked fifty times a frame. */
export class NearestPicture {
  readonly #images: Float32Array;
  readonly #pixels: number;
  /** Half of each picture's squared length. */
  readonly #halves: Float64Array;

  /** @param images [count, pixels]; the number of pixels is a multiple of four */
  constructor(images: Float32Array, pixels: number) {
    this.#images = images;
    this.#pixels = pixels;
    const count = images.length / pixels;
    this.#halves = Float64Array.from(
      { length: count },
      (_, i) => this.#product(this.#at(i), i) / 2,
    );
  }

  /** @returns its number, and the sum of the squared differences of the pixels */
  of(picture: Float32Array): { index: number; squares: number } {
    // ‖p − q‖² = ‖p‖² − 2 (p·q − ‖q‖²/2): the nearest one has the largest term in brackets.
    let index = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let other = 0; other < this.#halves.length; other++) {
      const likeness = this.#product(picture, other) - (this.#halves[other] as number);
      if (likeness > most) [index, most] = [other, likeness];
    }
    return { index, squares: squaredDistance(picture, this.#at(index)) };
  }

  #at(index: number): Float32Array {
    return this.#images.subarray(index * this.#pixels, (index + 1) * this.#pixels);
  }

  /** Four sums at a time: none has to wait for the one before. */
  #product(picture: Float32Array, other: number): number {
    const images = this.#images;
    const pixels = this.#pixels;
    const at = other * pixels;
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (let i = 0; i < pixels; i += 4) {
      first += (picture[i] as number) * (images[at + i] as number);
      second += (picture[i + 1] as number) * (images[at + i + 1] as number);
      third += (picture[i + 2] as number) * (images[at + i + 2] as number);
      fourth += (picture[i + 3] as number) * (images[at + i + 3] as number);
    }
    return first + second + third + fourth;
  }
}

function squaredDistance(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + (value - (b[i] as number)) ** 2, 0);
}
