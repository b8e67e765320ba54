import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputType,
} from "graphql";
import type { Viewer } from "../../support/access/cast.js";
import { FIELDS } from "../../support/access/fields.js";
import type { World } from "../../support/access/world.js";
import { contactInputs } from "./contact-inputs.js";
import { listInputs } from "./list-inputs.js";
import { pickId } from "./pools.js";
import type { Random } from "./random.js";

/** What values are made of. */
export interface Making {
  world: World;
  viewer: Viewer;
  random: Random;
  /** The version that each contact had last, by global id. */
  versions: ReadonlyMap<string, number>;
}

/** Makes a whole input object, or one value by its place, of which random parts would make no sense. */
export type Maker = (making: Making, at: string) => unknown;

const CUSTOM_KEYS = FIELDS.filter((field) => field.custom).map(({ name }) => name);

/** Values that leave the facts of the oracle as they are: who is in which group, what may be seen by whom. */
const MAKERS: Readonly<Record<string, Maker>> = {
  ...contactInputs,
  ...listInputs,
  AccountPoliciesInput: ({ random }) => ({ memberInvitationDays: random.between(5, 9) }),
  UpdateAccountSettingsInput: ({ random }) => ({ version: random.between(1, 3), defaultLocale: "EN" }),
  // Never of versions that there are: a merge would carry one contact's values to another.
  MergeContactsInput: ({ world, viewer, random }) => ({
    survivorId: pickId(world, viewer, "MergeContactsInput.survivorId", random),
    duplicateId: pickId(world, viewer, "MergeContactsInput.duplicateId", random),
    ifVersions: { duplicate: 0, survivor: 0 },
  }),
  "GiveConsentInput.purpose": ({ random }) => random.pick(["MARKETING", "AI_TRAINING"]),
  "WithdrawConsentInput.purpose": ({ random }) => random.pick(["MARKETING", "AI_TRAINING"]),
  "CreatePhotoUploadInput.contentType": ({ random }) => random.pick(["image/jpeg", "text/html"]),
  "CreatePhotoUploadInput.bytes": ({ random }) => random.between(0, 9_999_999),
  "Contact.customFields.keys": ({ random }) => random.some(CUSTOM_KEYS, 0.6),
  "Query.eventPage.after": checkpoint,
  "Query.submissionEventPage.after": checkpoint,
  "Subscription.events.after": checkpoint,
  "Subscription.submissionEvents.after": checkpoint,
  "Query.explainFieldAccess.field": ({ random }) => random.pick(FIELDS).name,
  "Query.studioBySlug.slug": slug,
  "RequestVerificationInput.studioSlug": slug,
  "VerifyEmailInput.studioSlug": slug,
  "RequestSupportAccessInput.reason": ({ random }) => `Ticket ${random.word(20)}`,
};

/** A random value for a place in an operation, valid for its type. */
export function makeValue(making: Making, type: GraphQLInputType, at: string): unknown {
  if (isNonNullType(type)) return makeValue(making, type.ofType, at);
  const maker = MAKERS[at] ?? MAKERS[String(getNullableType(type))];
  if (maker) return maker(making, at);
  const { random } = making;
  if (isListType(type)) {
    return Array.from({ length: random.between(1, 3) }, () => makeValue(making, type.ofType, at));
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const given = Object.values(type.getFields()).filter((field) => isRequiredInputField(field) || random.chance(0.5));
    return Object.fromEntries(given.map(({ name, type: of }) => [name, makeValue(making, of, `${type.name}.${name}`)]));
  }
  return makeScalar(making, String(type), at);
}

function makeScalar({ world, viewer, random }: Making, type: string, at: string): unknown {
  switch (type) {
    case "ID":
      return pickId(world, viewer, at, random);
    case "Int":
      return random.between(0, 9);
    case "Float":
      return random.between(0, 9) / 2;
    case "Boolean":
      return random.chance(0.5);
    case "DateTime":
      return new Date(Date.UTC(2025, 0, random.between(1, 600))).toISOString();
    case "String":
      if (/email/i.test(at)) return `${random.word()}@people.example`;
      return at.endsWith(".after") || at.endsWith(".before") ? random.word(30) : random.word(random.between(2, 24));
    default:
      return random.word();
  }
}

function slug({ world, random }: Making): string {
  return random.pick([world.accounts.a.studio.slug, world.accounts.b.studio.slug, random.word()]);
}

/** A place in an event log from which there are events to read. */
function checkpoint({ world, viewer, random }: Making): string {
  const { a, b } = world.accounts;
  return random.chance(0.85) ? world.accounts[viewer.account].checkpoint : random.pick([a, b]).checkpoint;
}
