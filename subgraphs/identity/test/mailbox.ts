import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { poll } from "../../../dev/src/poll.js";

/** A mail server on loopback that keeps what it gets. */
export interface Mailbox {
  url: string;
  mails: ParsedMail[];
  /** The code in the mail number `howMany` to an address, once it has come. */
  codeFor(email: string, howMany: number): Promise<string>;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: async (stream, _session, done) => {
      mails.push(await simpleParser(stream));
      done();
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    async codeFor(email, howMany) {
      const found = await poll(() => mailsTo(mails, email)[howMany - 1], { timeoutMs: 15_000, everyMs: 25 });
      return /\b\d{6}\b/.exec(found?.text ?? "")?.[0] ?? `no mail number ${howMany} came to ${email}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

/** The mails to one address, whose domain a sender may have written in lower case. */
export function mailsTo(mails: readonly ParsedMail[], email: string): ParsedMail[] {
  return mails.filter((mail) => JSON.stringify(mail.to).toLowerCase().includes(`"${email.toLowerCase()}"`));
}
