import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Webhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import { expect, onTestFinished, test } from "vitest";
import { findFreePort } from "@studio/dev/port.js";
import { createAccount } from "../support/account.js";
import { happenTo } from "../support/happen.js";
import { startTestPlatform } from "../support/platform.js";
import { createEndpoint } from "../support/webhooks.js";

const PAGE = new URL("../../docs/integrations.md", import.meta.url);
const TESTS = fileURLToPath(new URL("..", import.meta.url));

/** Runs the page's receiver as it is printed, and collects what it prints. */
async function runReceiver(secret: string, port: number) {
  const program = /^```js receiver\n(.*?)^```/ms.exec(await readFile(PAGE, "utf8"))![1]!;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: TESTS,
    env: { ...process.env, WEBHOOK_SECRET: secret, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  const printed = { text: "" };
  child.stdout.on("data", (chunk: Buffer) => (printed.text += chunk.toString()));
  return { printed, lines: program.split("\n").filter((line) => line !== "").length };
}

test("the page's receiver, standardwebhooks and svix take what the platform really delivers, and nothing else", async () => {
  const platform = await startTestPlatform();
  onTestFinished(() => platform.stop());
  const account = await createAccount(platform, { contacts: 2 });
  const { receiver, secret } = await createEndpoint(platform, account);
  onTestFinished(() => receiver.close());
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}/`;
  const owner = platform.as(account.credentials.owner);
  const { createWebhookEndpoint: created } = await owner.ask<any>(
    `mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) {
      ... on WebhookSecretPayload { secret webhookEndpoint { id } } } }`,
    { input: { url } },
  );
  const { printed, lines } = await runReceiver(created.secret, port);
  expect(lines).toBeLessThanOrEqual(20);
  await expect.poll(async () => (await fetch(url, { method: "POST", body: "{}" }).catch(() => null))?.status).toBe(400);
  await happenTo(platform, account, [account.contacts[1]!.id]);
  await expect.poll(() => printed.text).toBe(`contact.updated ${account.contacts[1]!.globalId}\n`);
  const deliveries = async () => {
    const { node } = await owner.ask<any>(
      `query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { deliveries(first: 5) { edges { node { status } } } } } }`,
      { id: created.webhookEndpoint.id },
    );
    return node.deliveries.edges.map((edge: any) => edge.node.status);
  };
  await expect.poll(deliveries).toEqual(["DELIVERED"]);

  await expect.poll(() => receiver.received.length).toBe(1);
  const { body } = receiver.received[0]!;
  const headers = receiver.received[0]!.headers as Record<string, string>;
  for (const library of [new Webhook(secret), new SvixWebhook(secret)]) {
    expect(() => library.verify(body, headers)).not.toThrow();
    expect(() => library.verify(body.replace("updated", "created"), headers)).toThrow(/signature/i);
    expect(() => library.verify(body, { ...headers, "webhook-timestamp": "1700000000" })).toThrow(/too old/i);
  }
});
