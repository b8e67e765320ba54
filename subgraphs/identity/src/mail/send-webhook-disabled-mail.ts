import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { listOwnerEmails } from "../member/member.repository.js";
import { findWebhookEndpoint, type WebhookEndpointRow } from "../webhook-endpoint/webhook-endpoint.repository.js";
import type { MailServices } from "./send-verification-mail.js";
import { escapeHtml } from "./mail-text.js";
import type { WebhookDisabledMailJob } from "./webhook-disabled-mail.job.js";

const REASONS = {
  gone: "The receiver answered 410 Gone.",
  failing: "Nothing could be delivered to it for five days.",
} as const;

/** By what owners tell endpoints of one host apart. Paths and queries may hold credentials: they stay out of mails. */
function nameOf({ id, url, description }: WebhookEndpointRow): string {
  const place = `${new URL(url).origin} (${toGlobalId("WebhookEndpoint", id)})`;
  const words = description.trim().replaceAll(/\s+/g, " ");
  return words === "" ? place : `"${words}" at ${place}`;
}

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
    `Events are no longer sent to ${nameOf(endpoint)}.`,
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
