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

test("blots out what was sent, wherever it is echoed, as it was and as JSON writes it", () => {
  const sent = {
    events: { contact: { firstName: "Li", lastName: 'O"Hara', customFields: [{ value: 54_000 }], n: 1 } },
  };
  expect(redactExcerpt('{"a":"LI","b":"O\\"Hara"} O"Hara earns 54000, 1 error', sent)).toBe(
    '{"a":"[sent]","b":"[sent]"} [sent] earns [sent], 1 error',
  );
  expect(redactExcerpt(`${"(a|b)".repeat(200)} Wilhelm`, { a: "(a|b)".repeat(200), name: "Wilhelmina" })).toBe(
    "[sent] [sent]",
  );
  expect(redactExcerpt("stored", { name: "", state: null })).toBe("stored");
});

test.each([
  ['{"name":"J\\u00fcrgen Gro\\u00DF","photo":"https:\\/\\/photos.example\\/1"}', '{"name":"[sent]","photo":"[sent]"}'],
  ["name=J%C3%BCrgen+Gro%C3%9F&photo=https%3A%2F%2Fphotos.example%2F1", "name=[sent]&photo=[sent]"],
  ["/J%C3%BCrgen%20Gro%C3%9F", "/[sent]"],
])("blots out what other languages and forms echo: %s", (text, shown) =>
  expect(redactExcerpt(text, { name: "Jürgen Groß", photo: "https://photos.example/1" })).toBe(shown),
);

test("keeps 500 characters at most", () => expect(redactExcerpt("x".repeat(9_000))).toHaveLength(500));
