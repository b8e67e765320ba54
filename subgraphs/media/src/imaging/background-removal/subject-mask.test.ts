import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { portrait } from "../../../samples/pictures.js";
import { faceBox } from "../face-box.js";
import { decodeMask, encodeMask, findSubject } from "../find-subject.js";
import { EmbeddedBackgroundRemover } from "./embedded-background-remover.js";

type Point = readonly [x: number, y: number];

/** The person as somebody traced her by eye: `samples/README.md` says how. */
const outline = (
  JSON.parse(readFileSync(new URL("../../../samples/portrait-outline.json", import.meta.url), "utf8")) as {
    points: Point[];
  }
).points;
const SIDE = 512;

const remover = new EmbeddedBackgroundRemover();
afterAll(() => remover.close());

/** Whether a point lies inside the outline: a ray to the right crosses it an odd number of times. */
function isInside(x: number, y: number): boolean {
  return outline.reduce((inside, [x1, y1], at) => {
    const [x2, y2] = outline.at(at - 1)!;
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    return crosses ? !inside : inside;
  }, false);
}

test("P04: the mask agrees with one made by hand: intersection over union of at least 0.9", async () => {
  const mask = await findSubject(portrait, remover);
  const grown = await sharp(mask.alpha, { raw: { width: mask.width, height: mask.height, channels: 1 } })
    .resize(SIDE, SIDE, { fit: "fill", kernel: "cubic" })
    .toColourspace("b-w")
    .raw()
    .toBuffer();
  let [both, either] = [0, 0];
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const [traced, found] = [isInside(x + 0.5, y + 0.5), grown[y * SIDE + x]! >= 128];
      if (traced && found) both++;
      if (traced || found) either++;
    }
  }
  // The traced part itself is the head and shoulders, neither all of the picture nor nothing.
  expect(both / SIDE ** 2).toBeGreaterThan(0.4);
  expect(either / SIDE ** 2).toBeLessThan(0.7);
  expect(both / either).toBeGreaterThan(0.9);
});

test("the box of the head holds hair, eyes, mouth and chin, and neither flag nor patch", async () => {
  const box = faceBox(await findSubject(portrait, remover))!;
  const holds = ([x, y]: Point) =>
    x >= box.left * SIDE &&
    x <= (box.left + box.width) * SIDE &&
    y >= box.top * SIDE &&
    y <= (box.top + box.height) * SIDE;
  const head: Point[] = [
    [230, 25],
    [202, 101],
    [248, 103],
    [222, 145],
    [224, 177],
  ];
  const elsewhere: Point[] = [
    [60, 130],
    [172, 385],
    [340, 300],
    [222, 260],
  ];
  expect(head.map(holds)).toEqual(head.map(() => true));
  expect(elsewhere.map(holds)).toEqual(elsewhere.map(() => false));
});

test("a mask that was written is read again as it was", async () => {
  const mask = await findSubject(portrait, remover);
  const written = await encodeMask(mask);
  expect(written.length).toBeLessThan(20_000);
  const read = await decodeMask(written, mask.removerVersion);
  expect(Buffer.from(read.alpha).equals(Buffer.from(mask.alpha))).toBe(true);
  expect([read.width, read.height, read.removerVersion]).toEqual([mask.width, mask.height, remover.version]);
});
