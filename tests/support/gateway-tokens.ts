import { SignJWT, generateKeyPair, type CryptoKey } from "jose";
import { readSigningKey } from "@studio/kit/auth/gateway-keys.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import type { TestPlatform } from "./platform.js";

const ALGORITHM = "EdDSA";

interface Forged {
  audience: string;
  key?: CryptoKey;
  issuer?: string;
  /** Seconds from now. */
  expiresIn?: number;
}

/** Tokens as the gateway signs them for subgraphs, and ones that only look so. */
export async function gatewayTokens(platform: TestPlatform, viewer: Viewer) {
  const own = await readSigningKey(platform.signingKey);
  const stranger = await generateKeyPair(ALGORITHM);
  const make = ({ audience, key = own, issuer = "studio-gateway", expiresIn = 60 }: Forged) =>
    new SignJWT({ viewer, rid: "a-test" })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(Math.floor(Date.now() / 1000) - 120)
      .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
      .sign(key);
  const unsigned = async (audience: string) => {
    const [, payload] = (await make({ audience })).split(".");
    return `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
  };
  return {
    genuine: (audience: string) => make({ audience }),
    unsigned,
    byStranger: (audience: string) => make({ audience, key: stranger.privateKey }),
    expired: (audience: string) => make({ audience, expiresIn: -1 }),
    fromAnotherIssuer: (audience: string) => make({ audience, issuer: "somebody" }),
  };
}
