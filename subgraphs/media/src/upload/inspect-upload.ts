import { HttpRefusal } from "../http-refusal.js";
import { ImageRefused, type ImageRefusalCode } from "../imaging/image-refusal.js";
import { inspectImage, type InspectedImage } from "../imaging/inspect-image.js";

/** What the bytes are. They must be what the link was made for. @throws HttpRefusal 400, 413, 415 */
export async function inspectUpload(bytes: Buffer, contentType: string): Promise<InspectedImage> {
  const inspected = await inspectOrRefuse(bytes);
  if (inspected.contentType !== contentType) {
    throw new HttpRefusal(
      415,
      "TYPE_MISMATCH",
      `This file is ${inspected.contentType}, not ${contentType} as announced.`,
    );
  }
  return inspected;
}

async function inspectOrRefuse(bytes: Buffer): Promise<InspectedImage> {
  try {
    return await inspectImage(bytes);
  } catch (error) {
    if (!(error instanceof ImageRefused)) throw error;
    throw new HttpRefusal(statusOf(error.code), error.code, error.message, { cause: error });
  }
}

function statusOf(code: ImageRefusalCode): 400 | 413 | 415 {
  switch (code) {
    case "EMPTY_FILE":
    case "TRUNCATED":
    case "UNREADABLE":
      return 400;
    case "FILE_TOO_LARGE":
    case "TOO_MANY_PIXELS":
      return 413;
    default:
      return 415;
  }
}
