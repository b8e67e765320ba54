import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

/** The real portrait, 512 × 512, PNG. */
export const portrait = readFileSync(new URL("./portrait-nasa-collins.png", import.meta.url));

export const portraitAs = (format: "jpeg" | "png" | "webp" | "avif") => sharp(portrait).toFormat(format).toBuffer();

/** The portrait as a camera's preview of it. */
export const thumbnail = () => sharp(portrait).resize(64, 64).jpeg().toBuffer();

/** As from a phone: taken sideways (orientation 6), with place, device and owner in EXIF, XMP and a colour profile. */
export function portraitFromPhone(): Promise<Buffer> {
  return sharp(portrait)
    .rotate(-90)
    .withExif({
      IFD0: { Make: "PhoneMaker", Model: "Pocket 9", Artist: "Eileen Secret", ImageDescription: "holiday-secret.jpg" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "52/1 31/1 12/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "13/1 24/1 36/1",
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><owner>Eileen Secret</owner></x:xmpmeta>')
    .withIccProfile("p3")
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** A photo of 12 megapixels (4000 × 3000), enlarged from the portrait. */
export const twelveMegapixels = () =>
  sharp(portrait).resize(4000, 3000, { fit: "cover" }).jpeg({ quality: 90 }).toBuffer();

/** A PNG of `side` × `side` white pixels, one bit each: a few kilobytes for any size. */
export function blankPng(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = Buffer.alloc((1 + Math.ceil(side / 8)) * side);
  return png([chunk("IHDR", header), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND")]);
}

export function png(chunks: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);
}

export function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const frame = Buffer.alloc(12 + data.length);
  frame.writeUInt32BE(data.length, 0);
  frame.write(type, 4, "latin1");
  data.copy(frame, 8);
  frame.writeUInt32BE(crc32(frame.subarray(4, 8 + data.length)), 8 + data.length);
  return frame;
}

/** The opening box of an ISO media file (HEIC, AVIF, MP4), with a little after it. */
export function isoMedia(major: string, ...compatible: string[]): Buffer {
  const ftyp = Buffer.from(`\0\0\0\0ftyp${major}\0\0\0\0${compatible.join("")}`, "latin1");
  ftyp.writeUInt32BE(ftyp.length, 0);
  return Buffer.concat([ftyp, Buffer.alloc(64)]);
}

/** The smallest ZIP archive: only its end record. */
export const emptyZip = Buffer.concat([Buffer.from("PK\x05\x06", "latin1"), Buffer.alloc(18)]);

/** Two frames that move. */
export async function animatedWebp(): Promise<Buffer> {
  const frame = (level: number) =>
    sharp({ create: { width: 64, height: 64, channels: 3, background: { r: level, g: 0, b: 0 } } })
      .png()
      .toBuffer();
  return sharp([await frame(0), await frame(255)], { join: { animated: true } })
    .webp()
    .toBuffer();
}

/** A PNG of noise, another each time: nothing compresses it, so it has some three bytes for each pixel. */
export function noisePng(side: number): Promise<Buffer> {
  const noise = randomBytes(side * side * 3);
  return sharp(noise, { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer();
}
