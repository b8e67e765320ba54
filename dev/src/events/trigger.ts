import { randomBytes } from "node:crypto";
import {
  agreeToProcessing,
  enterStudio,
  submitReviewed,
  uploadPhoto,
  type ContactSession,
} from "../journey/contact-app.js";
import { graphClient, type GraphClient } from "../journey/graph-client.js";
import { journeyPictures } from "../journey/pictures.js";

/** Where things are made to happen, and as whom. */
export interface TriggerStage {
  graphUrl: string;
  mailboxUrl: string;
  studioSlug: string;
  /** A member who may review. */
  adminToken: string;
}

/** What each type takes: its steps, in order, end with it. Steps before it announce what they do, as ever. */
const SCRIPTS: Readonly<Record<string, (play: Play) => Promise<void>>> = {
  "contact.created": (play) => play.create(),
  "consent.changed": async (play) => void (await play.agree()),
  "photo.ready": async (play) => void (await play.upload()),
  "submission.submitted": async (play) => void (await play.submit()),
  "submission.accepted": (play) => play.decide("acceptSubmission", {}),
  "submission.rejected": (play) => play.decide("rejectSubmission", { reason: "BLURRED" }),
  "submission.retake_requested": (play) => play.decide("requestRetake", { reason: "BLURRED" }),
};

export const TRIGGERS = Object.keys(SCRIPTS);

/** Makes an event happen through the API, by a new contact of the demo studio. @returns false for an unknown type */
export async function trigger(stage: TriggerStage, type: string): Promise<boolean> {
  const script = SCRIPTS[type];
  await script?.(new Play(stage));
  return script !== undefined;
}

/** One new person's way through the studio, each step on the one before. */
class Play {
  readonly #stage: TriggerStage;
  readonly #admin: GraphClient;

  constructor(stage: TriggerStage) {
    this.#stage = stage;
    this.#admin = graphClient(stage.graphUrl, stage.adminToken);
  }

  async create(): Promise<void> {
    await this.#change("createContact", newPerson());
  }

  async agree(): Promise<ContactSession> {
    const { graphUrl, mailboxUrl, studioSlug } = this.#stage;
    const session = await enterStudio(graphUrl, mailboxUrl, studioSlug, newPerson());
    await agreeToProcessing(session);
    return session;
  }

  async upload() {
    const session = await this.agree();
    const [picture] = await journeyPictures();
    return { session, photo: await uploadPhoto(session, picture!) };
  }

  async submit(): Promise<string> {
    const { session, photo } = await this.upload();
    return (await submitReviewed(session, photo)).id;
  }

  async decide(mutation: string, given: object): Promise<void> {
    const id = await this.submit();
    const { submission } = await this.#admin.ask<{ submission: { version: number } }>(
      `query ($id: ID!) { submission(id: $id) { version } }`,
      { id },
    );
    await this.#change(mutation, { id, version: submission.version, ...given });
  }

  /** @throws with the mutation's own words if it was refused */
  async #change(mutation: string, input: object): Promise<void> {
    const name = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
    const answer = await this.#admin.ask<Record<string, { __typename: string; message?: string }>>(
      `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { __typename ... on UserError { message } } }`,
      { input },
    );
    const outcome = answer[mutation]!;
    if (outcome.__typename !== `${name}Payload`) throw new Error(`${outcome.__typename}: ${outcome.message}`);
  }
}

function newPerson() {
  const email = `trigger.${randomBytes(4).toString("hex")}@northwind.example`;
  return { firstName: "Terry", lastName: "Trigger", email };
}
