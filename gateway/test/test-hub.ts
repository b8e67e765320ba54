import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SignJWT, UnsecuredJWT, exportJWK, generateKeyPair, type CryptoKey } from "jose";

export interface TestHub {
  issuer: string;
  /** A token as the Hub would sign it, with claims replaced. */
  token(claims?: Record<string, unknown>, key?: CryptoKey): Promise<string>;
  unsigned(): string;
  strangersKey: CryptoKey;
  close(): Promise<void>;
}

const standard = (issuer: string) => ({
  iss: issuer,
  aud: "studio-platform",
  sub: "person-1",
  email: "olivia@northwind.example",
  email_verified: true,
  exp: Math.floor(Date.now() / 1000) + 600,
});

/** An OpenID provider's discovery document and keys over HTTP. */
export async function startTestHub(): Promise<TestHub> {
  const keys = await generateKeyPair("EdDSA", { extractable: true });
  const stranger = await generateKeyPair("EdDSA");
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: "hub-1", alg: "EdDSA", use: "sig" };
  const server = createServer((request, response) => {
    const issuer = `http://${request.headers.host}`;
    const answers: Record<string, unknown> = {
      "/.well-known/openid-configuration": { issuer, jwks_uri: `${issuer}/jwks` },
      "/jwks": { keys: [jwk] },
      "/token/owner": "token-of-the-owner",
    };
    const answer = answers[request.url ?? ""];
    response.writeHead(answer ? 200 : 404, { "content-type": "application/json" });
    response.end(typeof answer === "string" ? answer : JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    token: (claims = {}, key = keys.privateKey) =>
      new SignJWT({ ...standard(issuer), ...claims }).setProtectedHeader({ alg: "EdDSA", kid: "hub-1" }).sign(key),
    unsigned: () => new UnsecuredJWT(standard(issuer)).encode(),
    strangersKey: stranger.privateKey,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
