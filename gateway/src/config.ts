import { key256, port } from "@studio/kit/config/read-config.js";
import { EVENTS_KEPT_DAYS } from "@studio/kit/events/expire.js";
import { z } from "zod";
import { demoRoles } from "./explorer/demo-roles.js";

const url = (protocol: RegExp, message: string) =>
  z.url({ protocol, error: ({ input }) => (input === undefined ? "is needed" : message) });
const postgresUrl = () => url(/^postgres(ql)?$/, "must be a postgres:// URL");
const httpUrl = () => url(/^https?$/, "must be an http:// or https:// URL");
const smtpUrl = () => url(/^smtps?$/, "must be an smtp:// or smtps:// URL");
const count = (fallback: number) => z.coerce.number().int().min(1).default(fallback);
const onOff = (fallback: "on" | "off") =>
  z
    .enum(["on", "off"], { error: "must be on or off" })
    .default(fallback)
    .transform((value) => value === "on");

/** PEM may come with its line breaks written as `\n`, as environment files need it. */
const pem = () =>
  z
    .string()
    .transform((text) => text.replaceAll("\\n", "\n"))
    .refine((text) => text.startsWith("-----BEGIN PRIVATE KEY-----"), "must be a private key in PEM (PKCS #8)");

/** `https://dashboard.example, …`: each as a browser writes it in `Origin` (RFC 6454), never `*`. */
const origins = () =>
  z
    .string()
    .default("")
    .transform((list) => list.split(",").flatMap((one) => one.trim() || []))
    .refine((list) => list.every((one) => URL.parse(one)?.origin === one), {
      error: "must be origins such as https://dashboard.example, separated by commas",
    });

const fields = z.object({
  NODE_ENV: z.string().default("development"),
  PORT: port().default(4000),
  HOST: z.string().default("127.0.0.1"),
  /** The address that clients use, for links in mails and signed URLs. */
  PUBLIC_URL: httpUrl(),
  /** Needed for the wake-ups of streams and for the subgraphs that run in this process. */
  DATABASE_URL: postgresUrl(),
  MASTER_KEY: key256(),
  /** Carries the wake-ups of streams instead of PostgreSQL; every subgraph and gateway must then use it. */
  NATS_URL: url(/^(nats|tls)$/, "must be a nats:// or tls:// URL").optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),

  /** Whose pages may use the gateway from a browser, beside its own: none unless named. */
  ALLOWED_ORIGINS: origins(),

  HUB_ISSUER: httpUrl(),
  HUB_AUDIENCE: z.string().default("studio-platform"),

  /** A subgraph without a URL runs in this process. */
  SUBGRAPH_IDENTITY_URL: httpUrl().optional(),
  SUBGRAPH_STUDIO_CONFIGURATION_URL: httpUrl().optional(),
  SUBGRAPH_MEDIA_URL: httpUrl().optional(),
  SUBGRAPH_COMPLIANCE_URL: httpUrl().optional(),
  SUBGRAPH_TIMEOUT_MS: count(10_000),
  SUBGRAPH_CONNECTIONS: count(64),
  SUBGRAPH_RESPONSE_BYTES: count(32 * 1024 * 1024),
  /** Signs what the gateway tells subgraphs in other processes. */
  GATEWAY_SIGNING_KEY: pem().optional(),

  /** Passed on to subgraphs in this process. */
  SMTP_URL: smtpUrl().optional(),
  MAIL_FROM: z.string().default("Studio <studio@localhost>"),
  STORAGE_URL: z.url({ protocol: /^(file|s3)$/, error: "must be a file:// or s3:// URL" }).optional(),
  REMOVEBG_URL: httpUrl().optional(),
  REMOVEBG_API_KEY: z.string().optional(),

  /** The largest promise is a bulk action of 10,000 global ids, about 600 KB. */
  LIMIT_BODY_BYTES: count(1024 * 1024),
  LIMIT_TOKENS: count(2_000),
  LIMIT_DEPTH: count(15),
  LIMIT_ALIASES: count(30),
  LIMIT_ROOT_FIELDS: count(10),
  LIMIT_SUBSCRIPTIONS: count(20),
  /** Cost points that a viewer has at most, and that come back each second (`extensions.cost`). */
  LIMIT_COST: count(1_000_000),
  LIMIT_COST_RESTORE: count(100_000),
  /** The same for all who ask from one address without a credential; it comes back at the same pace. */
  LIMIT_ANONYMOUS_COST: count(10_000),

  STREAM_PAGE_SIZE: z.coerce.number().int().min(1).max(250).default(100),
  STREAM_POLL_MS: count(5_000),
  STREAM_STALL_MS: count(30_000),
  /** For how many days the event log is kept; passed on to subgraphs in this process. */
  EVENT_RETENTION_DAYS: count(EVENTS_KEPT_DAYS),

  /** Lets webhooks go to this machine, over plain HTTP: for development. */
  WEBHOOKS_TO_LOOPBACK: onOff("off"),

  INTROSPECTION: onOff("on"),
  EXPLORER: onOff("on"),
  EXPLORER_DEMO_ROLES: demoRoles().optional(),
});

const SUBGRAPH_URLS = [
  "SUBGRAPH_IDENTITY_URL",
  "SUBGRAPH_STUDIO_CONFIGURATION_URL",
  "SUBGRAPH_MEDIA_URL",
  "SUBGRAPH_COMPLIANCE_URL",
] as const;

/** Checked even where other settings are wrong, so that every problem is listed at once. */
const always = () => true;

const remoteSubgraphs = (settings: unknown) => SUBGRAPH_URLS.filter((name) => (settings as PlatformSettings)[name]);

/** Every setting of the gateway, and of the subgraphs that run with it. Read with the kit's `readConfig`. */
export const platformSettings = fields
  .refine((settings) => remoteSubgraphs(settings).length === 0 || settings.GATEWAY_SIGNING_KEY !== undefined, {
    path: ["GATEWAY_SIGNING_KEY"],
    error: ({ input }) => `is needed because ${remoteSubgraphs(input).join(", ")} is set`,
    when: always,
  })
  .refine((settings) => settings.SUBGRAPH_IDENTITY_URL !== undefined || settings.SMTP_URL !== undefined, {
    path: ["SMTP_URL"],
    error: "is needed because identity runs in this process",
    when: always,
  })
  .refine((settings) => settings.SUBGRAPH_MEDIA_URL !== undefined || settings.STORAGE_URL !== undefined, {
    path: ["STORAGE_URL"],
    error: "is needed because media runs in this process",
    when: always,
  })
  .refine((settings) => settings.NODE_ENV !== "production" || !settings.WEBHOOKS_TO_LOOPBACK, {
    path: ["WEBHOOKS_TO_LOOPBACK"],
    error: "must not be on in production: it opens this machine to whoever may add an endpoint",
    when: always,
  })
  .refine((settings) => settings.NODE_ENV !== "production" || settings.EXPLORER_DEMO_ROLES === undefined, {
    path: ["EXPLORER_DEMO_ROLES"],
    error: "must not be set in production: it signs in anybody who asks",
    when: always,
  });

export type PlatformSettings = z.infer<typeof fields>;
