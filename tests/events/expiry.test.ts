import { createClient } from "graphql-ws";
import { afterAll, beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import { serverSent } from "@studio/dev/events/server-sent.js";
import { dayMs } from "@studio/kit/clock.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { contactSession } from "../support/people.js";
import { askForUpload } from "../support/photos.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

const QUERY = "subscription ($after: String) { events(after: $after) { id type } }";
const KEPT_DAYS = 7;

let platform: TestPlatform;
let account: TestAccount;
let integration: string;
let checkpoint: string;

beforeAll(async () => {
  platform = await startTestPlatform({ EVENT_RETENTION_DAYS: String(KEPT_DAYS) });
  account = await createAccount(platform);
  integration = account.credentials.integration;
  checkpoint = (await page(null)).data!.eventPage.endCursor;
  await happen();
});

afterAll(() => platform?.stop());

/** A contact asks for an upload: `submission.created`. */
const happen = async () =>
  void (await askForUpload(platform.as(await contactSession(platform, account, 1)), "image/jpeg", 1000));

interface Page {
  eventPage: { edges: { cursor: string; node: { type: string } }[]; endCursor: string };
}

const page = (after: string | null) =>
  platform
    .as(integration)
    .answer<Page>(
      "query ($after: String) { eventPage(after: $after, first: 9) { edges { cursor node { type } } endCursor } }",
      {
        after,
      },
    );

const codeOfPage = async (after: string) => (await page(after)).errors?.[0]?.extensions.code ?? null;

async function overWebSocket(after: string): Promise<unknown> {
  const client = createClient({
    url: platform.graphUrl.replace(/^http/, "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${integration}` },
  });
  const outcome = await client
    .iterate({ query: QUERY, variables: { after } })
    .next()
    .then(
      ({ value }) => value,
      (error: unknown) => error,
    );
  await client.dispose();
  return outcome;
}

async function overSse(after: string): Promise<unknown> {
  for await (const { data } of serverSent<any>(platform.graphUrl, integration, QUERY, { after })) return data;
  return null;
}

test("a cursor is good for the days that events are kept, then every way of reading says that it has expired", async () => {
  platform.clock.advance((KEPT_DAYS - 1) * dayMs);
  expect(await codeOfPage(checkpoint)).toBeNull();
  expect(await overSse(checkpoint)).toMatchObject({ data: { events: { type: "SUBMISSION_CREATED" } } });
  platform.clock.advance(2 * dayMs);
  await expect.poll(() => codeOfPage(checkpoint)).toBe("CURSOR_EXPIRED");
  const expired = { extensions: { code: "CURSOR_EXPIRED" }, message: expect.stringContaining("without a cursor") };
  expect(await overWebSocket(checkpoint)).toMatchObject([expired]);
  expect(await overSse(checkpoint)).toMatchObject({ errors: [expired] });
});

test("whoever begins again without a cursor misses nothing after the checkpoint", async () => {
  const { endCursor } = (await page(null)).data!.eventPage;
  await happen();
  const { edges } = (await page(endCursor)).data!.eventPage;
  expect(edges.map(({ node }) => node.type)).toEqual(["SUBMISSION_CREATED"]);
  expect(await overWebSocket(endCursor)).toMatchObject({ data: { events: { type: "SUBMISSION_CREATED" } } });
});
