import type { Container } from "./container/container.js";
import type { ImageFormat } from "./image-format.js";

const MARKUP = /<script|<html|<!doctype|<\?php/i;
const FOREIGN_OPENINGS = ["PK\x03\x04", "%PDF-", "Rar!", "7z\xbc\xaf", "\x7fELF", "MZ", "#!", "<"];
const ZIP_END_SIZE = 22;
const ZIP_MAX_COMMENT = 65_535;

/**
 * Whether a file that is a picture also works as something else: a page, a document, a program
 * or an archive. Phones append previews and short films to a JPEG, so there other bytes may
 * follow the picture; the other formats end where they say.
 */
export function hidesOtherContent(bytes: Buffer, format: ImageFormat, container: Container): boolean {
  const trailing = bytes.subarray(container.end);
  return (
    bytes.toString("latin1", 0, 1024).includes("%PDF-") ||
    endsAsZip(bytes) ||
    opensAsForeign(trailing) ||
    (format !== "jpeg" && trailing.some((byte) => byte !== 0)) ||
    container.descriptions.some((part) => MARKUP.test(part.toString("latin1")))
  );
}

function opensAsForeign(trailing: Buffer): boolean {
  const opening = trailing.toString("latin1", 0, 4096).replaceAll("\0", " ").trimStart();
  return FOREIGN_OPENINGS.some((foreign) => opening.startsWith(foreign));
}

/** A ZIP is found from its end: a record whose comment reaches exactly to the last byte. */
function endsAsZip(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - ZIP_END_SIZE - ZIP_MAX_COMMENT);
  for (
    let at = bytes.indexOf("PK\x05\x06", from, "latin1");
    at !== -1;
    at = bytes.indexOf("PK\x05\x06", at + 1, "latin1")
  ) {
    if (at + ZIP_END_SIZE <= bytes.length && at + ZIP_END_SIZE + bytes.readUInt16LE(at + 20) === bytes.length)
      return true;
  }
  return false;
}
