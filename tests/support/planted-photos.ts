import { portraitAs, portraitFromPhone, thumbnail } from "../../subgraphs/media/samples/pictures.js";
import type { Exiftool } from "./exiftool.js";

/** A photo in which everything that a camera, an editor or a phone may write is written, in each place that has it. */
export interface PlantedPhoto {
  title: string;
  contentType: string;
  bytes: Buffer;
}

const FORMATS = ["jpeg", "png", "webp", "avif"] as const;

/** What no served byte may hold: the planted names, device and file name. */
export const PLANTED = /Casey|Canary|SN-4711|casey-holiday|Eileen Secret|PhoneMaker/;

const TAGS = [
  "-GPSLatitude=52.52",
  "-GPSLatitudeRef=N",
  "-GPSLongitude=13.4",
  "-GPSLongitudeRef=E",
  "-EXIF:Artist=Casey",
  "-EXIF:Make=Canary",
  "-EXIF:SerialNumber=SN-4711",
  "-EXIF:ImageDescription=casey-holiday.jpg",
  "-EXIF:DateTimeOriginal=2026:05:01 12:00:00",
  "-XMP:Creator=Casey",
  "-XMP-xmpMM:PreservedFileName=casey-holiday.jpg",
  "-IPTC:By-line=Casey",
  "-PNG:Author=Casey",
  "-Comment=Casey was here",
];

/** One of each format; the JPEG also with a second picture behind the first (MPF), and a trailer. */
export async function plantedPhotos(exiftool: Exiftool): Promise<PlantedPhoto[]> {
  const preview = await thumbnail();
  const plant = (bytes: Buffer) => exiftool.write(bytes, TAGS, preview);
  return Promise.all(
    FORMATS.map(async (format) => {
      const plain = format === "jpeg" ? await portraitFromPhone() : await portraitAs(format);
      const written = await plant(plain);
      const bytes = format === "jpeg" ? withSecondPicture(written, await plant(preview)) : written;
      return { title: format, contentType: `image/${format}`, bytes };
    }),
  );
}

const START_OF_IMAGE = 2;
const MPF_BYTES = 86;

/** CIPA DC-007: an APP2 segment that tells of a second picture, and that picture after the end of the first. */
function withSecondPicture(first: Buffer, second: Buffer): Buffer {
  const header = START_OF_IMAGE + 8;
  const mpf = Buffer.alloc(2 + MPF_BYTES + 2);
  mpf.writeUInt16BE(0xffe2, 0);
  mpf.writeUInt16BE(mpf.length - 2, 2);
  mpf.write("MPF\0MM\0*\0\0\0\x08\0\x03", 4, "latin1");
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    mpf.writeUInt16BE(tag, at);
    mpf.writeUInt16BE(type, at + 2);
    mpf.writeUInt32BE(count, at + 4);
    mpf.writeUInt32BE(value, at + 8);
  };
  entry(18, 0xb000, 7, 4, 0x30313030);
  entry(30, 0xb001, 4, 1, 2);
  entry(42, 0xb002, 7, 32, 50);
  const firstBytes = first.length + mpf.length;
  mpf.writeUInt32BE(firstBytes, 62);
  mpf.writeUInt32BE(second.length, 78);
  mpf.writeUInt32BE(firstBytes - header, 82);
  const trailer = Buffer.from("trailer: Casey");
  return Buffer.concat([first.subarray(0, START_OF_IMAGE), mpf, first.subarray(START_OF_IMAGE), second, trailer]);
}
