import { dayMs, minuteMs } from "@studio/kit/clock.js";
import type { ContactViewer, Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { seedSubmissions, type SeedSubmission } from "../src/seed.js";
import { ask } from "./contact-client.js";
import { member, studioGid } from "./viewers.js";
import { openWorld } from "./world.js";

/** What opening a gallery answers. */
export interface MadeGallery {
  kind: string;
  path?: string[];
  url: string;
  gallery: { id: string; state: string };
}

/** A world with four contacts of a studio: three who submitted, one who still looks. */
export async function openGalleryWorld() {
  const world = await openWorld({ workers: false });
  const first = await world.newcomer();
  const { accountId, studioId } = first;
  const people: ContactViewer[] = [first];
  for (let more = 0; more < 3; more += 1) people.push(await world.addContact(accountId, studioId));
  const seeds = people.map(({ contactId }, index): SeedSubmission => ({
    submissionId: newId(),
    photoId: newId(),
    contactId,
    studioId,
    status: index === 3 ? "in_review" : "submitted",
    createdAt: new Date(Date.now() - (10 - index) * minuteMs),
  }));
  await seedSubmissions(world.options, accountId, seeds);
  const owner: Viewer = member(accountId, "owner");
  const inDays = (days: number) => new Date(world.clock.now().getTime() + days * dayMs);

  async function make(input: Record<string, unknown> = {}, viewer = owner): Promise<MadeGallery> {
    const { data, errors } = await ask<{ createGallery: MadeGallery }>(
      world.media,
      viewer,
      `mutation ($input: CreateGalleryInput!) { createGallery(input: $input) { kind: __typename
        ... on CreateGalleryPayload { url gallery { id state } } ... on UserError { message path } } }`,
      { input: { studioId: studioGid(studioId), name: "Team", expiresAt: inDays(30), ...input } },
    );
    return data?.createGallery ?? ({ kind: errors![0]!.extensions.code } as MadeGallery);
  }

  return {
    world,
    people,
    seeds,
    owner,
    inDays,
    make,
    photoGid: (index: number) => toGlobalId("Photo", seeds[index]!.photoId),
    get: (url: string) => world.media.fetch(new Request(url)),
    /** Shows a PIN, from an address as the gateway tells it. */
    enter(url: string, pin: string, address = "192.0.2.1"): Promise<Response> {
      const headers = { "x-client-address": address };
      const request = new Request(`${url}/pass`, { method: "POST", headers, body: JSON.stringify({ pin }) });
      return world.media.fetch(request);
    },
  };
}
