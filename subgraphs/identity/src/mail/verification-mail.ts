import { escapeHtml, oneLine } from "./mail-text.js";
import type { Mail } from "./mailer.js";

/** What a verification mail says. */
export interface VerificationMail {
  to: string;
  studioName: string;
  code: string;
  messageId: string;
}

/**
 * The mail that carries a code. It greets nobody by name: whoever asks chooses the name, and a stranger's words do not
 * belong in a mail that the platform vouches for.
 */
export function verificationMail({ to, studioName, code, messageId }: VerificationMail): Mail {
  const studio = oneLine(studioName);
  return {
    to,
    messageId,
    subject: `Your code for ${studio}`,
    text: [
      "Hello,",
      `your code for ${studio} is ${code}.`,
      "It is good for 10 minutes. If you did not ask for it, nothing needs to be done.",
    ].join("\n\n"),
    html: [
      "<!doctype html>",
      `<html lang="en"><body style="font-family: sans-serif">`,
      "<p>Hello,</p>",
      `<p>your code for <strong>${escapeHtml(studio)}</strong> is</p>`,
      `<p style="font-size: 2em; letter-spacing: 0.2em"><strong>${code}</strong></p>`,
      "<p>It is good for 10 minutes. If you did not ask for it, nothing needs to be done.</p>",
      "</body></html>",
    ].join("\n"),
  };
}
