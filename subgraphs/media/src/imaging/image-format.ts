/** The formats that a photo may be uploaded in. */
export type ImageFormat = "jpeg" | "png" | "webp" | "avif";
