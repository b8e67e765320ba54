import { DEMO_CLIENTS, DEMO_USERS, demoApiKey } from "../demo/demo-roles.js";
import type { RunningLaptop } from "./laptop.js";

const FIRST_QUERY =
  "{ contacts(first: 3) { edges { node { firstName lastName email latestSubmission { status studio { name } } } } } }";

/** What a newcomer needs to see: every address, one sign-in per role, and a first query to paste. */
export function banner(laptop: RunningLaptop, studioSlug: string): string {
  const masterKey = Buffer.from(laptop.secrets.masterKey, "base64");
  const addresses: [string, string][] = [
    ["Explorer", `${laptop.url}/`],
    ["GraphQL", `${laptop.url}/graphql  (HTTP and WebSocket)`],
    ["Studio", `${studioSlug}  (studioBySlug)`],
    ["Hub", laptop.hub.issuer],
    ["Mailbox", `${laptop.mailbox.url}  (SMTP ${laptop.mailbox.smtpUrl})`],
    ["Database", laptop.databaseUrl],
  ];
  const people: [string, string][] = Object.entries(DEMO_USERS).map(([role, { login }]) => [
    role,
    `${login.padEnd(26)} curl -s ${laptop.hub.issuer}/token/${role}`,
  ]);
  const programs: [string, string][] = DEMO_CLIENTS.map((client) => [client, demoApiKey(masterKey, client)]);
  return [
    "",
    "The studio platform is ready.",
    "",
    ...table(addresses),
    "",
    "Sign in as (each token goes into `Authorization: Bearer …`)",
    ...table([...people, ...programs]),
    "",
    "A first query to paste:",
    `  curl -s ${laptop.url}/graphql -H 'content-type: application/json' \\`,
    `    -H "authorization: Bearer $(curl -s ${laptop.hub.issuer}/token/owner)" \\`,
    `    -d '{"query":"${FIRST_QUERY}"}'`,
    "",
    "Ctrl-C stops it. The main job, from every side: npx -y pnpm@12 journey",
    "",
  ].join("\n");
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}
