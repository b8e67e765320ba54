import { expect, test } from "vitest";
import { hostileFiles } from "../../test/hostile-files.js";
import { ImageRefused } from "./image-refusal.js";
import { inspectImage } from "./inspect-image.js";

test("refuses 154 hostile files, each for a named reason, and trips over none", async () => {
  const reasons = new Map<string, number>();
  for await (const { what, bytes } of hostileFiles(154, 7)) {
    const outcome = await inspectImage(bytes).catch((error: unknown) => error);
    const reason = outcome instanceof ImageRefused ? outcome.code : JSON.stringify(outcome);
    expect(outcome, `${what}: ${reason}`).toBeInstanceOf(ImageRefused);
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  expect([...reasons.keys()]).toEqual(
    expect.arrayContaining(["TRUNCATED", "UNREADABLE", "TOO_MANY_PIXELS", "MORE_THAN_A_PHOTO", "SVG_NOT_SUPPORTED"]),
  );
});
