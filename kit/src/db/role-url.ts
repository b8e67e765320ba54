import { createHmac } from "node:crypto";
import { deriveKey } from "../crypto/seal.js";
import { roleOf, type ServiceName } from "./services.js";

/** The password of a service's role, derived from the master key: nothing to store or to hand around. */
export function rolePassword(masterKey: Uint8Array, service: ServiceName | "gateway"): string {
  return createHmac("sha256", deriveKey(masterKey, "database-roles")).update(roleOf(service)).digest("base64url");
}

/** The administrator's database URL with a service's own role and password in it. */
export function roleUrl(adminUrl: string, masterKey: Uint8Array, service: ServiceName | "gateway"): string {
  const url = new URL(adminUrl);
  url.username = roleOf(service);
  url.password = rolePassword(masterKey, service);
  return url.href;
}
