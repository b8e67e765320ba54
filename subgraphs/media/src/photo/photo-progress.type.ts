import "reflect-metadata";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { PHOTO_STEPS, type PhotoStep } from "./photo-step.js";
import type { PhotoRow } from "./photo.table.js";

const PhotoStepEnum = {
  DECODE: "decode",
  REMOVE_BACKGROUND: "remove_background",
  BACKDROP: "backdrop",
  DERIVATIVES: "derivatives",
} as const satisfies Record<string, PhotoStep>;

registerEnumType(PhotoStepEnum, {
  name: "PhotoStep",
  description: "What is done to an original, in this order.",
  valuesConfig: {
    DECODE: {
      description: "It is turned upright and freed of everything but its pixels; once done `original` is there.",
    },
    REMOVE_BACKGROUND: { description: "The person is told from the background." },
    BACKDROP: { description: "The edited version is made; once done it can be looked at." },
    DERIVATIVES: { description: "The studio's other headshots are made." },
  },
});

const STEP_STATES = { WAITING: "WAITING", RUNNING: "RUNNING", DONE: "DONE", FAILED: "FAILED" } as const;

type StepState = keyof typeof STEP_STATES;

registerEnumType(STEP_STATES, {
  name: "PhotoStepState",
  description: "How far a step is.",
  valuesConfig: {
    WAITING: { description: "Its turn has not come." },
    RUNNING: { description: "It is being done, or will be taken up again where a worker stopped." },
    DONE: { description: "It is done." },
    FAILED: { description: "It cannot be done; the photo's `failureReason` says why." },
  },
});

@ObjectType({ simpleResolvers: true, description: "A step of the work on a photo, and how far it is." })
export class PhotoStepProgress {
  @Field(() => PhotoStepEnum, { description: "The step." })
  step: PhotoStep;

  @Field(() => STEP_STATES, { description: "How far it is." })
  state: StepState;
}

/** Every step of a photo, in order. The row alone says it, so that asking again and again costs one read. */
export function progressOf({ status, step }: Pick<PhotoRow, "status" | "step">): PhotoStepProgress[] {
  const current = step === null ? -1 : PHOTO_STEPS.indexOf(step);
  const isOver = status === "ready" || status === "purged";
  return PHOTO_STEPS.map((each, at) => ({ step: each, state: isOver ? "DONE" : stateOf(at, current, status) }));
}

function stateOf(at: number, current: number, status: PhotoRow["status"]): StepState {
  if (at < current) return "DONE";
  if (at > current) return "WAITING";
  return status === "failed" ? "FAILED" : "RUNNING";
}
