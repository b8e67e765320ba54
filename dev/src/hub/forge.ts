import { createPublicKey } from "node:crypto";
import { generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWTPayload } from "jose";
import { loadHubKeys } from "./keys.js";
import { AUDIENCE } from "./provider.js";

export interface ForgeOptions {
  readonly issuer: string;
  /** The Hub's own, so that only the forged part of a token is wrong. */
  readonly keyDirectory: string;
  readonly now?: () => Date;
}

/** Access tokens that look like the Hub's and that every service must refuse. `claims` are put in or over. */
export interface Forge {
  /** Not forged: right in every part, to compare with. */
  genuine(claims: JWTPayload): Promise<string>;
  expired(claims: JWTPayload): Promise<string>;
  notYetValid(claims: JWTPayload): Promise<string>;
  wrongAudience(claims: JWTPayload): Promise<string>;
  wrongIssuer(claims: JWTPayload): Promise<string>;
  /** Signed by a stranger's key, under the Hub's key id. */
  wrongKey(claims: JWTPayload): Promise<string>;
  /** `alg: none` (RFC 8725 section 3.1). */
  unsigned(claims: JWTPayload): Promise<string>;
  /** HS256 with the public key as the secret (RFC 8725 section 2.1). */
  confusedAlgorithm(claims: JWTPayload): Promise<string>;
}

const HOUR_SECONDS = 3600;

/** A test aid: makes tokens against the Hub's real key. */
export async function openForge({ issuer, keyDirectory, now = () => new Date() }: ForgeOptions): Promise<Forge> {
  const { signing } = await loadHubKeys(keyDirectory);
  const key = await importJWK(signing, "EdDSA");
  const stranger = await generateKeyPair("EdDSA");
  const publicPem = createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: String(signing.x) },
    format: "jwk",
  }).export({ type: "spki", format: "pem" });
  const header = { alg: "EdDSA", typ: "at+jwt", ...(signing.kid === undefined ? {} : { kid: signing.kid }) };
  const seconds = () => Math.floor(now().getTime() / 1000);
  const payload = (claims: JWTPayload): JWTPayload => ({
    iss: issuer,
    aud: AUDIENCE,
    iat: seconds(),
    exp: seconds() + HOUR_SECONDS,
    ...claims,
  });
  const sign = (claims: JWTPayload) => new SignJWT(payload(claims)).setProtectedHeader(header).sign(key);
  return {
    genuine: sign,
    expired: (claims) => sign({ iat: seconds() - 2 * HOUR_SECONDS, exp: seconds() - HOUR_SECONDS, ...claims }),
    notYetValid: (claims) => sign({ nbf: seconds() + HOUR_SECONDS, ...claims }),
    wrongAudience: (claims) => sign({ ...claims, aud: "another-platform" }),
    wrongIssuer: (claims) => sign({ ...claims, iss: "http://localhost:1" }),
    wrongKey: (claims) => new SignJWT(payload(claims)).setProtectedHeader(header).sign(stranger.privateKey),
    unsigned: async (claims) => new UnsecuredJWT(payload(claims)).encode(),
    confusedAlgorithm: (claims) =>
      new SignJWT(payload(claims))
        .setProtectedHeader({ ...header, alg: "HS256" })
        .sign(new TextEncoder().encode(publicPem)),
  };
}
