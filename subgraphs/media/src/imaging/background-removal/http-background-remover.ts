import { openImage, openPixels, readMetadata } from "../image-decoder.js";
import type { Raster } from "../raster.js";
import { BackgroundRemovalFailed, type BackgroundRemover, type SubjectMask } from "./background-remover.js";

/** A remove.bg-compatible service: where `/removebg` is, and the key to it. */
export interface RemovalService {
  /** For example `https://api.remove.bg/v1.0`. */
  readonly url: string;
  readonly apiKey: string;
  /** Milliseconds that one request may take. */
  readonly timeoutMs: number;
}

/** Milliseconds: a service takes a few seconds for a picture, and a person waits. */
const TIMEOUT_MS = 15_000;
const THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The service of the settings, or undefined where none is set.
 * @throws TypeError where it would be reached without TLS (P27), other than on this machine
 */
export function toRemovalService(url: string | undefined, apiKey = ""): RemovalService | undefined {
  if (url === undefined) return undefined;
  const { protocol, hostname } = new URL(url);
  if (protocol !== "https:" && !THIS_MACHINE.test(hostname))
    throw new TypeError("REMOVEBG_URL must be an https:// URL.");
  return { url, apiKey, timeoutMs: TIMEOUT_MS };
}

/** An answer is a mask of at most 1024 × 1024 greys; no honest one comes near this many bytes. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/**
 * Background removal by a service that speaks remove.bg's API, version 1.0. It gets pixels only: encoded anew, so
 * without metadata, and without the file's name. The request asks that nothing be kept of it (P14).
 */
export class HttpBackgroundRemover implements BackgroundRemover {
  private readonly endpoint: URL;

  constructor(private readonly service: RemovalService) {
    this.endpoint = new URL("removebg", service.url.endsWith("/") ? service.url : `${service.url}/`);
  }

  /** @throws BackgroundRemovalFailed */
  async removeBackground(picture: Raster): Promise<SubjectMask> {
    const answer = await this.send(await toRequestBody(picture));
    return { ...(await readMask(answer, picture)), removerVersion: `removebg-1.0 ${this.endpoint.host}` };
  }

  async close(): Promise<void> {}

  private async send(body: FormData): Promise<Uint8Array> {
    const signal = AbortSignal.timeout(this.service.timeoutMs);
    try {
      const response = await fetch(this.endpoint, {
        method: "POST",
        headers: { "x-api-key": this.service.apiKey, accept: "image/png", "cache-control": "no-store" },
        body,
        signal,
        redirect: "error",
      });
      if (!response.ok) throw await refusalOf(response);
      return await readAtMost(response, MAX_ANSWER_BYTES);
    } catch (error) {
      if (error instanceof BackgroundRemovalFailed) throw error;
      throw new BackgroundRemovalFailed(signal.aborted ? "TIMED_OUT" : "UNREACHABLE", { cause: error });
    }
  }
}

/** `retain=false` is how a service that could keep pictures is told not to; remove.bg itself ignores unknown fields. */
async function toRequestBody({ rgb, width, height }: Raster): Promise<FormData> {
  const jpeg = await openPixels(rgb, width, height, 3).jpeg({ quality: 95, chromaSubsampling: "4:4:4" }).toBuffer();
  const form = new FormData();
  form.set("image_file", new Blob([new Uint8Array(jpeg)], { type: "image/jpeg" }), "image.jpg");
  const fields = { size: "full", type: "person", format: "png", channels: "alpha", crop: "false", retain: "false" };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** 429 and 5xx pass; any other refusal stays the same however often it is asked. The body may quote us: it is not read. */
async function refusalOf(response: Response): Promise<BackgroundRemovalFailed> {
  await response.body?.cancel();
  const cause = new Error(`The service answered ${response.status}.`);
  if (response.status === 429) return new BackgroundRemovalFailed("BUSY", { cause });
  return new BackgroundRemovalFailed(response.status >= 500 ? "UNREACHABLE" : "REFUSED", { cause });
}

async function readAtMost(response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most) throw new BackgroundRemovalFailed("UNUSABLE");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Takes a grey mask, or the alpha of a cut-out where the service does not know `channels`. */
async function readMask(png: Uint8Array, picture: Raster): Promise<Omit<SubjectMask, "removerVersion">> {
  try {
    const { width, height, hasAlpha } = await readMetadata(png);
    if (width !== picture.width || height !== picture.height) throw new Error("The mask has another size.");
    const channel = hasAlpha ? openImage(png).extractChannel("alpha") : openImage(png).extractChannel(0);
    const alpha = await channel.toColourspace("b-w").raw({ depth: "uchar" }).toBuffer();
    return { width, height, alpha };
  } catch (error) {
    throw new BackgroundRemovalFailed("UNUSABLE", { cause: error });
  }
}
