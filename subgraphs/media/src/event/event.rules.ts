import type { Viewer } from "@studio/kit/auth/viewer.js";
import { fieldOf, forbidden, unauthenticated } from "@studio/kit/error/codes.js";
import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { rule } from "@studio/kit/shield/rule.js";

/** The scope by which an integration reads the event log. */
const EVENTS_READ_SCOPE = "events:read";

const readsEvents = rule("readsEvents", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "anonymous") return unauthenticated();
  return (
    mayReadEvents(viewer) ||
    forbidden(fieldOf(info), `it takes a member, or an integration with the scope ${EVENTS_READ_SCOPE}`)
  );
});

/** Members of every role, and integrations with the scope. Which events, the contacts they are about decide. */
function mayReadEvents(viewer: Viewer): boolean {
  if (viewer.kind === "member") return true;
  return viewer.kind === "api_client" && viewer.purpose === "integration" && viewer.scopes.includes(EVENTS_READ_SCOPE);
}

/** Who may read what happens in the account. */
export const eventRules: RuleTree = {
  Query: { eventPage: readsEvents, submissionEventPage: readsEvents },
  Subscription: { events: readsEvents, submissionEvents: readsEvents },
};
