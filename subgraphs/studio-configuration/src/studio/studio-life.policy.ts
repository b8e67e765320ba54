import { StudioStateConflict } from "./studio.errors.js";
import type { StudioStatus } from "./studio.values.js";

/** What can be done with a studio's life. */
export type StudioVerb = "publish" | "pause" | "resume" | "archive";

interface Step {
  from: readonly StudioStatus[];
  to: StudioStatus;
  /** How the audit trail and the event log call it. */
  told: string;
}

/** The whole life of a studio: draft → published ⇄ paused → archived, which is its end. */
export const STUDIO_STEPS: Readonly<Record<StudioVerb, Step>> = {
  publish: { from: ["draft"], to: "published", told: "studio.published" },
  pause: { from: ["published"], to: "paused", told: "studio.paused" },
  resume: { from: ["paused"], to: "published", told: "studio.resumed" },
  archive: { from: ["published", "paused"], to: "archived", told: "studio.archived" },
};

const ADVICE: Readonly<Record<StudioStatus, string>> = {
  draft: "It is a draft: it can be published.",
  published: "It is published: it can be paused or archived.",
  paused: "It is paused: it can be resumed or archived.",
  archived: "It is archived and stays closed: make a new one.",
};

/** Why a studio in this state cannot take the step, or null if it can. */
export function refuseStep(verb: StudioVerb, status: StudioStatus): StudioStateConflict | null {
  if (STUDIO_STEPS[verb].from.includes(status)) return null;
  return new StudioStateConflict(status, `The studio cannot do this now. ${ADVICE[status]}`);
}
