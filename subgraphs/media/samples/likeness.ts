import sharp from "sharp";

/** How alike two pictures look, upright and in sRGB: the peak signal-to-noise ratio in dB, infinite for the same. */
export async function likeness(left: Uint8Array, right: Uint8Array): Promise<number> {
  const pixels = (bytes: Uint8Array) =>
    sharp(bytes).autoOrient().removeAlpha().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  const [a, b] = await Promise.all([pixels(left), pixels(right)]);
  if (a.info.width !== b.info.width || a.info.height !== b.info.height) return -Infinity;
  const error = a.data.reduce((sum, value, at) => sum + (value - b.data.readUInt8(at)) ** 2, 0) / a.data.length;
  return 10 * Math.log10(255 ** 2 / error);
}
