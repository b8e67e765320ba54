import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, comparable, onlyCode, post, send } from "../support/http.js";
import { contactSession } from "../support/people.js";
import { askForUpload } from "../support/photos.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

const DASHBOARD = "https://dashboard.example";

let platform: TestPlatform;
let mine: TestAccount;
let theirs: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform({ ALLOWED_ORIGINS: DASHBOARD });
  [mine, theirs] = [await createAccount(platform), await createAccount(platform)];
});

afterAll(() => platform?.stop());

const PAGE_INFO = "edges { cursor node { id } } pageInfo { endCursor hasNextPage }";

/** Each list by its query; a page of one, after a cursor. */
const LISTS: [string, string][] = [
  ["contacts", `query($after: String) { list: contacts(first: 1, after: $after) { ${PAGE_INFO} } }`],
  ["submissions", `query($after: String) { list: submissions(first: 1, after: $after) { ${PAGE_INFO} } }`],
  ["studios", `query($after: String) { list: studios(first: 1, after: $after) { ${PAGE_INFO} } }`],
  ["auditEvents", `query($after: String) { list: auditEvents(first: 1, after: $after) { ${PAGE_INFO} } }`],
  [
    "submissionEventPage",
    "query($after: String) { list: submissionEventPage(first: 1, after: $after) { edges { cursor node { id } } endCursor hasMore } }",
  ],
];

const ask = (account: TestAccount, query: string, variables: Record<string, unknown> = {}) =>
  post(platform.graphUrl, { query, variables }, bearer(account.credentials.owner));

async function cursorOf(account: TestAccount, query: string): Promise<string> {
  const { json } = await ask(account, query);
  const list = json?.data?.["list"] as { endCursor?: string; pageInfo?: { endCursor: string } };
  return (list.pageInfo?.endCursor ?? list.endCursor)!;
}

describe.each(LISTS)("a cursor of %s", (name, query) => {
  test("continues its own account's list", async () => {
    const { json } = await ask(mine, query, { after: await cursorOf(mine, query) });
    expect(json?.errors).toBeUndefined();
  });

  test("is not found in another account", async () => {
    expect(onlyCode(await ask(mine, query, { after: await cursorOf(theirs, query) }))).toBe("NOT_FOUND");
  });

  test("is not found in another list", async () => {
    const [, other] = LISTS.find(([otherName]) => otherName !== name)!;
    expect(onlyCode(await ask(mine, other, { after: await cursorOf(mine, query) }))).toBe("NOT_FOUND");
  });

  test("is not found once a character of it is changed", async () => {
    const cursor = await cursorOf(mine, query);
    for (let at = 0; at < cursor.length - 1; at += 9) {
      const changed = cursor.slice(0, at) + (cursor[at] === "A" ? "B" : "A") + cursor.slice(at + 1);
      expect([at, onlyCode(await ask(mine, query, { after: changed }))]).toEqual([at, "NOT_FOUND"]);
    }
    expect(onlyCode(await ask(mine, query, { after: "nonsense" }))).toBe("NOT_FOUND");
  });

  test("shows nothing of the row that it stands for", async () => {
    const text = Buffer.from(await cursorOf(mine, query), "base64url").toString("latin1");
    for (const value of [mine.id, mine.studio.id, ...mine.contacts.map(({ id }) => id), "2025", "Chiara"]) {
      expect(text).not.toContain(value);
    }
  });
});

test("a filter by another account's studio finds what a filter by no studio finds: nothing", async () => {
  const session = platform.as(await contactSession(platform, theirs, 1));
  const query = `query($after: String, $studios: [ID!]) {
    list: submissionEventPage(first: 10, after: $after, studioIds: $studios) { edges { node { type } } hasMore }
  }`;
  const afterMine = await cursorOf(mine, LISTS[4]![1]);
  const afterTheirs = await cursorOf(theirs, LISTS[4]![1]);
  await askForUpload(session, "image/jpeg", 1000);
  const found = await ask(theirs, query, { after: afterTheirs, studios: [theirs.studio.globalId] });
  expect(found.json?.data?.["list"]).toMatchObject({ edges: [{ node: { type: "SUBMISSION_CREATED" } }] });
  const another = await ask(mine, query, { after: afterMine, studios: [theirs.studio.globalId] });
  const never = await ask(mine, query, { after: afterMine, studios: [toGlobalId("Studio", newId())] });
  expect(another.json?.data?.["list"]).toEqual({ edges: [], hasMore: false });
  expect(comparable(another)).toEqual(comparable(never));
});

describe("a signed link", () => {
  const refused = async (url: string, init?: RequestInit) => {
    const { status, json } = await send(url, init ?? {});
    return [status, (json as unknown as { error?: { code: string } } | null)?.error?.code];
  };

  /** The link with one character of its token changed, at every few places. */
  const changed = (url: string): string[] => {
    const start = url.lastIndexOf("/") + 1;
    const places = Array.from({ length: Math.ceil((url.length - start) / 7) }, (_, n) => start + n * 7);
    return [...places, url.length - 1].map(
      (at) => url.slice(0, at) + (url[at] === "A" ? "B" : "A") + url.slice(at + 1),
    );
  };

  const photoLinks = async (account: TestAccount) => {
    const query = `query($id: ID!) { contact(id: $id) { latestSubmission { photo { original { url } edited { url } } } } }`;
    const { json } = await ask(account, query, { id: account.contacts[0]!.globalId });
    const { photo } = (
      json!.data!["contact"] as { latestSubmission: { photo: Record<"original" | "edited", { url: string }> } }
    ).latestSubmission;
    return [photo.original.url, photo.edited.url] as const;
  };

  test("to a picture opens that picture, and with any character changed none", async () => {
    for (const url of await photoLinks(mine)) {
      const { status, headers } = await send(url, {});
      expect([status, headers.get("content-type")]).toEqual([200, "image/jpeg"]);
      for (const wrong of changed(url)) expect(await refused(wrong)).toEqual([403, "LINK_INVALID"]);
    }
  });

  test("keeps nothing of one link in another: claims and signature belong together", async () => {
    const [[a], [b]] = [await photoLinks(mine), await photoLinks(theirs)];
    const spliced = `${b.slice(0, b.lastIndexOf("."))}${a.slice(a.lastIndexOf("."))}`;
    expect(await refused(spliced)).toEqual([403, "LINK_INVALID"]);
    expect(await refused(a.replace("/photos/", "/uploads/"), { method: "PUT", body: "x" })).toEqual([
      403,
      "LINK_INVALID",
    ]);
  });

  test("to a picture is asked for under conditions, and in part (RFC 9110)", async () => {
    const [url] = await photoLinks(mine);
    const get = (headers: Record<string, string>) => send(url, { headers });
    const whole = await get({});
    const etag = whole.headers.get("etag")!;
    const size = Number(whole.headers.get("content-length"));
    expect((await get({ "if-match": etag })).status).toBe(200);
    expect((await get({ "if-match": '"another"' })).status).toBe(412);
    expect((await get({ "if-none-match": `"another", ${etag}` })).status).toBe(304);
    const part = await get({ range: "bytes=0-9", "if-range": etag });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 0-9/${size}`]);
    expect((await get({ range: "bytes=0-9", "if-range": '"another"' })).status).toBe(200);
    expect((await get({ range: `bytes=${size}-` })).status).toBe(416);
  });

  test("is sent to, resumed and opened by a page of another origin that is named", async () => {
    const fromPage = (url: string, method: string, headers: Record<string, string>, body?: string) =>
      send(url, { method, headers: { origin: DASHBOARD, ...headers }, body: body ?? null });
    const tus = { "tus-resumable": "1.0.0" };
    const contact = platform.as(await contactSession(platform, mine, 2));
    const { url, resumableUrl } = await askForUpload(contact, "image/jpeg", 10);
    const sent = await fromPage(url, "PUT", { "content-type": "image/jpeg" }, "0123456789");
    const kept = await fromPage(
      resumableUrl,
      "PATCH",
      { ...tus, "content-type": "application/offset+octet-stream", "upload-offset": "0" },
      "0123",
    );
    const described = await fromPage(resumableUrl, "HEAD", tus);
    const opened = await fromPage((await photoLinks(mine))[1], "GET", {});
    const answers = [sent, kept, described, opened];
    expect(answers.map(({ status }) => status)).toEqual([415, 204, 200, 200]);
    for (const { headers } of answers) expect(headers.get("access-control-allow-origin")).toBe(DASHBOARD);
    expect(described.headers.get("upload-offset")).toBe("4");
    const asks = { "access-control-request-method": "PATCH", "access-control-request-headers": "upload-offset" };
    expect((await fromPage(resumableUrl, "OPTIONS", asks)).status).toBe(204);
  });

  test("to a picture is over after an hour", async () => {
    const [url] = await photoLinks(mine);
    platform.clock.advance(3_600_001);
    try {
      expect(await refused(url)).toEqual([403, "LINK_EXPIRED"]);
    } finally {
      platform.clock.reset();
    }
  });

  test("for an upload takes nothing once a character of it is changed", async () => {
    const { url } = await askForUpload(platform.as(await contactSession(platform, mine, 1)), "image/jpeg", 10);
    const put = { method: "PUT", headers: { "content-type": "image/jpeg" }, body: "0123456789" };
    for (const wrong of changed(url)) expect(await refused(wrong, put)).toEqual([403, "LINK_INVALID"]);
    expect(await refused(url, put)).toEqual([415, "TEXT_NOT_SUPPORTED"]);
  });
});
