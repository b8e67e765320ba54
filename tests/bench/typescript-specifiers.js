// Node runs TypeScript by leaving the types out; a relative `./x.js` then stands for `x.ts` where that is what there is.
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

registerHooks({
  resolve(specifier, context, next) {
    if (!/^\.\.?\/.*\.js$/.test(specifier) || !context.parentURL?.startsWith("file:")) return next(specifier, context);
    const source = new URL(specifier.replace(/\.js$/, ".ts"), context.parentURL);
    return next(existsSync(fileURLToPath(source)) ? source.href : specifier, context);
  },
});
