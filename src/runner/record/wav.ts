/** One channel of sound as a WAV file of 16-bit samples. */
export function encodeWav(samples: Float32Array, sampleRate: number): Uint8Array {
  const bytes = 2;
  const data = samples.length * bytes;
  const wav = Buffer.alloc(44 + data);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + data, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16); // size of the format block
  wav.writeUInt16LE(1, 20); // PCM
  wav.writeUInt16LE(1, 22); // channels
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * bytes, 28);
  wav.writeUInt16LE(bytes, 32);
  wav.writeUInt16LE(8 * bytes, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(data, 40);
  samples.forEach((sample, i) => {
    const clipped = Number.isNaN(sample) ? 0 : Math.max(-1, Math.min(1, sample));
    wav.writeInt16LE(Math.round(clipped * 32767), 44 + bytes * i);
  });
  return wav;
}
