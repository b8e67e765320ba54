import { Office } from "./office.js";
import { PhotoPlay } from "./photo-play.js";

/** Where things are made to happen, and as whom. */
export interface TriggerStage {
  graphUrl: string;
  mailboxUrl: string;
  studioSlug: string;
  /** A member who may review. */
  adminToken: string;
}

/** What each type takes: its steps, in order, end with it. Steps before it announce what they do, as ever. */
const SCRIPTS: Readonly<Record<string, (stage: TriggerStage) => Promise<unknown>>> = {
  "submission.created": (stage) => new PhotoPlay(stage).upload(),
  "submission.submitted": (stage) => new PhotoPlay(stage).submit(),
  "submission.accepted": (stage) => new PhotoPlay(stage).decide("acceptSubmission", {}),
  "submission.rejected": (stage) => new PhotoPlay(stage).decide("rejectSubmission", { reason: "BLURRED" }),
  "submission.retake_requested": (stage) => new PhotoPlay(stage).decide("requestRetake", { reason: "BLURRED" }),
  "submission.withdrawn": (stage) => new PhotoPlay(stage).withdraw(),
  "photo.ready": (stage) => new PhotoPlay(stage).upload(),
  "contact.created": (stage) => new Office(stage).create(),
  "contact.updated": (stage) => new Office(stage).update(),
  "contact.archived": (stage) => new Office(stage).archive(),
  "contact.restored": (stage) => new Office(stage).restore(),
  "contact.merged": (stage) => new Office(stage).merge(),
  "contact.unmerged": (stage) => new Office(stage).unmerge(),
  "contact.invited": (stage) => new Office(stage).invite(),
  "contact.invitation_opened": (stage) => new Office(stage).openInvitation(),
  "contact.invitation_accepted": (stage) => new Office(stage).acceptInvitation(),
  "contact.invitation_revoked": (stage) => new Office(stage).revokeInvitation(),
  "studio.published": (stage) => new Office(stage).publish(),
  "studio.paused": (stage) => new Office(stage).pauseStudio(),
  "studio.resumed": (stage) => new Office(stage).resumeStudio(),
  "studio.archived": (stage) => new Office(stage).archiveStudio(),
  "consent.changed": (stage) => new PhotoPlay(stage).agree(),
  "webhook_endpoint.disabled": (stage) => new Office(stage).disableEndpoint(),
};

export const TRIGGERS = Object.keys(SCRIPTS);

const NOT_TOLD = "no part of the platform does this yet, so none is told so far";

/** What nobody can make happen at will, and why. */
export const UNTRIGGERED: Readonly<Record<string, string>> = {
  "photo.failed":
    "an upload that could not be edited is refused at once; it takes a photo that was lost or broken later",
  "submission.deleted": "it happens when a submission's pictures have been kept for as long as they may be",
  "contact.erased": NOT_TOLD,
  "export.ready": NOT_TOLD,
};

/** Makes an event happen through the API, to somebody or something new. @returns false for a type without a script */
export async function trigger(stage: TriggerStage, type: string): Promise<boolean> {
  const script = SCRIPTS[type];
  await script?.(stage);
  return script !== undefined;
}
