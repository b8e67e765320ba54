import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { seedSubmissions } from "@studio/media/seed";
import type { TestAccount } from "../account.js";
import { createMediaThings } from "../media-things.js";
import type { TestPlatform } from "../platform.js";
import { createEndpoint } from "../webhooks.js";
import { CONTACTS } from "./fields.js";

/** Plants what is made of an account's photos, spare submissions that anybody may review, and where its events go. */
export async function plantMediaThings(
  platform: TestPlatform,
  account: TestAccount,
  text: (code: string) => string,
): Promise<Record<string, string[]>> {
  const names = { collection: text("col"), gallery: text("gal"), recipe: "badge" };
  const made = await createMediaThings(platform, account, names);
  return {
    ...Object.fromEntries(Object.entries(made).map(([type, id]) => [type, [id]])),
    SpareSubmission: await addSubmissions(platform, account),
    ...(await addEndpoint(platform, account, text("web"))),
  };
}

/** A submission of each spare contact. */
async function addSubmissions(platform: TestPlatform, account: TestAccount): Promise<string[]> {
  const { masterKey, clock, storageUrl } = platform;
  const target = { databaseUrl: platform.postgres.url, masterKey, clock, storageUrl };
  const spare = CONTACTS.spare.map((place) => account.contacts[place]!);
  const submissions = spare.map(({ id: contactId, submissionId, photoId }) => {
    const [studioId, createdAt] = [account.studio.id, clock.now()];
    return { contactId, submissionId, photoId, studioId, status: "submitted" as const, createdAt };
  });
  await seedSubmissions(target, account.id, submissions);
  return spare.map(({ submissionId }) => toGlobalId("Submission", submissionId));
}

/** An endpoint that nobody listens behind any more, and what was sent there. */
async function addEndpoint(platform: TestPlatform, account: TestAccount, description: string) {
  const { id, receiver } = await createEndpoint(platform, account, { eventTypes: ["studio.published"], description });
  const query = `mutation ($id: ID!) { done: sendTestWebhook(input: { id: $id }) {
    ... on WebhookDeliveryPayload { webhookDelivery { id } } } }`;
  const { done } = await platform.as(account.credentials.owner).ask<any>(query, { id });
  await receiver.close();
  return { WebhookEndpoint: [id], WebhookDelivery: [done.webhookDelivery.id as string] };
}
