import type { Locale } from "../account/account.policy.js";
import { escapeHtml } from "./mail-text.js";
import type { Mail } from "./mailer.js";

/** A mail whose point is a link. */
export interface LinkMail {
  to: string;
  messageId: string;
  locale: Locale;
  subject: string;
  /** Paragraphs before the link. */
  before: readonly string[];
  link: string;
  /** Paragraphs after it. */
  after: readonly string[];
}

/** The mail as plain text and as HTML that says the same. */
export function linkMail({ to, messageId, locale, subject, before, link, after }: LinkMail): Mail {
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const href = escapeHtml(link);
  return {
    to,
    messageId,
    subject,
    text: [...before, link, ...after].join("\n\n"),
    html: [
      "<!doctype html>",
      `<html lang="${locale}"><body style="font-family: sans-serif">`,
      ...before.map(paragraph),
      `<p><a href="${href}">${href}</a></p>`,
      ...after.map(paragraph),
      "</body></html>",
    ].join("\n"),
  };
}

/** Until when a link is good, in words. */
export function deadline(expiresAt: Date, locale: Locale): string {
  const date = expiresAt.toLocaleString(locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return `${date} UTC`;
}
