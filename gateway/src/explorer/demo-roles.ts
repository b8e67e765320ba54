import { z } from "zod";

const signIn = z.union([
  z.strictObject({ name: z.string().regex(/^[a-z-]+$/), label: z.string(), tokenUrl: z.url() }),
  z.strictObject({ name: z.string().regex(/^[a-z-]+$/), label: z.string(), key: z.string() }),
]);

/** A role that a visitor of the explorer may take: its credential lies ready, or the laptop's Hub hands one out. */
export type DemoRole = z.infer<typeof signIn>;

/** The setting that lists demo roles, as JSON: `[{ name, label, tokenUrl | key }]`. */
export function demoRoles() {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.issues.push({ code: "custom", message: "must be JSON", input: text });
        return z.NEVER;
      }
    })
    .pipe(z.array(signIn, { error: "must be a list of { name, label, tokenUrl | key }" }));
}
