import { randomBytes } from "node:crypto";
import { DEMO_STUDIO_SLUG } from "./demo/seed-demo.js";
import { demoApiKey } from "./demo/demo-roles.js";
import { playJourney } from "./journey/play-journey.js";
import { readLaptopSettings } from "./laptop/settings.js";
import { loadSecrets } from "./laptop/secrets.js";

/** `pnpm journey`: plays the main job against the running laptop and prints what each person sees. */
async function journey(): Promise<void> {
  const settings = readLaptopSettings(process.env);
  const hub = `http://localhost:${settings.hubPort}`;
  const masterKey = Buffer.from((await loadSecrets(settings.dataDirectory)).masterKey, "base64");
  const token = async (alias: string) => (await fetch(`${hub}/token/${alias}`)).text();
  const run = randomBytes(4).toString("hex");
  const report = await playJourney(
    {
      graphUrl: `http://localhost:${settings.port}/graphql`,
      mailboxUrl: `http://localhost:${settings.mailboxPort}`,
      studioSlug: DEMO_STUDIO_SLUG,
      contactEmail: `casey.${run}@northwind.example`,
      externalId: `J-${run}`,
      credentials: {
        owner: await token("owner"),
        admin: await token("admin"),
        coordinator: await token("coordinator"),
        hr: demoApiKey(masterKey, "hr"),
        integration: demoApiKey(masterKey, "integration"),
      },
    },
    (line) => process.stdout.write(`${line}\n`),
  );
  process.stdout.write(`\nThe journey is complete: ${report.deliveries.length} photos submitted and announced.\n`);
}

journey().catch((error: unknown) => {
  const reason =
    error instanceof TypeError
      ? `Nothing answers. Is \`npx -y pnpm@12 start\` running? (${error.message})`
      : String(error);
  process.stderr.write(`${reason}\n`);
  process.exit(1);
});
