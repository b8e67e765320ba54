import { createHmac } from "node:crypto";
import { newAccountToken } from "@studio/kit/auth/account-token.js";
import { deriveKey } from "@studio/kit/crypto/seal.js";
import type { HubUser } from "../hub/users.js";
import { demoId } from "./demo-id.js";

/** The demo account's people, by the short name under which they sign in. */
export const DEMO_USERS: Readonly<Record<string, HubUser>> = {
  owner: { login: "olivia@northwind.example", name: "Olivia Owner" },
  admin: { login: "adam@northwind.example", name: "Adam Admin" },
  coordinator: { login: "cora@northwind.example", name: "Cora Coordinator" },
  "privacy-officer": { login: "priya@northwind.example", name: "Priya Privacy" },
  staff: { login: "sam@studio.example", name: "Sam Staff", claims: { staff: true, mfa: true } },
};

/** The demo account's programs, by the short name under which they are listed. */
export const DEMO_CLIENTS = ["hr", "integration"] as const;

export type DemoClient = (typeof DEMO_CLIENTS)[number];

export const DEMO_ACCOUNT_ID = demoId("account");

/** A demo program's API key: the same at every start of one laptop, different on another. */
export function demoApiKey(masterKey: Uint8Array, client: DemoClient): string {
  const secret = createHmac("sha256", deriveKey(masterKey, "demo-api-keys")).update(client).digest("base64url");
  return newAccountToken("sk", DEMO_ACCOUNT_ID, secret);
}
