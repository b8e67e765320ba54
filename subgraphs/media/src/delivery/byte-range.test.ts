import { expect, test } from "vitest";
import { readRange } from "./byte-range.js";

test.each([
  ["the first bytes", "bytes=0-9", { start: 0, end: 10 }],
  ["one byte", "bytes=5-5", { start: 5, end: 6 }],
  ["from a byte to the end", "bytes=90-", { start: 90, end: 100 }],
  ["past the end, cut to it", "bytes=90-1000", { start: 90, end: 100 }],
  ["the last bytes", "bytes=-10", { start: 90, end: 100 }],
  ["more last bytes than there are", "bytes=-1000", { start: 0, end: 100 }],
  ["in capitals, with space", "BYTES= 0-0 ", { start: 0, end: 1 }],
  ["from behind the end", "bytes=100-", "unsatisfiable"],
  ["no last bytes", "bytes=-0", "unsatisfiable"],
  ["no range", null, null],
  ["another unit", "pages=1-2", null],
  ["several parts", "bytes=0-1,5-6", null],
  ["the wrong way round", "bytes=9-5", null],
  ["nothing", "bytes=-", null],
  ["no numbers", "bytes=a-b", null],
])("reads %s", (_what, header, range) => {
  expect(readRange(header, 100)).toEqual(range);
});

test("no range of an empty picture can be satisfied", () => {
  expect(readRange("bytes=0-0", 0)).toBe("unsatisfiable");
  expect(readRange("bytes=-1", 0)).toBe("unsatisfiable");
});
