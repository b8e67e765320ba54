import { callbackify } from "node:util";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { LOOPBACK, listenOnLoopback } from "../port.js";
import { parseMessage, type Envelope } from "./message.js";
import type { MessageStore } from "./message-store.js";

const CLOSE_PATIENCE_MS = 200;

export interface SmtpOptions {
  readonly port: number;
  readonly mostBytes: number;
  readonly now: () => Date;
}

/**
 * Takes every mail it is handed (RFC 5321, without sign-in or TLS) into the store.
 * @throws {PortTaken} when the port asked for is held.
 */
export async function serveSmtp(
  store: MessageStore,
  options: SmtpOptions,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { port, mostBytes, now } = options;
  const smtp = new SMTPServer({
    banner: "mailbox stand-in: mail goes no further",
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: mostBytes,
    closeTimeout: CLOSE_PATIENCE_MS,
    onData: callbackify(async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
      const { raw, envelope } = await receive(stream, session, mostBytes);
      store.add(await parseMessage(raw, envelope, now()));
    }),
  });
  // A client that hangs up in the middle is its own affair.
  smtp.on("error", () => undefined);
  const realPort = await listenOnLoopback(smtp.server, port, "the mailbox's SMTP server");
  return { url: `smtp://${LOOPBACK}:${realPort}`, stop: () => new Promise((resolve) => smtp.close(() => resolve())) };
}

async function receive(
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
  mostBytes: number,
): Promise<{ raw: Buffer; envelope: Envelope }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // The rest is still read: a client hears the refusal only once it has sent everything.
    if (bytes <= mostBytes) chunks.push(chunk);
  }
  if (bytes > mostBytes) throw tooLarge(mostBytes);
  const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
  return { raw: Buffer.concat(chunks), envelope: { from, to: envelope.rcptTo.map(({ address }) => address) } };
}

function tooLarge(mostBytes: number): Error {
  return Object.assign(new Error(`A mail may have ${mostBytes} bytes at most.`), { responseCode: 552 });
}
