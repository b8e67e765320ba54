import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";
import type { Upload } from "./contact-client.js";

/** Speaks the tus protocol to an upload's resumable link. */
export function tusClient(media: RunningSubgraph, upload: Pick<Upload, "resumableUrl">) {
  const ask = (method: string, headers: Record<string, string> = {}, body?: Uint8Array<ArrayBuffer> | ReadableStream) =>
    media.fetch(
      new Request(upload.resumableUrl, {
        method,
        headers: { "tus-resumable": "1.0.0", ...headers },
        ...(body !== undefined && { body, duplex: "half" }),
      }),
    );
  return {
    ask,
    /** How many bytes have come in. */
    async offset(): Promise<number> {
      return Number((await ask("HEAD")).headers.get("upload-offset"));
    },
    /** Sends bytes from an offset on. */
    patch(offset: number, bytes: Uint8Array | ReadableStream, headers: Record<string, string> = {}) {
      const all = { "content-type": "application/offset+octet-stream", "upload-offset": String(offset), ...headers };
      return ask("PATCH", all, bytes instanceof Uint8Array ? new Uint8Array(bytes) : bytes);
    },
  };
}

/** A body that ends before its end, as when a phone loses its connection. */
export function breakingAfter(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) return controller.error(new Error("gone"));
      sent = true;
      controller.enqueue(bytes);
    },
  });
}
