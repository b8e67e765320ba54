import { pino, type Logger } from "pino";

export type { Logger };

/** A structured logger. Callers log ids and codes; personal data never goes in (P23). */
export function createLogger(service: string, level: string = process.env["LOG_LEVEL"] ?? "info"): Logger {
  return pino({ name: service, level, base: null });
}

/** What may be said of an error in a log: its class, code and stack, never SQL parameters or a value. */
export function describeError(error: unknown): Record<string, unknown> {
  const root = rootCause(error);
  if (!(root instanceof Error)) return { error: typeof root };
  const code = (root as { code?: unknown }).code;
  const frames = root.stack
    ?.split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 6);
  return { error: root.name, code, at: frames?.map((line) => line.trim()) };
}

function rootCause(error: unknown): unknown {
  let current = error;
  while (current instanceof Error && current.cause instanceof Error) current = current.cause;
  return current;
}
