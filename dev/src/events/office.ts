import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { graphClient, type GraphClient } from "../journey/graph-client.js";
import { poll } from "../poll.js";
import { change } from "./change.js";
import { newPerson } from "./new-person.js";
import type { TriggerStage } from "./trigger.js";

interface NewContact {
  id: string;
  version: number;
  email: string;
}

/** What a member does in the office, each step on the one before, with contacts that nobody else knows. */
export class Office {
  readonly #stage: TriggerStage;
  readonly #admin: GraphClient;

  constructor(stage: TriggerStage) {
    this.#stage = stage;
    this.#admin = graphClient(stage.graphUrl, stage.adminToken);
  }

  async create(): Promise<NewContact> {
    const fields = "... on CreateContactPayload { contact { id version email } }";
    return (await this.#change<{ contact: NewContact }>("createContact", newPerson(), fields)).contact;
  }

  async update(): Promise<void> {
    const { id, version } = await this.create();
    await this.#change("updateContact", { id, version, firstName: "Terence" });
  }

  async archive(): Promise<{ id: string }> {
    const { id } = await this.create();
    await this.#change("archiveContact", { id });
    return { id };
  }

  async restore(): Promise<void> {
    await this.#change("restoreContact", await this.archive());
  }

  async merge(): Promise<{ duplicateId: string }> {
    const [survivor, duplicate] = [await this.create(), await this.create()];
    await this.#change("mergeContacts", { survivorId: survivor.id, duplicateId: duplicate.id });
    return { duplicateId: duplicate.id };
  }

  async unmerge(): Promise<void> {
    await this.#change("undoMerge", await this.merge());
  }

  async invite(): Promise<{ invitationId: string; email: string }> {
    const { id: contactId, email } = await this.create();
    const { studioBySlug } = await this.#admin.ask<{ studioBySlug: { id: string } }>(
      `query ($slug: String!) { studioBySlug(slug: $slug) { id } }`,
      { slug: this.#stage.studioSlug },
    );
    const { invitation } = await this.#change<{ invitation: { id: string } }>(
      "inviteContact",
      { contactId, studioId: studioBySlug.id },
      "... on InvitationPayload { invitation { id } }",
    );
    return { invitationId: invitation.id, email };
  }

  /** As the invited does, by the link in the mail. @returns the link's token */
  async openInvitation(): Promise<string> {
    const { email } = await this.invite();
    const found = await poll(
      async () => {
        const answer = await fetch(`${this.#stage.mailboxUrl}/api/messages?to=${encodeURIComponent(email)}`);
        return /http[^\s"\\]+\/invitation\/(ci_[\w-]+)/.exec(await answer.text()) ?? undefined;
      },
      { timeoutMs: 15_000, everyMs: 100 },
    );
    if (!found) throw new Error(`No invitation came to ${email} within 15 s.`);
    await fetch(found[0]);
    return found[1]!;
  }

  async acceptInvitation(): Promise<void> {
    await change(graphClient(this.#stage.graphUrl), "acceptInvitation", { token: await this.openInvitation() });
  }

  async revokeInvitation(): Promise<void> {
    await this.#change("revokeInvitation", { id: (await this.invite()).invitationId });
  }

  async publish(): Promise<{ id: string }> {
    const slug = `trigger-${randomBytes(4).toString("hex")}`;
    const { studio } = await this.#change<{ studio: { id: string } }>(
      "createStudio",
      { name: "Triggered studio", slug, access: "PRIVATE", consentText: "My photo may be used in the directory." },
      "... on CreateStudioPayload { studio { id } }",
    );
    await this.#change("publishStudio", { id: studio.id });
    return { id: studio.id };
  }

  async pauseStudio(): Promise<{ id: string }> {
    const { id } = await this.publish();
    await this.#change("pauseStudio", { id });
    return { id };
  }

  async resumeStudio(): Promise<void> {
    await this.#change("resumeStudio", await this.pauseStudio());
  }

  async archiveStudio(): Promise<void> {
    await this.#change("archiveStudio", await this.publish());
  }

  /** By a receiver on this machine that says it is gone. */
  async disableEndpoint(): Promise<void> {
    const receiver = createServer((_request, response) => response.writeHead(410).end()).listen(0, "127.0.0.1");
    await once(receiver, "listening");
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    const { webhookEndpoint } = await this.#change<{ webhookEndpoint: { id: string } }>(
      "createWebhookEndpoint",
      { url },
      "... on WebhookSecretPayload { webhookEndpoint { id } }",
    );
    const { id } = webhookEndpoint;
    const isDisabled = async () => {
      const query = `query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { status } } }`;
      const { node } = await this.#admin.ask<{ node: { status: string } }>(query, { id });
      return node.status === "DISABLED" || undefined;
    };
    try {
      await this.#admin.ask(`mutation ($id: ID!) { sendTestWebhook(input: { id: $id }) { __typename } }`, { id });
      if (!(await poll(isDisabled, { timeoutMs: 15_000, everyMs: 100 }))) throw new Error("The endpoint still runs.");
    } finally {
      await this.#admin.ask(`mutation ($id: ID!) { deleteWebhookEndpoint(input: { id: $id }) { __typename } }`, { id });
      receiver.close();
    }
  }

  #change<T>(mutation: string, input: object, fields?: string): Promise<T> {
    return change<T>(this.#admin, mutation, input, fields);
  }
}
