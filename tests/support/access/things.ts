import type { Canary } from "./canary.js";
import type { Viewer } from "./cast.js";

const KEEPERS = ["owner", "admin", "privacy officer"];
const RUNNERS = ["owner", "admin"];
const MEMBERS = [...KEEPERS, "coordinator"];
const PROGRAMS = ["integration", "HR sync"];

/**
 * What an account keeps beside its contacts, and who may read it, as the packages' documentation says. By the three
 * letters of the canary that is its name or text.
 */
export const THINGS: Readonly<Record<string, (viewer: Viewer) => boolean>> = {
  /** The account's name, a custom field's label: whoever belongs to it. */
  acc: ({ column }) => column !== "anonymous",
  lbl: ({ column }) => column !== "anonymous",
  /** A group's name. The second is not the coordinator's. */
  gra: ({ column }) => MEMBERS.includes(column),
  grb: ({ column }) => KEEPERS.includes(column),
  /** A member's name and email: those who see members. */
  mem: ({ column }) => KEEPERS.includes(column),
  /** A saved view's name. */
  vie: ({ column }) => MEMBERS.includes(column),
  /** The name of a collection and of a gallery, the description of a webhook endpoint. */
  col: ({ column }) => RUNNERS.includes(column),
  gal: ({ column }) => RUNNERS.includes(column),
  web: ({ column }) => RUNNERS.includes(column),
  /** Why staff asked to be let in. */
  rea: ({ column }) => column === "owner" || column === "privacy officer",
  /** The name of a studio that is not published yet. */
  stu: (viewer) =>
    MEMBERS.includes(viewer.column) || (PROGRAMS.includes(viewer.column) && viewer.scopes.includes("studios:read")),
};

/** Whether the name or text of a thing of an account may be in what a viewer is answered. */
export function seesThing(viewer: Viewer, canary: Canary): boolean {
  const rule = THINGS[canary.code];
  if (!rule) throw new Error(`Nobody said who may see ${canary.code}.`);
  return viewer.account === canary.account && rule(viewer);
}
