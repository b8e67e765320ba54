import { expect, test } from "vitest";
import { CHAIN_START, followChain, linkDigest, type ChainLink } from "./audit-chain.policy.js";

function chainOf(...texts: string[]): ChainLink[] {
  let digest = CHAIN_START.digest;
  return texts.map((text, index) => {
    digest = linkDigest(digest, text);
    return { position: index + 1, digest, text };
  });
}

test("the first digest is SHA-256 of 32 zero bytes and the entry's text", () => {
  expect(linkDigest(CHAIN_START.digest, '{"position": 1}').toString("hex")).toBe(
    // (head -c 32 /dev/zero; printf '{"position": 1}') | sha256sum
    "e20ea2e628c663e4e02c75e1dd00027a1705d85cb775cea2b48c5474f5b81e07",
  );
});

test("follows a chain in pieces as in one", () => {
  const chain = chainOf("a", "b", "c", "d");
  const half = followChain(CHAIN_START, chain.slice(0, 2));
  expect(half.brokenAt).toBeNull();
  expect(followChain(half.reached, chain.slice(2))).toEqual(followChain(CHAIN_START, chain));
});

test("stops at the first link that does not hold", () => {
  const chain = chainOf("a", "b", "c");
  const [first, second, third] = chain as [ChainLink, ChainLink, ChainLink];
  expect(followChain(CHAIN_START, [first, { ...second, text: "x" }, third]).brokenAt).toBe(2);
  expect(followChain(CHAIN_START, [first, third]).brokenAt).toBe(2);
  expect(followChain(CHAIN_START, [second, first]).brokenAt).toBe(1);
  expect(followChain(CHAIN_START, [first, { ...third, position: 2 }]).brokenAt).toBe(2);
});
