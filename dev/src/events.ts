import { DEMO_STUDIO_SLUG } from "./demo/seed-demo.js";
import { keepCursor, readCursor } from "./events/cursor-file.js";
import { follow } from "./events/follow.js";
import { HELP } from "./events/help.js";
import { cursorFileOf, Misused, readOptions, sourceOf, type EventsOptions } from "./events/options.js";
import { readLog } from "./events/read-log.js";
import { shower } from "./events/show.js";
import { UNTRIGGERED, trigger } from "./events/trigger.js";
import { readLaptopSettings } from "./laptop/settings.js";

const out = (line: string) => void process.stdout.write(`${line}\n`);
const tell = (line: string) => void process.stderr.write(`${line}\n`);
const settings = readLaptopSettings(process.env);

async function listen(options: EventsOptions): Promise<void> {
  const file = cursorFileOf(options, settings);
  const show = shower(options, out, tell);
  const after = options["from-now"] ? null : await readCursor(file);
  tell(after === null ? "Listening from now on." : `Listening from where ${file} says.`);
  for await (const followed of follow(await sourceOf(options, settings), after, tell)) {
    await show(followed);
    await keepCursor(file, followed.cursor);
  }
}

async function replay(options: EventsOptions): Promise<void> {
  const { from } = options;
  if (from === undefined) throw new Misused("Say from where on: --from <cursor or date>.");
  const show = shower(options, out, tell);
  const isDate = /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(from);
  if (isDate && Number.isNaN(Date.parse(from))) throw new Misused(`${from} is no date.`);
  const place = isDate ? { since: new Date(from).toISOString() } : { after: from };
  for await (const followed of readLog(await sourceOf(options, settings), place)) await show(followed);
}

async function makeHappen({ positionals }: EventsOptions): Promise<void> {
  const [, type = ""] = positionals;
  const wait = UNTRIGGERED[type];
  if (wait !== undefined) throw new Misused(`${type} cannot be triggered: ${wait}.`);
  const token = await fetch(`http://localhost:${settings.hubPort}/token/admin`);
  const stage = {
    graphUrl: `http://localhost:${settings.port}/graphql`,
    mailboxUrl: `http://localhost:${settings.mailboxPort}`,
    studioSlug: DEMO_STUDIO_SLUG,
    adminToken: await token.text(),
  };
  if (!(await trigger(stage, type))) throw new Misused(`The platform announces no "${type}".`);
  tell(`${type} has happened.`);
}

/** `pnpm events <listen|replay|trigger>` */
async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const [command] = options.positionals;
  if (options.help || command === undefined) return out(HELP);
  if (command === "listen") return listen(options);
  if (command === "replay") return replay(options);
  if (command === "trigger") return makeHappen(options);
  throw new Misused(`There is no command "${command}".`);
}

run().catch((error: unknown) => {
  const { message } = error as Error;
  const isUsage = error instanceof Misused || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
  const isAway = error instanceof TypeError && message === "fetch failed";
  tell(isUsage ? `${message} See pnpm events --help.` : isAway ? "Nothing answers. Is the platform running?" : message);
  process.exit(1);
});
