// The body of a worker thread. Node runs this file itself, from `src` by stripping its types as
// well as from `dist`, so it uses erasable syntax only and imports nothing of ours at run time.
import { Console } from "node:console";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setPriority } from "node:os";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";
import { parentPort } from "node:worker_threads";
import { getGlobalLiteRt, loadAndCompile, loadLiteRt, Tensor, type CompiledModel } from "@litertjs/core";

const SIDE = 256;
const require = createRequire(import.meta.url);

/** The runtime loads its script the way a web worker does; this is that way for Node. */
function importScripts(path: string): void {
  Object.assign(globalThis, { require, __filename: path, __dirname: dirname(path) });
  runInThisContext(`${readFileSync(path, "utf8")};globalThis.ModuleFactory = ModuleFactory`, { filename: path });
}

async function loadModel(): Promise<CompiledModel> {
  // The runtime narrates its start on the console; a failure arrives as an error.
  const silent = new Console(new Writable({ write: (_chunk, _encoding, done) => done() }));
  Object.assign(globalThis, { self: globalThis, importScripts, console: silent });
  const runtime = dirname(fileURLToPath(import.meta.resolve("@litertjs/core")));
  await loadLiteRt(join(runtime, "../wasm/litert_wasm_internal.js"));
  const folder = dirname(require.resolve("@mediapipe/selfie_segmentation/package.json"));
  return loadAndCompile(readFileSync(join(folder, "selfie_segmentation.tflite")), { accelerator: "wasm" });
}

/** `rgb` has 256 × 256 pixels of three bytes; the answer has one byte per pixel. */
async function segment(model: CompiledModel, rgb: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const scaled = Float32Array.from(rgb, (value) => value / 255);
  const input = new Tensor(scaled, [1, SIDE, SIDE, 3]);
  const [output] = await model.run([input]);
  if (output === undefined) throw new Error("The model gave no output.");
  const confidence = await output.data();
  const alpha = Uint8Array.from(confidence, (value) => Math.round(Math.min(1, Math.max(0, value)) * 255));
  output.delete();
  input.delete();
  for (const picture of [rgb, scaled, confidence]) picture.fill(0);
  return alpha;
}

const port = parentPort;
if (port === null) throw new Error("This file runs as a worker thread.");
// On Linux this thread alone, as `image-threads.ts` does with the others: requests go before pictures.
if (process.platform === "linux") setPriority(5);
const model = await loadModel();
await segment(model, new Uint8Array(SIDE * SIDE * 3));

// Freed memory keeps its content. Putting back the memory of before any picture leaves none of
// it behind (P14), and makes every run start alike, so the same picture gives the same mask.
const memory = () => getGlobalLiteRt().liteRtWasm.HEAPU8;
const pristine = memory().slice();

// Any failure ends the thread: its owner reports it and starts a fresh one.
port.on("message", async (rgb: Uint8Array) => {
  const alpha = await segment(model, rgb);
  memory().fill(0, pristine.length).set(pristine);
  port.postMessage(alpha, [alpha.buffer]);
});
