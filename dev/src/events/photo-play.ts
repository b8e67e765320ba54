import {
  agreeToProcessing,
  enterStudio,
  submitReviewed,
  uploadPhoto,
  type ContactSession,
} from "../journey/contact-app.js";
import { graphClient } from "../journey/graph-client.js";
import { journeyPictures } from "../journey/pictures.js";
import { change } from "./change.js";
import { newPerson } from "./new-person.js";
import type { TriggerStage } from "./trigger.js";

/** One new person's way through the studio, each step on the one before. */
export class PhotoPlay {
  readonly #stage: TriggerStage;

  constructor(stage: TriggerStage) {
    this.#stage = stage;
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

  async submit(): Promise<{ session: ContactSession; id: string }> {
    const { session, photo } = await this.upload();
    return { session, id: (await submitReviewed(session, photo)).id };
  }

  async withdraw(): Promise<void> {
    const { session, id } = await this.submit();
    await change(session.graph, "withdrawSubmission", { id });
  }

  async decide(mutation: string, given: object): Promise<void> {
    const { id } = await this.submit();
    const admin = graphClient(this.#stage.graphUrl, this.#stage.adminToken);
    const { submission } = await admin.ask<{ submission: { version: number } }>(
      `query ($id: ID!) { submission(id: $id) { version } }`,
      { id },
    );
    await change(admin, mutation, { id, version: submission.version, ...given });
  }
}
