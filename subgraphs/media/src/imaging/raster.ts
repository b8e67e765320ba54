/** A picture as plain pixels: upright, sRGB, 8-bit red, green and blue, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
}
