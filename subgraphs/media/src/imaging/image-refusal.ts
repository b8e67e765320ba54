/** Why a file is not accepted as a photo, each with what the person can do about it. */
const MESSAGES = {
  EMPTY_FILE: "The file is empty. Choose the photo again.",
  FILE_TOO_LARGE: "The file is larger than 25 MB. Save the photo as JPEG, or smaller, and upload it again.",
  HEIC_NOT_SUPPORTED:
    "HEIC photos are not supported. On an iPhone, set Settings › Camera › Formats to “Most Compatible” and take the photo again, or open it in a photo app and export it as JPEG.",
  SVG_NOT_SUPPORTED: "This is an SVG drawing, not a photo. Upload a JPEG, PNG, WebP or AVIF photo.",
  GIF_NOT_SUPPORTED: "GIF pictures are not supported. Save the photo as JPEG or PNG and upload it again.",
  TIFF_NOT_SUPPORTED: "TIFF and raw camera files are not supported. Export the photo as JPEG and upload it again.",
  PDF_NOT_SUPPORTED: "This is a PDF document, not a photo. Export the photo in it as JPEG and upload that.",
  VIDEO_NOT_SUPPORTED: "This is a video, not a photo. Take a photo, or save one frame as JPEG.",
  TEXT_NOT_SUPPORTED: "This is a text file, whatever its name says. Upload a JPEG, PNG, WebP or AVIF photo.",
  FORMAT_NOT_SUPPORTED: "This kind of file is not supported. Upload a JPEG, PNG, WebP or AVIF photo.",
  ANIMATION_NOT_SUPPORTED: "This picture is animated. Upload a still photo.",
  MORE_THAN_A_PHOTO: "This file holds something else besides a photo. Export the photo as JPEG and upload that.",
  TRUNCATED: "The file is incomplete: its end is missing. Copy or save the photo again and upload it once more.",
  TOO_MANY_PIXELS: "The photo has more than 40 megapixels. Save it smaller and upload it again.",
  UNREADABLE: "The photo is damaged and cannot be opened. Save it as JPEG in a photo app and upload it again.",
} as const;

export type ImageRefusalCode = keyof typeof MESSAGES;

/** A file that is not accepted. `code` is stable; `message` is for the person who chose the file. */
export class ImageRefused extends Error {
  constructor(
    readonly code: ImageRefusalCode,
    options?: ErrorOptions,
  ) {
    super(MESSAGES[code], options);
  }
}
