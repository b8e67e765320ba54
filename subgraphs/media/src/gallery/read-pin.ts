import { HttpRefusal } from "../http-refusal.js";

const MAX_BODY_BYTES = 1_024;

/** The PIN in a body `{ "pin": "…" }`, of which no more is read than it may hold. @throws HttpRefusal 400 */
export async function readPin(body: ReadableStream<Uint8Array> | null): Promise<string> {
  try {
    const { pin } = JSON.parse(await readText(body)) as { pin?: unknown };
    if (typeof pin === "string") return pin;
  } catch {
    // What breaks off, is too long or is no JSON has no PIN either.
  }
  throw new HttpRefusal(400, "BAD_REQUEST", 'Send the PIN as { "pin": "…" }.');
}

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new RangeError("The body is too long.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
