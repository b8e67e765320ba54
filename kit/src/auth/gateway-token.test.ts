import { SignJWT, UnsecuredJWT } from "jose";
import { expect, test } from "vitest";
import { newGatewayKeys, readSigningKey, readVerifyKey } from "./gateway-keys.js";
import { GatewayTokenRefused, signGatewayToken, verifyGatewayToken } from "./gateway-token.js";
import { anonymous } from "./viewer.js";

async function keys() {
  const pem = await newGatewayKeys();
  return { signing: await readSigningKey(pem.signingKey), verify: await readVerifyKey(pem.verifyKey) };
}

test("a token that the gateway signed for this subgraph carries the viewer", async () => {
  const { signing, verify } = await keys();
  const token = await signGatewayToken({ viewer: anonymous, requestId: "r-1" }, "identity", signing);
  expect(await verifyGatewayToken(`Bearer ${token}`, "identity", verify)).toEqual({
    viewer: anonymous,
    requestId: "r-1",
  });
});

test("no token, another subgraph's, another key's, an unsigned and an expired one are refused", async () => {
  const { signing, verify } = await keys();
  const stranger = (await keys()).signing;
  const claims = { viewer: anonymous, requestId: "r" };
  const expired = new SignJWT({ viewer: anonymous, rid: "r" })
    .setProtectedHeader({ alg: "EdDSA" })
    .setIssuer("studio-gateway")
    .setAudience("identity")
    .setExpirationTime(1);
  const tokens = [
    await signGatewayToken(claims, "media", signing),
    await signGatewayToken(claims, "identity", stranger),
    new UnsecuredJWT({ viewer: anonymous, rid: "r" })
      .setIssuer("studio-gateway")
      .setAudience("identity")
      .setExpirationTime("1m")
      .encode(),
    await expired.sign(signing),
  ];
  for (const header of [undefined, "", "Bearer", ...tokens.map((token) => `Bearer ${token}`)]) {
    await expect(verifyGatewayToken(header, "identity", verify)).rejects.toThrow(GatewayTokenRefused);
  }
});
