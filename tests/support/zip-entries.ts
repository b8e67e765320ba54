const END = 0x06054b50;
const ENTRY_BYTES = 46;

/** A file in an archive. */
export interface ZipFile {
  name: string;
  bytes: Buffer;
}

/** The files of an archive that compresses nothing, by its central directory (APPNOTE.TXT, 4.3.12). */
export function zipEntries(zip: Buffer): ZipFile[] {
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== END) throw new Error("This is no archive without a comment.");
  const files: ZipFile[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameBytes] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const name = zip.toString("utf8", at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
    files.push({ name, bytes: zip.subarray(start, start + size) });
    at += ENTRY_BYTES + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
