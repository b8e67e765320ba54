import type { ImageRefusalCode } from "./image-refusal.js";

const OPENINGS: readonly (readonly [opening: string, code: ImageRefusalCode])[] = [
  ["GIF87a", "GIF_NOT_SUPPORTED"],
  ["GIF89a", "GIF_NOT_SUPPORTED"],
  ["II*\0", "TIFF_NOT_SUPPORTED"],
  ["MM\0*", "TIFF_NOT_SUPPORTED"],
  ["II+\0", "TIFF_NOT_SUPPORTED"],
  ["MM\0+", "TIFF_NOT_SUPPORTED"],
  ["\x1a\x45\xdf\xa3", "VIDEO_NOT_SUPPORTED"],
];

/** Names the format of a file that is none of the accepted ones, as far as its bytes tell. */
export function recogniseForeignFormat(bytes: Buffer): ImageRefusalCode {
  if (bytes.length === 0) return "EMPTY_FILE";
  const head = bytes.toString("latin1", 0, 4096);
  const known = OPENINGS.find(([opening]) => head.startsWith(opening));
  if (known !== undefined) return known[1];
  if (head.slice(0, 1024).includes("%PDF-")) return "PDF_NOT_SUPPORTED";
  if (!isText(bytes.subarray(0, 4096))) return "FORMAT_NOT_SUPPORTED";
  return /<svg[\s>]/i.test(head) ? "SVG_NOT_SUPPORTED" : "TEXT_NOT_SUPPORTED";
}

/** UTF-16 by its mark, or valid UTF-8 without control characters other than white space. */
function isText(head: Buffer): boolean {
  const mark = head.toString("hex", 0, 2);
  if (mark === "feff" || mark === "fffe") return true;
  return isUtf8Start(head) && head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

/** A character may be cut in two by the end of the part that is looked at. */
function isUtf8Start(head: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
