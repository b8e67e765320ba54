import { createTransport } from "nodemailer";

/** A mail to one person. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Stable over repeated sending, so that a receiver may drop the second. */
  messageId: string;
}

/** Sends mail. */
export interface Mailer {
  /** Resolves once the server has taken it; throws otherwise. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const TIMEOUT_MS = 10_000;

/**
 * A mailer over SMTP.
 * @param url `smtp://…` or `smtps://user:password@host:port`
 * @param from the sender, for example `Studio <studio@example.com>`
 */
export function openMailer(url: string, from: string): Mailer {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    },
    { from },
  );
  return {
    send: async (mail) => void (await transport.sendMail({ ...mail, disableFileAccess: true, disableUrlAccess: true })),
    close: () => transport.close(),
  };
}

/** The part of a sender's address after the `@`. */
export function senderDomain(from: string): string {
  return /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
}
