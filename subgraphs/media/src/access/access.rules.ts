import { fieldOf, forbidden, unauthenticated } from "@studio/kit/error/codes.js";
import { outsideAccount } from "@studio/kit/error/outside-account.js";
import { rule, type Decision } from "@studio/kit/shield/rule.js";
import type { MediaContext } from "../context.js";
import { reachOf } from "./reach.js";

/** Someone whom the access table lets know of contacts; which ones, the loaders decide. */
export const knowsContacts = rule<unknown, unknown, MediaContext>(
  "knowsContacts",
  (_parent, _args, { viewer }, info) => {
    if (viewer.kind === "anonymous" || viewer.accountId === null) return outsideAccount(viewer, fieldOf(info));
    const isMember = viewer.kind === "member";
    return isMember || reachOf(viewer) !== null || forbidden(fieldOf(info), "your credential may not read contacts");
  },
);

/** A contact, asking for themselves. */
export const isContact = rule<unknown, unknown, MediaContext>("isContact", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "anonymous") return unauthenticated();
  return viewer.kind === "contact" || forbidden(fieldOf(info), "only a contact may, for themselves");
});

/** A contact whose email address is verified. */
export const isVerifiedContact = rule<unknown, unknown, MediaContext>(
  "isVerifiedContact",
  async (_parent, _args, { viewer, loaders }, info): Promise<Decision> => {
    if (viewer.kind === "anonymous") return unauthenticated();
    if (viewer.kind !== "contact") return forbidden(fieldOf(info), "only a contact may, for themselves");
    const contact = await loaders.publishedContact.load(viewer.contactId);
    return contact?.verified === true || forbidden(fieldOf(info), "verify your email address first");
  },
);

/** The owner and admins, who run the account. */
export const runsTheAccount = rule<unknown, unknown, MediaContext>(
  "runsTheAccount",
  (_parent, _args, { viewer }, info) => {
    if (viewer.kind === "anonymous") return unauthenticated();
    const runs = viewer.kind === "member" && (viewer.role === "owner" || viewer.role === "admin");
    return runs || forbidden(fieldOf(info), "only the owner and admins may");
  },
);
