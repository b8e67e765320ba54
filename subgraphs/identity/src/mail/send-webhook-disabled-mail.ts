import { listOwnerEmails } from "../member/member.repository.js";
import { findWebhookEndpoint } from "../webhook-endpoint/webhook-endpoint.repository.js";
import type { MailServices } from "./send-verification-mail.js";
import { escapeHtml } from "./mail-text.js";
import type { WebhookDisabledMailJob } from "./webhook-disabled-mail.job.js";

const REASONS = {
  gone: "The receiver answered 410 Gone.",
  failing: "Nothing could be delivered to it for five days.",
} as const;

/** Tells the account's owners that an endpoint is not sent events any more, and what to do. */
export async function sendWebhookDisabledMail(
  { db, mailer, domain }: MailServices,
  { accountId, endpointId, version }: WebhookDisabledMailJob,
): Promise<void> {
  const [endpoint, owners] = await db.inAccount(accountId, async (tx) => [
    await findWebhookEndpoint(tx, accountId, endpointId),
    await listOwnerEmails(tx, accountId),
  ]);
  if (endpoint?.status !== "disabled") return;
  const reason = REASONS[endpoint.disabledReason as keyof typeof REASONS];
  const lines = [
    `Events are no longer sent to ${new URL(endpoint.url).host}.`,
    reason,
    "Nothing is lost: events wait while the log keeps them. Repair the receiver, then resume the endpoint in your dashboard.",
  ];
  for (const [index, to] of owners.entries()) {
    await mailer.send({
      to,
      messageId: `<${endpointId}.${version}.${index}@${domain}>`,
      subject: "A webhook endpoint was disabled",
      text: lines.join("\n\n"),
      html: `<!doctype html>\n<html lang="en"><body>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("")}</body></html>`,
    });
  }
}
