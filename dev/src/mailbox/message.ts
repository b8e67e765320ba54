import { simpleParser, type AddressObject } from "mailparser";

/** A mail as it was received. */
export interface MailboxMessage {
  /** Grows with each mail; never used twice while the mailbox runs. */
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly from: string;
  /** Everyone it was sent to, blind copies included: the SMTP envelope's recipients. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** With its inline pictures as `data:` addresses; `undefined` where the mail has only text. */
  readonly html: string | undefined;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
  /** The size as sent. */
  readonly bytes: number;
}

/** A mail that has no place in the list yet. */
export type NewMessage = Omit<MailboxMessage, "id">;

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** Reads a raw mail (RFC 5322, MIME). */
export async function parseMessage(raw: Buffer, envelope: Envelope, receivedAt: Date): Promise<NewMessage> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipTextLinks: true });
  return {
    receivedAt: receivedAt.toISOString(),
    from: addresses(mail.from) || envelope.from,
    to: envelope.to,
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html === false ? undefined : mail.html,
    attachments: mail.attachments
      .filter(({ related }) => !related)
      .map(({ filename, contentType, size }) => ({ name: filename ?? "", type: contentType, bytes: size })),
    bytes: raw.length,
  };
}

function addresses(from: AddressObject | undefined): string {
  return from?.text ?? "";
}
