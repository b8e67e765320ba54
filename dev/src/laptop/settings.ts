import { resolve } from "node:path";
import { z } from "zod";
import { port, readConfig } from "@studio/kit/config/read-config.js";

const schema = z.object({
  PORT: port().default(4000),
  HUB_PORT: port().default(4010),
  MAILBOX_PORT: port().default(4020),
  SMTP_PORT: port().default(4025),
  DATABASE_PORT: port().default(0),
  DATA_DIRECTORY: z.string().default(".data"),
});

/** Where the laptop's parts listen and keep their data. Only the database may be given port 0. */
export interface LaptopSettings {
  port: number;
  hubPort: number;
  mailboxPort: number;
  smtpPort: number;
  databasePort: number;
  dataDirectory: string;
}

/** @throws InvalidConfig naming every setting that is wrong */
export function readLaptopSettings(env: Record<string, string | undefined>): LaptopSettings {
  const settings = readConfig(schema, env);
  return {
    port: settings.PORT,
    hubPort: settings.HUB_PORT,
    mailboxPort: settings.MAILBOX_PORT,
    smtpPort: settings.SMTP_PORT,
    databasePort: settings.DATABASE_PORT,
    dataDirectory: resolve(settings.DATA_DIRECTORY),
  };
}
