import { connect } from "node:net";
import { readdir } from "node:fs/promises";

/** A PUT written byte by byte, so that its headers may lie about its body. */
export interface RawUpload {
  url: string;
  headers: Record<string, string>;
  /** Written as they are, one after the other. */
  chunks: readonly (string | Uint8Array)[];
  /** Hang up after the last chunk, without waiting for an answer. */
  hangUp?: boolean;
}

/** Sends it. @returns the answer's status and error code, or null if there was none */
export function rawUpload({ url, headers, chunks, hangUp = false }: RawUpload) {
  const { hostname, port, pathname, host } = new URL(url);
  const head = Object.entries({ host, connection: "close", ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return new Promise<{ status: number; code: string | undefined } | null>((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.on("data", (data) => void (answer += data.toString("latin1")));
    socket.on("error", () => {});
    socket.on("close", () => resolve(readAnswer(answer)));
    socket.write(`PUT ${pathname} HTTP/1.1\r\n${head.join("")}\r\n`);
    for (const chunk of chunks) socket.write(chunk);
    if (hangUp) socket.end(() => socket.destroy());
  });
}

function readAnswer(answer: string) {
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
  return status ? { status: Number(status), code: /"code":"([A-Z_]+)"/.exec(answer)?.[1] } : null;
}

/** One chunk of a body in chunked transfer coding (RFC 9112 § 7.1); an empty one ends it. */
export function chunked(data: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from("\r\n")]);
}

/** Every file under a folder. */
export async function filesUnder(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .toSorted();
}
