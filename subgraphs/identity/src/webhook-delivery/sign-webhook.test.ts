import { createPublicKey, verify } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import { expect, test } from "vitest";
import { newSigningKey, newWebhookSecret, signWebhook } from "./sign-webhook.js";

const body = JSON.stringify({ type: "submission.submitted", data: { submissionId: "é" } });
const [current, previous, { signingKey, publicKey }] = [newWebhookSecret(), newWebhookSecret(), newSigningKey()];
const headers = signWebhook({ secrets: [current, previous], signingKey }, "msg_1", new Date(), body);

test.each([
  ["standardwebhooks", (secret: string) => new Webhook(secret)],
  ["svix", (secret: string) => new SvixWebhook(secret)],
])("%s verifies it with either secret, and with no other", (_library, open) => {
  for (const secret of [current, previous]) expect(() => open(secret).verify(body, headers)).not.toThrow();
  expect(() => open(newWebhookSecret()).verify(body, headers)).toThrow(/signature/i);
  expect(() => open(current).verify(body.replace("submitted", "accepted"), headers)).toThrow(/signature/i);
});

test("the public key verifies the v1a signature", () => {
  const key = createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(publicKey.slice(5), "base64").toString("base64url") },
    format: "jwk",
  });
  const [signature] = /v1a,(\S+)/.exec(headers["webhook-signature"]!)!.slice(1);
  const signed = (id: string) => Buffer.from(`${id}.${headers["webhook-timestamp"]}.${body}`);
  expect(verify(null, signed("msg_1"), key, Buffer.from(signature!, "base64"))).toBe(true);
  expect(verify(null, signed("msg_2"), key, Buffer.from(signature!, "base64"))).toBe(false);
});
