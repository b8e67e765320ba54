import { z } from "zod";

/** Thrown when settings are missing or wrong. Its message lists every problem at once, one a line. */
export class InvalidConfig extends Error {
  override name = "InvalidConfig";
}

/**
 * Reads settings from environment variables.
 * @param schema a zod object whose keys are the variables' names
 * @throws InvalidConfig naming every variable that is missing or wrong, and why
 */
export function readConfig<T>(schema: z.ZodType<T>, env: Record<string, string | undefined>): T {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join(".") || "(settings)"}: ${issue.message}`);
  throw new InvalidConfig(`These settings need attention:\n${problems.join("\n")}`);
}

/** A TCP port; 0 asks the system for a free one. */
export const port = () => z.coerce.number().int().min(0).max(65535);

/** 32 bytes as base64: an AES-256 key. */
export const key256 = () =>
  z.base64().refine((text) => Buffer.from(text, "base64").length === 32, "must be 32 bytes in base64");
