/** The part of omggif that is used here; it brings no types. */
declare module 'omggif' {
  export class GifReader {
    constructor(bytes: Uint8Array);
    readonly width: number;
    readonly height: number;
    numFrames(): number;
    frameInfo(frame: number): {
      x: number;
      y: number;
      width: number;
      height: number;
      disposal: number;
    };
    decodeAndBlitFrameRGBA(frame: number, canvas: Uint8Array): void;
  }
}
