import { expect, test } from "vitest";
import { MovableClock, after, minuteMs } from "@studio/kit/clock.js";
import { SignedTokens, TokenRefused } from "./signed-tokens.js";

const clock = new MovableClock();
const tokens = new SignedTokens<{ photo: string }>(Buffer.alloc(32, 1), clock);
const inAnHour = () => after(clock.now(), 60 * minuteMs);

test("gives back what was signed", () => {
  expect(tokens.read(tokens.sign({ photo: "p1" }, inAnHour()))).toEqual({ photo: "p1" });
});

test("refuses a token with any one character changed", () => {
  const token = tokens.sign({ photo: "p1" }, inAnHour());
  const changed = token
    .split("")
    .flatMap((character, at) =>
      ["A", "B", "g", "w", "-", "."]
        .filter((other) => other !== character)
        .map((other) => token.slice(0, at) + other + token.slice(at + 1)),
    );
  expect(changed.length).toBeGreaterThan(5 * token.length);
  for (const wrong of changed) expect(() => tokens.read(wrong), wrong).toThrow(new TokenRefused("INVALID"));
});

test("refuses a token that was cut, lengthened or never one", () => {
  const token = tokens.sign({ photo: "p1" }, inAnHour());
  for (const wrong of [token.slice(0, -1), `${token}A`, `${token}=`, "", ".", token.replace(".", "")]) {
    expect(() => tokens.read(wrong), wrong).toThrow(new TokenRefused("INVALID"));
  }
});

test("refuses another key's token, and one whose time is over", () => {
  const foreign = new SignedTokens<{ photo: string }>(Buffer.alloc(32, 2), clock).sign({ photo: "p1" }, inAnHour());
  expect(() => tokens.read(foreign)).toThrow(new TokenRefused("INVALID"));
  const token = tokens.sign({ photo: "p1" }, after(clock.now(), minuteMs));
  clock.advance(minuteMs);
  expect(() => tokens.read(token)).toThrow(new TokenRefused("EXPIRED"));
  clock.reset();
});
