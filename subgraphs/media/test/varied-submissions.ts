import { newId } from "@studio/kit/id.js";
import { seedSubmissions, type SeedSubmission } from "../src/seed.js";
import type { World } from "./world.js";

/** An account, and what is in it. */
export interface VariedAccount {
  accountId: string;
  /** Every third contact is in it. */
  groupId: string;
  studios: string[];
  seeds: SeedSubmission[];
}

/** Two submissions of each contact, in two studios and of two states, some of the same moment. */
export async function variedSubmissions(world: World, contacts: number): Promise<VariedAccount> {
  const accountId = newId();
  const groupId = newId();
  const studios = [await world.addStudio(accountId), await world.addStudio(accountId)];
  const seeds: SeedSubmission[] = [];
  for (let number = 0; number < contacts; number++) {
    const groupIds = number % 3 === 0 ? [groupId] : [];
    const { contactId } = await world.addContact(accountId, studios[0]!, { groupIds });
    for (const turn of [0, 1]) {
      const createdAt = new Date(1_800_000_000_000 - (number % 4) * 60_000 - turn * 3_600_000);
      const status = (number + turn) % 3 === 0 ? ("in_review" as const) : ("submitted" as const);
      seeds.push({ submissionId: newId(), photoId: newId(), contactId, studioId: studios[turn]!, status, createdAt });
    }
  }
  await seedSubmissions(world.options, accountId, seeds);
  return { accountId, groupId, studios, seeds };
}
