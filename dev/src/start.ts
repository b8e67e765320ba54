import { DEMO_STUDIO_SLUG, seedDemo } from "./demo/seed-demo.js";
import { banner } from "./laptop/banner.js";
import { startLaptop } from "./laptop/laptop.js";
import { readLaptopSettings } from "./laptop/settings.js";

/** `pnpm start`: everything on one machine, with demo data. */
async function start(): Promise<void> {
  let stop = (): void => process.exit(130);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
  const laptop = await startLaptop(readLaptopSettings(process.env), process.env);
  const masterKey = Buffer.from(laptop.secrets.masterKey, "base64");
  await seedDemo({ ...laptop, masterKey }, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(banner(laptop, DEMO_STUDIO_SLUG));
  stop = () => {
    process.stdout.write("Stopping …\n");
    laptop.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

// A terminal that is gone must not keep the laptop from stopping cleanly.
process.stdout.on("error", () => {});
start().catch(fail);
