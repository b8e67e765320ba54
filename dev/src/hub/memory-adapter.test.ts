import { expect, test } from "vitest";
import { MemoryAdapter, MemoryStore } from "./memory-adapter.js";

test("forgets the oldest entry rather than grow without bound", async () => {
  const store = new MemoryStore();
  const sessions = new MemoryAdapter("Session", store);
  for (let index = 0; index <= 5_000; index += 1) await sessions.upsert(`${index}`, { uid: `${index}` });
  expect(store.size).toBe(5_000);
  expect(await sessions.find("0")).toBeUndefined();
  expect(await sessions.find("5000")).toEqual({ uid: "5000" });
});

test("revokes what a grant gave, and leaves a sign-in under way", async () => {
  const store = new MemoryStore();
  const codes = new MemoryAdapter("AuthorizationCode", store);
  const interactions = new MemoryAdapter("Interaction", store);
  await codes.upsert("code", { grantId: "grant" });
  await codes.upsert("other", { grantId: "another" });
  await interactions.upsert("sign-in", { grantId: "grant" });
  await codes.revokeByGrantId("grant");
  expect([await codes.find("code"), await codes.find("other"), await interactions.find("sign-in")]).toEqual([
    undefined,
    { grantId: "another" },
    { grantId: "grant" },
  ]);
});
