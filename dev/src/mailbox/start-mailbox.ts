import { serveLoopback } from "../loopback-http.js";
import { answerMailbox } from "./http.js";
import type { MailboxMessage } from "./message.js";
import { MessageStore } from "./message-store.js";
import { serveSmtp } from "./smtp.js";

const MOST_BYTES = 10 * 1024 * 1024;

export interface MailboxOptions {
  /** 0 picks a free port. */
  readonly smtpPort: number;
  /** 0 picks a free port. */
  readonly httpPort: number;
  /** The largest mail it takes, in bytes; 10 MiB unless given. A larger one gets 552. */
  readonly mostBytes?: number;
  readonly now?: () => Date;
}

export interface RunningMailbox {
  readonly smtpUrl: string;
  /** The page to read mails at; JSON at `/api/messages?to=<address>&after=<id>`. */
  readonly url: string;
  /** The newest 500 mails, newest first. */
  messages(): MailboxMessage[];
  /**
   * The newest mail that fits, now or once it comes.
   * @throws {MailDidNotCome} after `timeoutMs`.
   */
  waitFor(isWanted: (message: MailboxMessage) => boolean, timeoutMs: number): Promise<MailboxMessage>;
  stop(): Promise<void>;
}

/**
 * Starts a stand-in for a mail service: SMTP on loopback, and a page to read what was sent.
 * @throws {PortTaken} when a port asked for is held.
 */
export async function startMailbox(options: MailboxOptions): Promise<RunningMailbox> {
  const { smtpPort, httpPort, mostBytes = MOST_BYTES, now = () => new Date() } = options;
  const store = new MessageStore();
  const smtp = await serveSmtp(store, { port: smtpPort, mostBytes, now });
  const http = await serveLoopback(
    { port: httpPort, service: "the mailbox's page" },
    () => (request, response) => answerMailbox(store, request, response),
  ).catch(async (error: unknown) => {
    await smtp.stop();
    throw error;
  });
  return {
    smtpUrl: smtp.url,
    url: `http://localhost:${http.port}`,
    messages: () => store.list(),
    waitFor: (isWanted, timeoutMs) => store.waitFor(isWanted, timeoutMs),
    stop: async () => {
      await Promise.all([smtp.stop(), http.stop()]);
    },
  };
}
