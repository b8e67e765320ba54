import { expect, test } from "vitest";
import { readEmail } from "./email.policy.js";

test("keeps the address as given, and makes its key without regard to case", () => {
  expect(readEmail("  Ana.Müller@Example.ORG ")).toEqual({
    address: "Ana.Müller@Example.ORG",
    key: "ana.müller@example.org",
  });
});

test("makes one key of an international domain, however it is written", () => {
  expect(readEmail("a@bücher.example")?.key).toBe("a@xn--bcher-kva.example");
  expect(readEmail("a@XN--BCHER-KVA.example")?.key).toBe("a@xn--bcher-kva.example");
  expect(readEmail("mu\u0308ller@example.org")?.key).toBe(readEmail("müller@example.org")?.key);
});

test("a look-alike is somebody else", () => {
  expect(readEmail("\u0430na@example.org")?.key).not.toBe(readEmail("ana@example.org")?.key);
  expect(readEmail("ana@ex\u0430mple.org")?.key).not.toBe(readEmail("ana@example.org")?.key);
});

test.each([
  "",
  "plain",
  "@example.org",
  "a@",
  "a@localhost",
  "a b@example.org",
  "a@b@example.org",
  ".a@example.org",
  "a.@example.org",
  "a..b@example.org",
  '"a"@example.org',
  "a@-x.example",
  "a@exa_mple.org",
  "a\r\nBcc: b@example.org",
  "a\u0000@example.org",
  `${"a".repeat(65)}@example.org`,
  `a@${"b".repeat(64)}.org`,
  `a@${"b.".repeat(130)}org`,
])("refuses %j", (text) => {
  expect(readEmail(text)).toBeNull();
});
