import { agreeToProcessing, enterStudio, submitReviewed, uploadPhoto, type ContactSession } from "./contact-app.js";
import { askDashboard, type DashboardRow } from "./dashboard.js";
import { graphClient, type GraphError } from "./graph-client.js";
import { syncContacts, type HrRow, type RowResult } from "./hr-system.js";
import { listen, type Listener, type ReceivedEvent } from "./integration.js";
import { journeyPictures, lookAt, type Picture, type PictureFacts } from "./pictures.js";

/** Where the platform is, and what each person shows. */
export interface Stage {
  graphUrl: string;
  mailboxUrl: string;
  studioSlug: string;
  contactEmail: string;
  /** The HR system's own id of that contact. */
  externalId: string;
  credentials: { owner: string; admin: string; coordinator: string; hr: string; integration: string };
}

/** Is told what each person sees, as it happens. */
export type Tell = (line: string) => void;

/** One picture's way through the studio, as everybody saw it. */
export interface Delivery {
  picture: Picture;
  facts: PictureFacts;
  submission: { id: string; status: string };
  event: ReceivedEvent;
}

/** What a dashboard showed to one role. */
export interface View {
  role: "owner" | "admin" | "coordinator";
  rows: DashboardRow[];
  errors: GraphError[];
}

/** Everything that was seen on the way. */
export interface JourneyReport {
  mailSubject: string;
  deliveries: Delivery[];
  synced: RowResult[];
  views: View[];
}

/** Plays the platform's main job from every side. `tell` is told what each person sees, as it happens. */
export async function playJourney(stage: Stage, tell: Tell): Promise<JourneyReport> {
  const listener = await listen(stage.graphUrl, stage.credentials.integration);
  try {
    tell("Integration  is subscribed to submission events over WebSocket");
    const synced = await syncFromHr(stage, tell);
    const session = await enter(stage, tell);
    const deliveries: Delivery[] = [];
    for (const picture of await journeyPictures()) deliveries.push(await deliver(session, picture, listener, tell));
    const views: View[] = [];
    for (const role of ["owner", "admin", "coordinator"] as const) views.push(await look(stage, role, tell));
    return { mailSubject: session.mailSubject, deliveries, synced, views };
  } finally {
    await listener.close();
  }
}

async function enter(stage: Stage, tell: Tell): Promise<ContactSession> {
  const person = { firstName: "Casey", lastName: "Journey", email: stage.contactEmail };
  const session = await enterStudio(stage.graphUrl, stage.mailboxUrl, stage.studioSlug, person);
  tell(
    `Contact      opened «${session.studio.name}», got the mail «${session.mailSubject}», typed its code and is in; no password`,
  );
  await agreeToProcessing(session);
  tell("Contact      agreed to the processing of photos");
  return session;
}

async function deliver(session: ContactSession, picture: Picture, listener: Listener, tell: Tell): Promise<Delivery> {
  const edited = await uploadPhoto(session, picture);
  const facts = await lookAt(new Uint8Array(await (await fetch(edited.url)).arrayBuffer()));
  tell(
    `Contact      uploaded ${picture.title}; sees ${facts.width}×${facts.height}, ${Math.round(facts.backdropShare * 100)} % backdrop, metadata: ${facts.metadata.join(", ") || "none"}`,
  );
  const submission = await submitReviewed(session, edited);
  tell(`Contact      submitted that very version (sha-256 ${edited.digest.slice(0, 12)}…): ${submission.status}`);
  const event = await listener.eventFor(submission.id);
  const fields = event.contact.customFields.map(({ key, value }) => `${key}=${JSON.stringify(value)}`).join(" ");
  tell(
    `Integration  received ${event.type}: ${event.contact.firstName} ${event.contact.lastName} [${fields}], studio «${event.studio.name}», consent ${event.contact.consents.map(({ purpose, state }) => `${purpose}=${state}`).join(" ")}, photo ${event.submission.photo.edited.url.slice(0, 48)}…`,
  );
  return { picture, facts, submission, event };
}

/** HR knows the person first, changes them, and sends the same again. */
async function syncFromHr(stage: Stage, tell: Tell): Promise<RowResult[]> {
  const graph = graphClient(stage.graphUrl, stage.credentials.hr);
  const row = (department: string): HrRow => ({
    externalId: stage.externalId,
    firstName: "Casey",
    lastName: "Journey",
    email: stage.contactEmail,
    customFields: [
      { key: "department", value: department },
      { key: "job_title", value: "Photographer" },
    ],
  });
  const results: RowResult[] = [];
  for (const department of ["design", "engineering", "engineering"]) {
    results.push(...(await syncContacts(graph, [row(department)])));
    tell(`HR system    sent ${stage.externalId} with department=${department}: ${results.at(-1)!.outcome}`);
  }
  return results;
}

async function look(stage: Stage, role: View["role"], tell: Tell): Promise<View> {
  const { data, errors = [] } = await askDashboard(graphClient(stage.graphUrl, stage.credentials[role]));
  const rows = data?.contacts.edges.map(({ node }) => node) ?? [];
  const sample = rows.find((row) => row.phone !== null);
  tell(
    `Dashboard    ${role.padEnd(11)} sees ${rows.length} contacts, a phone as ${sample?.phone}, ${rows.filter((row) => row.latestSubmission).length} with a submission`,
  );
  for (const { message, extensions } of errors)
    tell(`             ${"".padEnd(11)} ${extensions.code} ${message} (${extensions.rows ?? 1} rows)`);
  return { role, rows, errors };
}
