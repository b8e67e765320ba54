import type { SubjectMask } from "./background-removal/background-remover.js";

/** A rectangle in fractions of a picture's width and height, 0 to 1. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A row counts as person where at least this share of it is covered: less is a stray hair or noise. */
const LEAST_ROW = 0.02;
/** The head ends where the outline draws in to this share of the head's width: at the jaw, above the neck. */
const JAW = 0.85;
/** Above this share of the head's width a narrower row is the shape of the hair. */
const LEAST_HEIGHT = 0.5;
/** Heads with their hair are about this much higher than wide. */
const HEAD_HEIGHT = 1.25;

interface Run {
  left: number;
  width: number;
}

/**
 * Where the head is, from the outline alone: its width from the topmost row down to where the outline draws in at the
 * jaw, its height by proportion. Nothing is recognised in the face (P15). Null where nobody stands out.
 */
export function faceBox(mask: SubjectMask): Box | null {
  const rows = Array.from({ length: mask.height }, (_, y) => widestRun(mask, y));
  const top = rows.findIndex((row) => row.width >= LEAST_ROW * mask.width);
  if (top === -1) return null;
  const head = headRows(rows.slice(top));
  const widest = Math.max(...head.map((row) => row.width));
  const weight = head.reduce((sum, row) => sum + row.width, 0);
  const centre = head.reduce((sum, row) => sum + (row.left + row.width / 2) * row.width, 0) / weight;
  const height = Math.min(HEAD_HEIGHT * widest, mask.height - top);
  return {
    left: Math.max(0, (centre - widest / 2) / mask.width),
    top: top / mask.height,
    width: widest / mask.width,
    height: height / mask.height,
  };
}

function headRows(rows: readonly Run[]): readonly Run[] {
  let widest = 0;
  for (const [height, { width }] of rows.entries()) {
    const isJaw = height >= LEAST_HEIGHT * widest && width < JAW * widest;
    if (isJaw || height > HEAD_HEIGHT * Math.max(widest, width)) return rows.slice(0, height);
    widest = Math.max(widest, width);
  }
  return rows;
}

/** The longest stretch of person in a row. */
function widestRun({ width, alpha }: SubjectMask, y: number): Run {
  let best: Run = { left: 0, width: 0 };
  let start = -1;
  for (let x = 0; x <= width; x++) {
    const isPerson = x < width && alpha[y * width + x]! >= 128;
    if (isPerson && start === -1) start = x;
    if (isPerson || start === -1) continue;
    if (x - start > best.width) best = { left: start, width: x - start };
    start = -1;
  }
  return best;
}
