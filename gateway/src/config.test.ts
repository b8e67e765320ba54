import { expect, test } from "vitest";
import { newGatewayKeys } from "@studio/kit/auth/gateway-keys.js";
import { readConfig } from "@studio/kit/config/read-config.js";
import { platformSettings } from "./config.js";

const needed = {
  PUBLIC_URL: "https://studio.example",
  DATABASE_URL: "postgres://localhost/studio",
  MASTER_KEY: Buffer.alloc(32).toString("base64"),
  HUB_ISSUER: "https://hub.example",
  SMTP_URL: "smtp://mail.example",
  STORAGE_URL: "file:///var/lib/studio/objects",
};

test("needs only what has no sensible default", () => {
  const settings = readConfig(platformSettings, needed);
  expect(settings).toMatchObject({
    PORT: 4000,
    HOST: "127.0.0.1",
    HUB_AUDIENCE: "studio-platform",
    LIMIT_BODY_BYTES: 1_048_576,
    EXPLORER: true,
  });
});

test("lists every problem at once", () => {
  const env = {
    ...needed,
    PUBLIC_URL: "studio",
    MASTER_KEY: "short",
    PORT: "http",
    EXPLORER: "maybe",
    SUBGRAPH_MEDIA_URL: "http://media",
    SMTP_URL: "",
  };
  const names = ["SMTP_URL", "PUBLIC_URL", "MASTER_KEY", "PORT", "EXPLORER", "GATEWAY_SIGNING_KEY"];
  for (const name of names) expect(() => readConfig(platformSettings, env)).toThrow(name);
});

test("asks for the signing key as soon as one subgraph is elsewhere", async () => {
  const env = { ...needed, SUBGRAPH_MEDIA_URL: "http://127.0.0.1:4103" };
  expect(() => readConfig(platformSettings, env)).toThrow(
    "GATEWAY_SIGNING_KEY: is needed because SUBGRAPH_MEDIA_URL is set",
  );
  const { signingKey } = await newGatewayKeys();
  const oneLine = signingKey.replaceAll("\n", "\\n");
  expect(readConfig(platformSettings, { ...env, GATEWAY_SIGNING_KEY: oneLine }).GATEWAY_SIGNING_KEY).toBe(signingKey);
});

test("reads demo roles, and refuses them in production", () => {
  const roles = [
    { name: "owner", label: "Owner", tokenUrl: "http://127.0.0.1:4010/token/owner" },
    { name: "integration", label: "Integration", key: "sk_demo" },
  ];
  const env = { ...needed, EXPLORER_DEMO_ROLES: JSON.stringify(roles) };
  expect(readConfig(platformSettings, env).EXPLORER_DEMO_ROLES).toEqual(roles);
  expect(() => readConfig(platformSettings, { ...env, NODE_ENV: "production" })).toThrow(
    "EXPLORER_DEMO_ROLES: must not be set in production",
  );
  expect(() => readConfig(platformSettings, { ...env, EXPLORER_DEMO_ROLES: "owner" })).toThrow(
    "EXPLORER_DEMO_ROLES: must be JSON",
  );
});

test("reads the origins that may use it, none by default and never all", () => {
  const read = (ALLOWED_ORIGINS?: string) =>
    readConfig(platformSettings, { ...needed, ...(ALLOWED_ORIGINS !== undefined && { ALLOWED_ORIGINS }) })
      .ALLOWED_ORIGINS;
  expect(read()).toEqual([]);
  expect(read("")).toEqual([]);
  const two = ["https://dashboard.example", "http://localhost:5173"];
  expect(read(" https://dashboard.example , http://localhost:5173,")).toEqual(two);
  for (const wrong of ["*", "null", "dashboard.example", "https://dashboard.example/", "https://Dashboard.example"])
    expect(() => read(wrong), wrong).toThrow("ALLOWED_ORIGINS: must be origins");
});
