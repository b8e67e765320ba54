import { canaryTexts, type Canary } from "../../support/access/canary.js";
import type { Viewer } from "../../support/access/cast.js";
import { CONTACTS, fieldOf } from "../../support/access/fields.js";
import { maySee, mayUse, readsRestricted, type Brought } from "../../support/access/oracle.js";
import type { World } from "../../support/access/world.js";
import type { Operation } from "./template.js";
import { fieldsUsed, listArguments, probedText, usesClosed } from "./uses.js";

/** What came back, as a text, and what of it can be read. */
export interface Answer {
  text: string;
  data: Readonly<Record<string, unknown>> | null;
  errors: string;
}

/** Who asks, and what they bring to this one request. */
export interface Asker {
  viewer: Viewer;
  brought: Brought;
}

const nameOf = ({ viewer, brought }: Asker) => `${viewer.name}${brought.purpose ? ", with a purpose" : ""}`;

/** Something that somebody was told and may not know. */
export interface Leak {
  what: string;
  viewer: string;
  operation: Operation;
  answer: string;
}

/** What an answer leaks, and the canaries in it that may be there. */
export function checkAnswer(world: World, asker: Asker, operation: Operation, answer: Answer) {
  const { viewer, brought } = asker;
  const given = canaryTexts(JSON.stringify(operation.variables));
  const shown = canariesOf(world, answer.text);
  const told = new Set(canariesOf(world, answer.errors));
  const inPlace: Canary[] = [];
  const whats: string[] = [];
  for (const canary of shown) {
    if (maySee(viewer, canary, brought)) inPlace.push(canary);
    else if (!given.has(canary.text)) whats.push(`shows ${canary.text}`);
    else if (told.has(canary)) whats.push(`repeats ${canary.text} in an error`);
  }
  whats.push(...answeredUses(world, asker, operation, answer));
  const leak: Leak = { what: whats.join(", "), viewer: nameOf(asker), operation, answer: answer.text };
  return { leak: whats.length > 0 ? leak : null, inPlace };
}

/** Canaries with the name of a custom field's or contact's place: ids are left out of what a trail may not hold. */
export function valuesIn(world: World, text: string): Canary[] {
  return canariesOf(world, text).filter(({ code }) => code !== "id" && code !== "sub");
}

function canariesOf(world: World, text: string): Canary[] {
  return [...canaryTexts(text)].flatMap((found) => world.canaries.get(found) ?? []);
}

/** Arguments that were answered although they use a field that the viewer may not, or that found whom they may not. */
function answeredUses(world: World, { viewer, brought }: Asker, operation: Operation, { data }: Answer): string[] {
  return operation.roots.flatMap((root) => {
    const used = listArguments(operation, root);
    const answered = data?.[root.key] ?? null;
    if (used === null || answered === null) return [];
    const denied = fieldsUsed(used).filter((field) => !mayUse(viewer, field, brought));
    if (denied.length > 0) return denied.map(({ name }) => `answers ${root.field} by ${name}`);
    if (usesClosed(used) && !readsRestricted(viewer, brought) && listsRestricted(world, viewer, answered))
      return [`lists the contact under restriction by what is closed of them`];
    const probed = found(answered) ? probedText(used) : null;
    const canary = probed === null ? undefined : (world.whispers.get(probed) ?? canariesOf(world, probed)[0]);
    if (!canary || canary.contact === null || maySee(viewer, canary, brought)) return [];
    return [`finds somebody by the ${fieldOf(canary.code).name} ${canary.text}`];
  });
}

/** Whether the contact under restriction is among those that a list holds. */
function listsRestricted(world: World, { account }: Viewer, answered: unknown): boolean {
  const listed = (answered as { edges?: { node?: { id?: string } | null }[] }).edges ?? [];
  const { globalId } = world.accounts[account].contacts[CONTACTS.restricted]!;
  return listed.some(({ node }) => node?.id === globalId);
}

/** Whether a list's answer tells that somebody was found. */
function found(answered: unknown): boolean {
  const text = JSON.stringify(answered);
  return /"totalCount":[1-9]|"count":[1-9]|"estimatedCount":[1-9]|"edges":\[\{/.test(text);
}
