import type { TestPlatform } from "../platform.js";
import { whisper, type Canary, type Mark } from "./canary.js";
import { castOf, type Viewer } from "./cast.js";
import { plantAccount, type PlantedAccount } from "./planted-account.js";

/** Two planted accounts, everybody who may ask in them, and where every canary belongs. */
export interface World {
  accounts: Readonly<Record<Mark, PlantedAccount>>;
  viewers: readonly Viewer[];
  canaries: ReadonlyMap<string, Canary>;
  /** Whose name or email is found by searching for a word. */
  whispers: ReadonlyMap<string, Canary>;
}

/** Plants two accounts on a platform. */
export async function plantWorld(platform: TestPlatform): Promise<World> {
  const [a, b] = [await plantAccount(platform, "a"), await plantAccount(platform, "b")];
  const viewers = [...(await castOf(platform, a, "a")), ...(await castOf(platform, b, "b"))];
  const canaries = new Map([...a.canaries, ...b.canaries].map((canary) => [canary.text, canary]));
  const whispers = new Map([...canaries.values()].map((canary) => [whisper(canary.text), canary]));
  return { accounts: { a, b }, viewers, canaries, whispers };
}
