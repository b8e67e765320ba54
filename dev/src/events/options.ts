import { join } from "node:path";
import { parseArgs } from "node:util";
import { demoApiKey } from "../demo/demo-roles.js";
import { loadSecrets } from "../laptop/secrets.js";
import type { LaptopSettings } from "../laptop/settings.js";
import type { Source } from "./follow.js";

/** What the command line asks for. */
export type EventsOptions = ReturnType<typeof readOptions>;

/** Says what is wrong with the command line. */
export class Misused extends Error {}

/** @throws TypeError naming an option that there is not, Misused for a value that says nothing */
export function readOptions(args: string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      "forward-to": text,
      secret: text,
      url: text,
      key: text,
      "cursor-file": text,
      from: text,
      json: flag,
      "from-now": flag,
      help: { ...flag, short: "h" },
    },
  });
  const { "forward-to": target, secret } = values;
  if (target !== undefined && !/^https?:$/.test(URL.parse(target)?.protocol ?? ""))
    throw new Misused("--forward-to takes an address such as http://localhost:3000/hooks.");
  if (secret !== undefined && !/^whsec_([A-Za-z0-9+/]{4})+([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(secret))
    throw new Misused("--secret takes whsec_ and base64 (RFC 4648), as an endpoint's secret is shown.");
  return { ...values, positionals };
}

/** Which platform is read, and with which key: the running laptop's demo account unless told otherwise. */
export async function sourceOf(options: EventsOptions, settings: LaptopSettings): Promise<Source> {
  const url = options.url ?? `http://localhost:${settings.port}`;
  const demoKey = async () =>
    demoApiKey(Buffer.from((await loadSecrets(settings.dataDirectory)).masterKey, "base64"), "integration");
  return { graphUrl: new URL("/graphql", url).href, token: options.key ?? (await demoKey()) };
}

export function cursorFileOf(options: EventsOptions, settings: LaptopSettings): string {
  return options["cursor-file"] ?? join(settings.dataDirectory, "events-cursor");
}
