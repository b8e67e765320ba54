/** What the outer structure of a picture file says, read without decoding a pixel. */
export interface Container {
  /** Where the picture ends; bytes after it belong to something else. */
  readonly end: number;
  readonly animated: boolean;
  /** The parts that are not compressed pixels: headers, metadata, comments. */
  readonly descriptions: readonly Buffer[];
}

/** Collects the parts between the pixels, joining neighbours, so that a file of tiny parts stays cheap. */
export class Descriptions {
  private readonly parts: Buffer[] = [];
  private start = 0;

  constructor(private readonly bytes: Buffer) {}

  /** The range holds pixels. */
  skip(from: number, to: number): void {
    if (from > this.start) this.parts.push(this.bytes.subarray(this.start, from));
    this.start = to;
  }

  endingAt(end: number): Buffer[] {
    this.skip(end, end);
    return this.parts;
  }
}
