import { readFile } from "node:fs/promises";
import sharp from "sharp";

const PORTRAIT = new URL("../../../subgraphs/media/samples/portrait-nasa-collins.png", import.meta.url);

/** A picture as a contact's phone has it. */
export interface Picture {
  title: string;
  contentType: string;
  bytes: Buffer;
}

/** The sample portrait as it is, and as a phone's JPEG that tells camera, time and place. */
export async function journeyPictures(): Promise<Picture[]> {
  const png = await readFile(PORTRAIT);
  const jpeg = await sharp(png)
    .flatten({ background: "#ffffff" })
    .withExif({
      IFD0: { Make: "Canary", Model: "Phone 1", Artist: "Somebody" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "52/1 31/1 12/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "13/1 24/1 36/1",
      },
    })
    .jpeg({ quality: 92 })
    .toBuffer();
  return [
    { title: "portrait-nasa-collins.png", contentType: "image/png", bytes: png },
    { title: "the same as a JPEG with EXIF and GPS", contentType: "image/jpeg", bytes: jpeg },
  ];
}

/** What can be seen of an edited picture: its size, its metadata, and how much of it became backdrop. */
export interface PictureFacts {
  width: number;
  height: number;
  metadata: string[];
  /** The colour of each corner, as #rrggbb. */
  corners: string[];
  /** The share of pixels within a small distance of the first corner's colour, 0 to 1. */
  backdropShare: number;
}

/** Looks at a picture's bytes. */
export async function lookAt(bytes: Uint8Array): Promise<PictureFacts> {
  const meta = await sharp(bytes).metadata();
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixel = (index: number) => [data[index * 3]!, data[index * 3 + 1]!, data[index * 3 + 2]!] as const;
  const last = info.width * info.height - 1;
  const corners = [0, info.width - 1, last - info.width + 1, last].map(pixel);
  const [r, g, b] = corners[0]!;
  let near = 0;
  for (let index = 0; index <= last; index++) {
    const [red, green, blue] = pixel(index);
    if (Math.abs(red - r) + Math.abs(green - g) + Math.abs(blue - b) < 24) near++;
  }
  return {
    width: info.width,
    height: info.height,
    metadata: (["exif", "xmp", "iptc", "icc"] as const).filter((kind) => meta[kind] !== undefined),
    corners: corners.map((colour) => `#${Buffer.from(colour).toString("hex")}`),
    backdropShare: near / (last + 1),
  };
}
