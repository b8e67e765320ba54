import { makeZip, predictLength } from "client-zip";

/** A picture on its way into an archive; its bytes are asked for when its turn comes. */
export interface ZipEntry {
  contentType: string;
  bytes: number;
  /** What is said under it; null for nothing. */
  caption: string | null;
  open(): Promise<AsyncIterable<Uint8Array>>;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/avif": "avif",
};

/** How many characters of a caption a name has: no system takes names of more than 255 bytes. */
const MAX_CAPTION = 50;

/** One date for all: an archive tells nothing of when somebody's picture was taken. */
const LAST_MODIFIED = new Date("2020-01-01T00:00:00Z");

/**
 * Pictures as an archive, one read after another while the reader takes them, so that any number needs the memory of
 * one. Names are numbers of our own, with what of a caption can be no path (zip slip). `length` is the archive's size in
 * bytes, for a progress bar.
 */
export function zipOf(entries: readonly ZipEntry[]): { body: ReadableStream<Uint8Array>; length: bigint } {
  const digits = String(entries.length).length;
  const files = entries.map((entry, index) => {
    const number = String(index + 1).padStart(digits, "0");
    const named = [number, ...wordsOf(entry.caption ?? "")].join(" ");
    return { entry, name: `headshots/${named}.${EXTENSIONS[entry.contentType] ?? "bin"}` };
  });
  const length = predictLength(files.map(({ name, entry }) => ({ name, size: entry.bytes })));
  async function* inputs() {
    for (const { entry, name } of files) yield { name, lastModified: LAST_MODIFIED, input: await entry.open() };
  }
  // A reader who goes away ends it; the library would report that as an error.
  return { body: makeZip(inputs()).pipeThrough(new TransformStream()), length };
}

/** A caption's words as a file name has them: letters, digits and hyphens alone, so that no system reads more in them. */
function wordsOf(caption: string): string[] {
  const plain = caption.normalize("NFC").replaceAll(/[^\p{L}\p{M}\p{N}-]+/gu, " ");
  return Array.from(plain).slice(0, MAX_CAPTION).join("").split(" ").filter(Boolean);
}
