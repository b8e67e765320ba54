import { marker, phoneCanary, plantedText, type Mark } from "../../support/access/canary.js";
import { CONTACTS, FIELDS } from "../../support/access/fields.js";
import { listInputs } from "./list-inputs.js";
import { pickId } from "./pools.js";
import type { Maker, Making } from "./values.js";

const CUSTOM = FIELDS.filter((field) => field.custom);

/** A contact to write to: of one's own account mostly, and a signed-in contact themselves. */
function target({ viewer, random }: Making): { account: Mark; contact: number } {
  if (viewer.contact !== null && random.chance(0.7)) return { account: viewer.account, contact: viewer.contact };
  const account = random.chance(0.85) ? viewer.account : viewer.account === "a" ? "b" : "a";
  return { account, contact: random.between(0, CONTACTS.count - 1) };
}

/** An address that is the contact's own, or another's of the same account, and so taken. Never anybody's new one. */
function emailOf({ random }: Making, { account, contact }: { account: Mark; contact: number }): string {
  const whose = random.chance(0.6) ? contact : random.between(0, CONTACTS.count - 1);
  return plantedText(account, whose, "eml");
}

/** New values of a contact in which their canaries stay: as they are, or with something added. */
function valuesOf(making: Making, { account, contact }: { account: Mark; contact: number }): Record<string, unknown> {
  const { random } = making;
  const text = (code: string) => {
    const own = plantedText(account, contact, code);
    return random.chance(0.5) ? own : `${own} ${random.word(3)}`;
  };
  const all = {
    firstName: text("fnm"),
    lastName: text("lnm"),
    email: emailOf(making, { account, contact }),
    phone: phoneCanary(account, contact).number,
    customFields: random.some(CUSTOM, 0.3).map(({ name, code }) => ({ key: name, value: text(code) })),
  };
  return Object.fromEntries(random.some(Object.entries(all), 0.35));
}

/** The inputs by which contacts are written. */
export const contactInputs: Readonly<Record<string, Maker>> = {
  UpdateContactInput: (making) => {
    const whose = target(making);
    const id = making.world.accounts[whose.account].contacts[whose.contact]!.globalId;
    const version = making.random.chance(0.85) ? making.versions.get(id) : making.random.between(0, 9);
    const externalId = making.random.chance(0.3) && { externalId: marker(whose.account, whose.contact, "ext") };
    return { id, version: version ?? 1, ...externalId, ...valuesOf(making, whose) };
  },
  SyncContactRow: (making) => {
    const { viewer, random } = making;
    const whose = { account: viewer.account, contact: random.between(0, CONTACTS.count - 1) };
    if (random.chance(0.8)) {
      return { externalId: marker(whose.account, whose.contact, "ext"), ...valuesOf(making, whose) };
    }
    const [firstName, lastName] = [random.word(), random.word()];
    return { externalId: `new-${random.word(12)}`, firstName, lastName, email: emailOf(making, whose) };
  },
  CreateContactInput: (making) => {
    const { viewer, random } = making;
    const taken = emailOf(making, { account: viewer.account, contact: random.between(0, CONTACTS.count - 1) });
    const email = random.chance(0.7) ? taken : `${random.word(12)}@people.example`;
    return { firstName: random.word(), lastName: random.word(), email };
  },
  StartBulkActionInput: (making) => {
    const { world, viewer, random } = making;
    const id = (at: string) => pickId(world, viewer, at, random);
    if (random.chance(0.25)) {
      const contactIds = [id("ArchiveContactInput.id")];
      return { kind: random.pick(["ARCHIVE", "RESTORE"]), target: { contactIds } };
    }
    const matching = listInputs["MatchingContacts"]!(making, "");
    const target = random.chance(0.3) ? { contactIds: [id("IdFilter.eq")] } : { matching };
    return { kind: "ADD_TO_GROUP", groupId: id("StartBulkActionInput.groupId"), target };
  },
};
