import { expect, test } from "vitest";
import { zipOf } from "./gallery-zip.js";

const MB = 1024 * 1024;

/** Pictures of 1 MB, which count how many were opened. */
function pictures(count: number) {
  const opened: number[] = [];
  const entries = Array.from({ length: count }, (_, index) => ({
    contentType: "image/jpeg",
    bytes: MB,
    caption: null as string | null,
    open: async () => {
      opened.push(index);
      return (async function* () {
        for (let part = 0; part < 16; part += 1) yield Buffer.alloc(MB / 16, index);
      })();
    },
  }));
  return { entries, opened };
}

test("opens a picture when its turn comes, not before the reader has taken those ahead of it", async () => {
  const { entries, opened } = pictures(50);
  const { body } = zipOf(entries);
  const reader = body.getReader();
  for (let read = 0; read < 2.5 * MB;) read += (await reader.read()).value!.length;
  expect(opened.length).toBeLessThanOrEqual(4);
  await reader.cancel();
  expect(opened.length).toBeLessThanOrEqual(4);
});

test("an archive of 300 MB takes the memory of a few pictures, and its length was told", async () => {
  const { entries } = pictures(300);
  const { body, length } = zipOf(entries);
  const before = process.memoryUsage().arrayBuffers;
  let [size, most] = [0, 0];
  for await (const chunk of body) {
    size += chunk.length;
    if (size % (10 * MB) < chunk.length) most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  expect(BigInt(size)).toBe(length);
  expect(most).toBeLessThan(100 * MB);
});

test("names are numbers of our own, whatever the content type says", async () => {
  const entry = pictures(1).entries[0]!;
  const { body } = zipOf([entry, { ...entry, contentType: "../../etc/passwd" }]);
  const bytes = Buffer.from(await new Response(body).arrayBuffer());
  expect(bytes.includes("headshots/1.jpg")).toBe(true);
  expect(bytes.includes("headshots/2.bin")).toBe(true);
  expect(bytes.includes("..")).toBe(false);
});

test("a caption names its picture by what of it no system reads as a path, a device or a direction", async () => {
  const entry = pictures(1).entries[0]!;
  const captions: [string, string][] = [
    ["R&D / Design", "R D Design"],
    ["../../etc/passwd", "etc passwd"],
    ["C:\\Windows\\..\\x.exe", "C Windows x exe"],
    ["a\0b\r\nc\u202egpj.exe", "a b c gpj exe"],
    [" . ", ""],
    ["Vertrieb – Süd", "Vertrieb Süd"],
    ["人事部", "人事部"],
    ["👩‍🎤", ""],
    ["x".repeat(300), "x".repeat(50)],
  ];
  const { body, length } = zipOf(captions.map(([caption]) => ({ ...entry, caption })));
  const bytes = Buffer.from(await new Response(body).arrayBuffer());
  expect(BigInt(bytes.length)).toBe(length);
  for (const [index, [, named]] of captions.entries())
    expect(bytes.includes(`headshots/${index + 1}${named && ` ${named}`}.jpg`)).toBe(true);
  expect(bytes.includes("..")).toBe(false);
});
