import type { ByteRange } from "../storage/object-store.js";

/**
 * The part of `size` bytes that a `Range` header asks for (RFC 9110, section 14.2), `end` not included; null to answer
 * with all of it: no header, another unit, more than one part, or a header that is none.
 */
export function readRange(header: string | null, size: number): Required<ByteRange> | "unsatisfiable" | null {
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? "");
  if (!match) return null;
  const [first, last] = [match[1]!, match[2]!];
  if (first === "" && last === "") return null;
  if (first === "") return suffix(Number(last), size);
  const start = Number(first);
  const end = last === "" ? size : Math.min(Number(last) + 1, size);
  if (last !== "" && Number(last) < start) return null;
  return start < size ? { start, end } : "unsatisfiable";
}

/** The last so many bytes. */
function suffix(length: number, size: number): Required<ByteRange> | "unsatisfiable" {
  return length === 0 || size === 0 ? "unsatisfiable" : { start: Math.max(0, size - length), end: size };
}
