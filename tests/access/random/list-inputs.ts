import { marker, plantedText, whisper, type Mark } from "../../support/access/canary.js";
import { CONTACTS, FIELDS, type Field } from "../../support/access/fields.js";
import { pickId } from "./pools.js";
import type { Maker, Making } from "./values.js";

/** What lists compare: fields with a text of their own, and those of which only the presence can be asked. */
const TEXTS = FIELDS.filter(({ code, custom }) => /^(fnm|lnm|eml|ext)$/.test(code) || (custom && custom.level < "L2"));
const SEALED = FIELDS.filter(({ code, custom }) => code === "pho" || (custom && custom.level >= "L2"));

const ORDER: Readonly<Record<string, string>> = {
  firstName: "FIRST_NAME",
  lastName: "LAST_NAME",
  email: "EMAIL",
  externalId: "EXTERNAL_ID",
};

/** A canary of a field, of anybody in either account: its marker, and the whole value. */
function canaryOf({ random, viewer }: Making, { code }: Field): { text: string; value: string } {
  const account: Mark = random.chance(0.8) ? viewer.account : viewer.account === "a" ? "b" : "a";
  const contact = random.between(0, CONTACTS.count - 1);
  return { text: marker(account, contact, code), value: plantedText(account, contact, code) };
}

function oneTest(making: Making): object {
  const { world, viewer, random } = making;
  const named = ({ name, custom }: Field, tests: object) =>
    custom ? { custom: { key: name, ...tests } } : { [name]: tests };
  const luck = random.next();
  if (luck < 0.2) return named(random.pick(SEALED), { isSet: random.chance(0.8) });
  if (luck < 0.3) return { status: { eq: random.pick(["VERIFIED", "ARCHIVED"]) } };
  if (luck < 0.36) return { group: { eq: pickId(world, viewer, "GroupFilter.eq", random) } };
  if (luck < 0.42) return { id: { in: [pickId(world, viewer, "IdFilter.in", random)] } };
  const field = random.pick(TEXTS);
  const { text, value } = canaryOf(making, field);
  const tests = [{ eq: value }, { in: [value] }, { startsWith: text }, { contains: text }, { lt: text }];
  return named(field, random.pick(tests));
}

function filter(making: Making, depth: number): object {
  const { random } = making;
  if (depth === 0 || random.chance(0.65)) return oneTest(making);
  const below = () => filter(making, depth - 1);
  return random.pick([
    () => ({ and: [below(), below()] }),
    () => ({ or: [below(), below()] }),
    () => ({ not: below() }),
  ])();
}

/** Filters of submissions compare ids, states and times: whose they are decides what is found. */
function submissionFilter(making: Making, depth: number): object {
  const { world, viewer, random } = making;
  const id = (at: string) => pickId(world, viewer, at, random);
  const below = () => submissionFilter(making, depth - 1);
  const leaves: (() => object)[] = [
    () => ({ status: random.pick(["DRAFT", "IN_REVIEW", "SUBMITTED", "ACCEPTED"]) }),
    () => ({ studio: { eq: id("SubmissionFilter.studioIds") } }),
    () => ({ studioIds: [id("SubmissionFilter.studioIds")] }),
    () => ({ contact: { in: [id("SubmissionFilter.contactIds")] } }),
    () => ({ contactIds: [id("SubmissionFilter.contactIds")] }),
    () => ({ submittedAt: { isSet: random.chance(0.5) } }),
  ];
  const branches = [() => ({ and: [below(), below()] }), () => ({ or: [below(), below()] }), () => ({ not: below() })];
  return random.pick(depth === 0 || random.chance(0.5) ? leaves : branches)();
}

function order({ random }: Making): object {
  const direction = random.pick(["ASC", "DESC"]);
  if (random.chance(0.3)) return { field: random.pick(["CREATED_AT", "UPDATED_AT", "STATUS"]), direction };
  const { name, custom } = random.pick([...TEXTS, ...TEXTS, ...SEALED.filter((field) => field.custom)]);
  return custom ? { custom: name, direction } : { field: ORDER[name], direction };
}

function words(making: Making): string {
  const { random } = making;
  const names = FIELDS.filter(({ code }) => /^(fnm|lnm|eml)$/.test(code));
  return random.chance(0.8) ? whisper(canaryOf(making, random.pick(names)).text) : random.word(3);
}

/** The arguments of lists. */
export const listInputs: Readonly<Record<string, Maker>> = {
  ContactFilter: (making) => filter(making, 3),
  ContactOrder: order,
  "[ContactOrder!]": (making) => [order(making)],
  SubmissionFilter: (making) => submissionFilter(making, 2),
  ContactFacetInput: ({ random }) => {
    const keys = ["department", "office", "salary_band"];
    return random.chance(0.5) ? { field: random.pick(["STATUS", "GROUP", "STUDIO"]) } : { custom: random.pick(keys) };
  },
  MatchingContacts: (making) => {
    const { world, viewer, random } = making;
    const view = () => ({ view: pickId(world, viewer, "MatchingContacts.view", random) });
    return random.pick([() => ({ filter: filter(making, 2) }), () => ({ search: words(making) }), view])();
  },
  "Query.contacts.search": words,
  "Query.contactStats.search": words,
  // A view's filter is its author's own text, shown to those who may use its fields: canaries would be theirs to tell.
  "CreateSavedViewInput.filter": ({ random }) => ({ lastName: { contains: random.word(3) } }),
  "UpdateSavedViewInput.filter": ({ random }) => ({ externalId: { startsWith: random.word(3) } }),
};
