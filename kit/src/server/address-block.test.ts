import { expect, test } from "vitest";
import { addressBlock } from "./address-block.js";

test.each([
  ["192.0.2.1", "::ffff:192.0.2.1", true],
  ["192.0.2.1", "::ffff:c000:201", true],
  ["192.0.2.1", "192.0.2.2", false],
  ["::ffff:192.0.2.1", "::ffff:192.0.2.2", false],
  ["2001:db8:0:12ff::1", "2001:db8:0:1234:ffff:ffff:ffff:ffff", true],
  ["2001:db8:0:12ff::1", "2001:0DB8:0000:1200::", true],
  ["2001:db8:0:12ff::1", "2001:db8:0:13ff::1", false],
  ["fe80::1%eth0", "fe80::2%eth1", true],
  ["unknown", "unknown", true],
  ["unknown", "", false],
])("%s and %s: one block is %s", (left, right, isOne) => {
  expect(addressBlock(left) === addressBlock(right)).toBe(isOne);
});
