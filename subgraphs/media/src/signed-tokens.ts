import { createHmac, timingSafeEqual } from "node:crypto";
import type { Clock } from "@studio/kit/clock.js";

/** Why a token is not accepted: it was not signed here or was changed, or its time is over. */
export class TokenRefused extends Error {
  override name = "TokenRefused";
  constructor(readonly reason: "INVALID" | "EXPIRED") {
    super(reason === "INVALID" ? "This link is not valid." : "This link has expired.");
  }
}

/** Makes and reads tokens for URLs: base64url claims, a dot, their HMAC-SHA-256 (RFC 2104) under one key (P09). */
export class SignedTokens<Claims extends object> {
  constructor(
    private readonly key: Uint8Array,
    private readonly clock: Clock,
  ) {}

  sign(claims: Claims, expiresAt: Date): string {
    const signed = Buffer.from(JSON.stringify({ ...claims, exp: expiresAt.getTime() })).toString("base64url");
    return `${signed}.${this.mac(signed)}`;
  }

  /** @throws TokenRefused `INVALID` for any changed character, `EXPIRED` at or after its moment */
  read(token: string): Claims {
    const dot = token.indexOf(".");
    const signed = token.slice(0, Math.max(dot, 0));
    // Texts are compared, not decoded bytes: base64url has more than one spelling of the same bytes.
    if (!sameText(token.slice(dot + 1), this.mac(signed))) throw new TokenRefused("INVALID");
    const { exp, ...claims } = JSON.parse(Buffer.from(signed, "base64url").toString("utf8")) as Claims & {
      exp: number;
    };
    if (exp <= this.clock.now().getTime()) throw new TokenRefused("EXPIRED");
    return claims as unknown as Claims;
  }

  private mac(signed: string): string {
    return createHmac("sha256", this.key).update(signed).digest("base64url");
  }
}

function sameText(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
