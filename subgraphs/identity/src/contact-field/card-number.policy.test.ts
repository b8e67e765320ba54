import { expect, test } from "vitest";
import { holdsCardNumber } from "./card-number.policy.js";

/** Networks' published test numbers. */
const CARDS = [
  "4111111111111111",
  "4111 1111 1111 1111",
  "4111-1111-1111-1111",
  "4111.1111.1111.1111",
  "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
  "４１１１１１１１１１１１１１１１",
  "4222222222222",
  "5555555555554444",
  "2223003122003222",
  "378282246310005",
  "3782 822463 10005",
  "30569309025904",
  "3530111333300000",
  "6011111111111117",
  "6205500000000000004",
  "My card is 5105105105105100.",
  "Visa 4111 1111 1111 1111 12/29 123",
  "ref 12 4111 1111 1111 1111",
];

/** Numbers that look alike and are none. */
const OTHERS = [
  "",
  "4111111111111112",
  "411111111111",
  "+4915123456789012",
  "2024-01-15 2024-02-20",
  "490154203237518",
  "0000000000000000",
  "1234567890123",
  "89490200001234567897",
  "41111111111111111111111",
  "Room 4111, desk 1111",
  "550e8400-e29b-41d4-a716-446655440000",
];

test.each(CARDS)("P35: knows %j for a card number", (text) => {
  expect(holdsCardNumber(text)).toBe(true);
});

test.each(OTHERS)("lets %j be", (text) => {
  expect(holdsCardNumber(text)).toBe(false);
});

test("reads a long run of digits at once", () => {
  const started = performance.now();
  holdsCardNumber("4 ".repeat(5000));
  holdsCardNumber("41 1".repeat(2500));
  expect(performance.now() - started).toBeLessThan(1000);
});
