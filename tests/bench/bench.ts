import { benchContacts } from "./contacts.js";
import { benchEvents } from "./events.js";
import { benchMedia } from "./media.js";

/** What `pnpm bench <name>` runs. */
const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  contacts: benchContacts,
  events: benchEvents,
  media: benchMedia,
};

const [name = "", ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (!bench) {
  console.error(`Say which: pnpm bench ${Object.keys(BENCHES).join(" | ")}`);
  process.exit(1);
}
await bench(args);
