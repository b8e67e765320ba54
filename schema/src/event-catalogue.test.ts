import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { EVENT_KINDS } from "@studio/identity/event/event-catalogue.js";

const PAGE = new URL("../../docs/integrations.md", import.meta.url);

test("the integrations' page lists every event as the catalogue has it, and no other", async () => {
  const rows = (await readFile(PAGE, "utf8")).split("\n").filter((line) => /^\| `[A-Z_]+` \|/.test(line));
  const expected = Object.entries(EVENT_KINDS).map(
    ([key, { name, ids, version, description }]) =>
      `| \`${key}\` | \`${name}\` | ${ids.map((id) => `\`${id}\``).join(", ")} | ${version} | ${description} |`,
  );
  expect(rows).toEqual(expected);
});
