import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DASHBOARD_QUERY } from "@studio/dev/journey/dashboard.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, post, send, type HttpAnswer } from "../support/http.js";
import { contactSession } from "../support/people.js";
import { askForUpload, type Upload } from "../support/photos.js";
import { MODE, startTestPlatform, type TestPlatform } from "../support/platform.js";
import { openStream, until } from "../support/stream.js";

const PATIENCE_MS = 8_000;
const SUBGRAPHS = ["compliance", "identity", "media", "studio-configuration"];

let platform: TestPlatform;
let account: TestAccount;
let session: string;
let photoUrl: string;
let upload: Upload;

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform);
  session = await contactSession(platform, account, 1);
  upload = await askForUpload(platform.as(session), "image/jpeg", 10);
  const { data } = await platform.as(account.credentials.owner).answer<{
    contact: { latestSubmission: { photo: { edited: { url: string } } } };
  }>("query($id: ID!) { contact(id: $id) { latestSubmission { photo { edited { url } } } } }", {
    id: account.contacts[0]!.globalId,
  });
  photoUrl = data!.contact.latestSubmission.photo.edited.url;
});

afterAll(() => platform?.stop());

/** Everything that needs the database, by who asks. */
const requests = (): [string, () => Promise<HttpAnswer>][] => [
  ["the dashboard", () => post(platform.graphUrl, { query: DASHBOARD_QUERY }, bearer(account.credentials.owner))],
  [
    "a visitor's studio",
    () => post(platform.graphUrl, { query: `{ studioBySlug(slug: "${account.studio.slug}") { name } }` }),
  ],
  [
    "HR's mutation",
    () =>
      post(
        platform.graphUrl,
        { query: "mutation { syncContacts(input: { rows: [] }) { __typename } }" },
        bearer(account.credentials.hr),
      ),
  ],
  [
    "a contact's consent",
    () =>
      post(
        platform.graphUrl,
        { query: "mutation { giveConsent(input: { purpose: MARKETING }) { __typename } }" },
        bearer(session),
      ),
  ],
  [
    "a visitor's code",
    () =>
      post(platform.graphUrl, {
        query: `mutation { requestVerification(input: { studioSlug: "${account.studio.slug}", firstName: "A", lastName: "B", email: "a@people.example" }) { __typename } }`,
      }),
  ],
  [
    "the event log",
    () =>
      post(
        platform.graphUrl,
        { query: "{ submissionEventPage(first: 1) { endCursor } }" },
        bearer(account.credentials.integration),
      ),
  ],
  ["a photo", () => send(photoUrl, {})],
  [
    "an upload",
    () => send(upload.url, { method: "PUT", headers: { "content-type": "image/jpeg" }, body: "0123456789" }),
  ],
];

const INTERNALS = /postgres|ECONN|CONNECTION|127\.0\.0\.1|socket|sql|57P|stack|node_modules/i;

/** The codes of an answer's errors, whether GraphQL's or of the byte routes. */
function codesOf({ json }: HttpAnswer): string[] {
  const { error } = (json ?? {}) as { error?: { code: string } };
  return [
    ...new Set([...(json?.errors ?? []).map(({ extensions }) => extensions.code), ...(error ? [error.code] : [])]),
  ];
}

const health = (path: string) => send(`${platform.url}/health/${path}`, {});

describe("while PostgreSQL is away", () => {
  beforeAll(() => platform.postgres.kill());

  test.each(requests().map(([what]) => what))(
    "%s is refused soon and clearly, with nothing of the inside",
    async (what) => {
      const [, ask] = requests().find(([name]) => name === what)!;
      const started = performance.now();
      const answer = await ask();
      expect(codesOf(answer), answer.text).toEqual(["UNAVAILABLE"]);
      expect(answer.text.replaceAll(platform.url, "")).not.toMatch(INTERNALS);
      expect(performance.now() - started).toBeLessThan(PATIENCE_MS);
    },
  );

  test("the process lives, and says for each subgraph that it is away", async () => {
    expect((await health("live")).status).toBe(200);
    const { status, json } = await health("ready");
    expect([status, json]).toEqual([
      503,
      {
        status: "not ready",
        subgraphs: Object.fromEntries(SUBGRAPHS.map((name) => [name, expect.stringMatching(/away|not ready/)])),
      },
    ]);
  });

  test.runIf(MODE === "distributed")("each subgraph says that it waits for the database", async () => {
    for (const url of Object.values(platform.subgraphs!.urls)) {
      const { status, json } = await send(`${url}/health/ready`, {});
      expect([status, json]).toEqual([503, { status: "not ready", reason: "database" }]);
    }
  });

  test("a new stream is asked to come back later", async () => {
    const stream = await openStream(platform, account.credentials.integration);
    expect([stream.closed()?.code, stream.messages]).toEqual([1013, []]);
  });
});

describe("once PostgreSQL is back", () => {
  beforeAll(() => platform.postgres.restart());

  test("everything is answered again within ten seconds", async () => {
    await until("all is ready", async () => (await health("ready")).status === 200);
    for (const [what, ask] of requests()) {
      const answer = await ask();
      expect([what, codesOf(answer).filter((code) => code !== "FORBIDDEN")]).toEqual([
        what,
        what === "an upload" ? ["TEXT_NOT_SUPPORTED"] : [],
      ]);
    }
    const stream = await openStream(platform, account.credentials.integration);
    expect(stream.messages).toHaveLength(1);
    await stream.close();
  });
});
