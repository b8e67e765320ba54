import { expect, test } from "vitest";
import { redactExcerpt } from "./redact.policy.js";

test.each([
  ["stored jane.doe+x@example.com", "stored [email]"],
  ['{"phone":"+44 20 7946 0018"}', '{"phone":"[number]"}'],
  ["sent Bearer abc.def", "sent [credential]"],
  ["got whsec_abc+/= and sk_123", "got [credential] and [credential]"],
  ["not found\u0000\n", "not found "],
  ["error 404 at 12", "error 404 at 12"],
])("%j is shown as %j", (text, shown) => expect(redactExcerpt(text)).toBe(shown));

test("keeps 500 characters at most", () => expect(redactExcerpt("x".repeat(9_000))).toHaveLength(500));
