import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { EmbeddedBackgroundRemover } from "./embedded-background-remover.js";

test("its version names the model and the runtime that are installed", () => {
  const { resolve } = createRequire(import.meta.url);
  const installed = (name: string): string => JSON.parse(readFileSync(resolve(`${name}/package.json`), "utf8")).version;
  const [model, runtime] = ["@mediapipe/selfie_segmentation", "@litertjs/core"].map(installed);
  expect(new EmbeddedBackgroundRemover().version).toBe(`selfie_segmentation@${model} litert@${runtime}`);
});
