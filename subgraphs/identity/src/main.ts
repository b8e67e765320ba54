import { z } from "zod";
import { runSubgraph, serviceSettings } from "@studio/kit/server/run-subgraph.js";
import { startIdentity } from "./start.js";

const settings = serviceSettings.extend({
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// URL" }),
  MAIL_FROM: z.string().regex(/@[^\s@]+$/, "must be an address such as Studio <studio@example.com>"),
});

await runSubgraph("identity", settings, (options, { SMTP_URL: smtpUrl, MAIL_FROM: mailFrom }) =>
  startIdentity({ ...options, smtpUrl, mailFrom }),
);
