import { z } from "zod";
import { runSubgraph, serviceSettings } from "@studio/kit/server/run-subgraph.js";
import { startIdentity } from "./start.js";

const identitySettings = serviceSettings.extend({
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// URL" }),
  MAIL_FROM: z.string().regex(/@[^\s@]+$/, "must be an address such as Studio <studio@example.com>"),
  /** Where the gateway answers for this process, if not at PUBLIC_URL. */
  GATEWAY_URL: z.url({ protocol: /^https?$/, error: "must be an http:// or https:// URL" }).optional(),
  WEBHOOKS_TO_LOOPBACK: z.enum(["on", "off"], { error: "must be on or off" }).default("off"),
});

await runSubgraph("identity", identitySettings, (options, settings) =>
  startIdentity({
    ...options,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
    graphUrl: settings.GATEWAY_URL,
    webhooksToLoopback: settings.WEBHOOKS_TO_LOOPBACK === "on",
  }),
);
