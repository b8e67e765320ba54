import { DEMO_CLIENTS, demoApiKey } from "./demo/demo-roles.js";
import { loadSecrets } from "./laptop/secrets.js";
import { readLaptopSettings } from "./laptop/settings.js";

/** `pnpm demo-key <hr|integration>`: the key of one of the demo account's programs. */
const client = DEMO_CLIENTS.find((name) => name === process.argv[2]);
if (!client) {
  process.stderr.write(`Name one of the demo account's programs: ${DEMO_CLIENTS.join(", ")}.\n`);
  process.exit(1);
}
const { masterKey } = await loadSecrets(readLaptopSettings(process.env).dataDirectory);
process.stdout.write(`${demoApiKey(Buffer.from(masterKey, "base64"), client)}\n`);
