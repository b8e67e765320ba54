import type { FileHandle } from "node:fs/promises";
import { checkContentType } from "./content-type.js";

/**
 * The layout of one stored object: a header of 128 bytes, then the object's own bytes.
 * Header: "SOBJ", version 1, length of the content type, the content type, zeros.
 * Type and bytes share a file so that one rename publishes both.
 */
export const HEADER_SIZE = 128;
/** No key may contain it, so the object `a` and the folder of `a/b` never claim the same name. */
export const OBJECT_SUFFIX = "~";
const MAGIC = Buffer.from("SOBJ\x01", "latin1");

/** @throws TypeError where the content type is none */
export function encodeHeader(contentType: string): Buffer {
  checkContentType(contentType);
  const header = Buffer.alloc(HEADER_SIZE);
  MAGIC.copy(header);
  header.writeUInt8(contentType.length, MAGIC.length);
  header.write(contentType, MAGIC.length + 1, "latin1");
  return header;
}

/** The content type of an open object file, or `undefined` where the file is not one. */
export async function readContentType(file: FileHandle): Promise<string | undefined> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_SIZE), 0, HEADER_SIZE, 0);
  if (bytesRead < HEADER_SIZE || !buffer.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const start = MAGIC.length + 1;
  return buffer.toString("latin1", start, start + buffer.readUInt8(MAGIC.length));
}
