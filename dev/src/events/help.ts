import { UNTRIGGERED, TRIGGERS } from "./trigger.js";

/** Words one after the other, in lines that begin in a column. */
function inColumn(words: readonly string[], column: number): string {
  const lines = [""];
  for (const word of words) {
    const line = lines.at(-1)!;
    if (line.length + word.length > 90) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line}, ${word}`;
  }
  return lines.join(`,\n${" ".repeat(column)}`);
}

/** What `pnpm events --help` prints. */
export const HELP = `The account's events, in your terminal. Against \`npx -y pnpm@12 start\` it needs no settings.

  pnpm events listen                     print what happens, from now on or from where it stopped
  pnpm events replay --from <when>       print what happened since, up to now, and end
  pnpm events trigger <type>             make something happen, through the API of the running laptop

listen and replay
  --forward-to <url>     also post each event there, as a webhook would be, with valid signatures; the secret is
                         printed, and is a new one each time unless --secret is given
  --secret <whsec_…>     the secret to sign with
  --json                 print one JSON object a line: type, id, occurredAt, ids, cursor
  --url <url>            the platform, if not the laptop's
  --key <sk_…>           an integration's API key with events:read, if not the demo account's

listen
  --cursor-file <path>   where it keeps how far it came: DATA_DIRECTORY/events-cursor unless set. It goes on from
                         there, after a lost connection and after a restart, and misses nothing
  --from-now             forget the file and begin at the newest event

replay
  --from <when>          a cursor, as listen prints it with --json, or an instant such as 2026-11-22 or
                         2026-11-22T09:30:00Z. A cursor whose events are no longer kept is answered
                         CURSOR_EXPIRED; an instant begins with the oldest that is

trigger
  <type>                 ${inColumn(TRIGGERS, 25)}
                         Somebody or something new is led there step by step, so what comes before it happens too.
                         Every type of the catalogue is here but those that no request makes happen, or none so far:
                         ${Object.keys(UNTRIGGERED).join(", ")}
`;
