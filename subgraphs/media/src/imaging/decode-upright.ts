import { openImage, readMetadata } from "./image-decoder.js";
import { ImageRefused } from "./image-refusal.js";
import type { Raster } from "./raster.js";

/** The pixels that a decoded picture needs: to cover width × height, or to fit into it. */
export interface DecodeBox {
  readonly width: number;
  readonly height: number;
  readonly fit: "outside" | "inside";
}

/**
 * Opens an original: decoded, turned upright and in sRGB, no larger than `box` asks and never enlarged. Decoder,
 * orientation and colour profile are one pass, since each needs the file; what comes out is pixels alone, so there is
 * no place left for metadata. What is transparent becomes white. @throws ImageRefused `UNREADABLE`
 */
export async function decodeUpright(original: Uint8Array, { width, height, fit }: DecodeBox): Promise<Raster> {
  try {
    const { data, info } = await openImage(original)
      .autoOrient()
      .flatten({ background: "#ffffff" })
      .resize(Math.ceil(width), Math.ceil(height), { fit, withoutEnlargement: true })
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, rgb: data };
  } catch (error) {
    throw new ImageRefused("UNREADABLE", { cause: error });
  }
}

/** Width and height in pixels of an original shown upright, from its header. @throws ImageRefused `UNREADABLE` */
export async function uprightSize(original: Uint8Array): Promise<{ width: number; height: number }> {
  try {
    return (await readMetadata(original)).autoOrient;
  } catch (error) {
    throw new ImageRefused("UNREADABLE", { cause: error });
  }
}
