import { expect, test } from "vitest";
import type { LoggedEvent } from "@studio/kit/events/read.js";
import { stretchOf } from "./stretch.policy.js";

const day = "2026-11-22";
const place = (position: number) => ({ position, day });
const at = (position: number): LoggedEvent => ({
  ...place(position),
  id: `${position}`,
  type: "photo.ready",
  ids: {},
  occurredAt: new Date(0),
});
const positions = (events: LoggedEvent[]) => events.map((event) => event.position);

test("ends at the last delivered row while rows are left over", () => {
  const stretch = stretchOf([at(3), at(7), at(9)], { after: place(2), head: place(12), first: 2 });
  expect(positions(stretch.events)).toEqual([3, 7]);
  expect(stretch).toMatchObject({ end: place(7), hasMore: true });
});

test("passes everything that was filtered up to the head once no row is left over", () => {
  expect(stretchOf([at(3)], { after: place(2), head: place(12), first: 2 })).toMatchObject({
    end: place(12),
    hasMore: false,
  });
  expect(stretchOf([], { after: place(2), head: place(12), first: 2 })).toMatchObject({
    events: [],
    end: place(12),
    hasMore: false,
  });
});

test("never goes back: neither behind a row committed after the head was read, nor behind the cursor", () => {
  expect(stretchOf([at(13)], { after: place(2), head: place(12), first: 2 })).toMatchObject({
    end: place(13),
    hasMore: false,
  });
  expect(stretchOf([], { after: place(12), head: place(12), first: 2 })).toMatchObject({
    end: place(12),
    hasMore: false,
  });
});
