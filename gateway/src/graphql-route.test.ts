import { expect, test } from "vitest";
import { contactId } from "../test/fixture-schema.js";
import { startTestGateway } from "../test/test-gateway.js";

const DASHBOARD = `{ contacts(first: 3) { id firstName phone consents latestSubmission { status studio { name } } } }`;

test.each([{ distributed: false }, { distributed: true }])(
  "answers one query over four subgraphs (%o)",
  async (mode) => {
    const { graphql } = await startTestGateway(mode);
    const { status, data } = await graphql(DASHBOARD);
    expect(status).toBe(200);
    expect(data?.["contacts"]).toHaveLength(3);
    expect(data?.["contacts"][1]).toEqual({
      id: contactId(2),
      firstName: "Person 2",
      phone: null,
      consents: ["photo"],
      latestSubmission: { status: "SUBMITTED", studio: { name: "Headshots 2026" } },
    });
  },
);

test("refuses a field once per response, not once per row", async () => {
  const { graphql } = await startTestGateway();
  const { errors } = await graphql(DASHBOARD);
  expect(errors).toHaveLength(1);
  expect(errors![0]).toMatchObject({
    path: ["contacts", 0, "phone"],
    extensions: { code: "FORBIDDEN", field: "Contact.phone", rows: 3 },
  });
});

test("reports a field refused under two names at both", async () => {
  const { graphql } = await startTestGateway();
  const { errors } = await graphql(
    `{ one: contact(id: "${contactId(1)}") { phone } two: contact(id: "${contactId(1)}") { phone } }`,
  );
  expect(errors?.map(({ path }) => path)).toEqual([
    ["one", "phone"],
    ["two", "phone"],
  ]);
});

test("runs a mutation and reads the rest of its answer from other subgraphs", async () => {
  const { graphql } = await startTestGateway();
  const { data } = await graphql(
    `mutation { renameContact(id: "${contactId(4)}", firstName: "Ada") { firstName consents } }`,
  );
  expect(data).toEqual({ renameContact: { firstName: "Ada", consents: ["photo"] } });
});

test("keeps an internal failure inside and gives a request id to quote", async () => {
  const { graphql } = await startTestGateway();
  const { errors, headers } = await graphql("{ broken }", { headers: { "x-request-id": "client-chosen-1" } });
  expect(errors).toEqual([
    {
      message: expect.stringContaining("Quote the request id"),
      path: ["broken"],
      extensions: { code: "INTERNAL", requestId: "client-chosen-1" },
    },
  ]);
  expect(headers.get("x-request-id")).toBe("client-chosen-1");
});

test("asks which operation of several is meant, instead of failing", async () => {
  const { url, graphql } = await startTestGateway();
  const unnamed = await graphql("query A { viewer } query B { viewer }");
  expect([unnamed.status, unnamed.errors![0]!.extensions["code"]]).toEqual([400, "BAD_USER_INPUT"]);
  const unknown = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "query A { viewer }", operationName: "Z" }),
  });
  expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining("operationName")]);
});

test("makes its own request id where the client's is not one", async () => {
  const { graphql } = await startTestGateway();
  const { errors, headers } = await graphql("{ broken }", { headers: { "x-request-id": "a b\tc" } });
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(errors![0]!.extensions["requestId"]).toBe(headers.get("x-request-id"));
});

test("answers what it can while one subgraph is away, and says UNAVAILABLE of the rest", async () => {
  const { graphql, stopSubgraph } = await startTestGateway({ distributed: true });
  await stopSubgraph("compliance");
  const { status, data, errors } = await graphql("{ contacts(first: 1) { firstName consents } }");
  expect(status).toBe(200);
  expect(data).toEqual({ contacts: [{ firstName: "Person 1", consents: null }] });
  expect(errors).toHaveLength(1);
  expect(errors![0]!.extensions).toEqual({ code: "UNAVAILABLE", requestId: expect.any(String) });
  expect(JSON.stringify(errors)).not.toMatch(/compliance|ECONNREFUSED|127\.0\.0\.1/);
});

test("answers 503 while nobody can tell who asks", async () => {
  const { graphql, stopSubgraph } = await startTestGateway({ distributed: true });
  await stopSubgraph("identity");
  const { status, errors, headers } = await graphql("{ viewer }");
  expect(status).toBe(503);
  expect(errors![0]!.extensions["code"]).toBe("UNAVAILABLE");
  expect(headers.get("retry-after")).toBe("5");
});

test("says which subgraphs are ready", async () => {
  const { url, stopSubgraph } = await startTestGateway({ distributed: true });
  expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ status: "ready" });
  await stopSubgraph("media");
  const response = await fetch(`${url}/health/ready`);
  expect(await response.json()).toMatchObject({ subgraphs: { media: "away", identity: "ready" } });
  expect(response.status).toBe(503);
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
});
