import { buildSubgraphSchema } from "@apollo/subgraph";
import { anonymous } from "@studio/kit/auth/viewer.js";
import { forbidden, notFound, unauthenticated } from "@studio/kit/error/codes.js";
import { parseGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import type { RequestContext } from "@studio/kit/server/request-context.js";
import { parse, type GraphQLSchema } from "graphql";
import type { EventLog } from "./event-log.js";

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';
const NODE = "interface Node { id: ID! }";

/** The product's shape in a dozen fields: enough to plan over four subgraphs. */
const SDL = {
  identity: `${LINK} ${NODE}
    type Query { viewer: String! contact(id: ID!): Contact contacts(first: Int = 3): [Contact!]! node(id: ID!): Node broken: String }
    type Mutation { renameContact(id: ID!, firstName: String!): Contact }
    type Account implements Node { id: ID! }
    type Contact implements Node @key(fields: "id") { id: ID! firstName: String email: String phone: String }`,
  "studio-configuration": `${LINK} ${NODE}
    type Query { studio(id: ID!): Studio }
    type Studio implements Node @key(fields: "id") { id: ID! name: String }`,
  media: `${LINK} ${NODE}
    enum SubmissionEventType { SUBMISSION_SUBMITTED PHOTO_READY }
    type Query {
      submission(id: ID!): Submission
      submissionEventPage(after: String, first: Int!, types: [SubmissionEventType!], studioIds: [ID!]): SubmissionEventPage!
    }
    type Subscription { submissionEvents(after: String, types: [SubmissionEventType!], studioIds: [ID!]): SubmissionEvent }
    type Submission implements Node @key(fields: "id") { id: ID! status: String contact: Contact! studio: Studio! }
    type SubmissionEvent { id: ID! type: SubmissionEventType! submission: Submission contact: Contact secret: String padding: String }
    type SubmissionEventEdge { cursor: String! node: SubmissionEvent! }
    type SubmissionEventPage { edges: [SubmissionEventEdge!]! endCursor: String hasMore: Boolean! }
    type Contact @key(fields: "id") { id: ID! latestSubmission: Submission }
    type Studio @key(fields: "id", resolvable: false) { id: ID! }`,
  compliance: `${LINK}
    type Query { auditLength: Int }
    type Contact @key(fields: "id") { id: ID! consents: [String!] }`,
} as const;

export type FixtureName = keyof typeof SDL;

export const FIXTURE_SDL = Object.entries(SDL).map(([name, sdl]) => ({ name, sdl }));

/** A uuid that a test can recognise. */
export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

export const contactId = (n: number) => toGlobalId("Contact", uuid(n));
export const accountId = (n: number) => toGlobalId("Account", uuid(n));
export const studioId = (n: number) => toGlobalId("Studio", uuid(n));
export const submissionId = (n: number) => toGlobalId("Submission", uuid(n));

/** Counts resolver calls, so that a test can say that none happened. */
export interface Calls {
  resolvers: number;
}

/** Builds the fixture's subgraph schemas over an event log. Contacts 1 to 100 exist. */
export function fixtureSchema(name: FixtureName, log: EventLog, calls: Calls): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(SDL[name]), resolvers: resolversOf(log, calls)[name] as never }]);
}

function resolversOf(log: EventLog, calls: Calls): Record<FixtureName, object> {
  const contact = (globalId: string) => {
    const parsed = parseGlobalId(globalId);
    const n = parsed?.type === "Contact" ? Number(parsed.id.slice(-4)) : 0;
    if (n < 1 || n > 100) throw notFound("contact");
    return { __typename: "Contact", id: globalId, n };
  };
  const signedIn = (context: RequestContext) => {
    if (context.viewer.kind === "anonymous") throw unauthenticated();
  };
  const count =
    <Args>(resolve: (args: Args, context: RequestContext) => unknown) =>
    (_parent: unknown, args: Args, context: RequestContext) => {
      calls.resolvers++;
      return resolve(args, context);
    };
  const submission = (n: string) => ({
    id: toGlobalId("Submission", uuid(Number(n))),
    status: "SUBMITTED",
    n: Number(n),
  });
  return {
    identity: {
      Query: {
        viewer: count((_args, { viewer }) => JSON.stringify(viewer ?? anonymous)),
        contact: count<{ id: string }>(({ id }) => contact(id)),
        contacts: count<{ first: number }>(({ first }, context) => {
          signedIn(context);
          return Array.from({ length: first }, (_, index) => contact(contactId(index + 1)));
        }),
        node: (_parent: unknown, { id }: { id: string }) => {
          if (parseGlobalId(id)?.type === "Account") return { __typename: "Account", id };
          throw new Error("The gateway must not ask this of node: there is a root field of that type.");
        },
        broken: () => {
          throw new Error("password=hunter2 at 10.0.0.7");
        },
      },
      Mutation: {
        renameContact: count<{ id: string; firstName: string }>(({ id, firstName }) => ({ ...contact(id), firstName })),
      },
      Contact: {
        __resolveReference: ({ id }: { id: string }) => contact(id),
        firstName: (parent: { n: number; firstName?: string }) => parent.firstName ?? `Person ${parent.n}`,
        email: ({ n }: { n: number }) => `person${n}@example.com`,
        phone: () => {
          throw forbidden("Contact.phone", "your role may not read it");
        },
      },
    },
    "studio-configuration": {
      Query: { studio: count<{ id: string }>(({ id }) => ({ id })) },
      Studio: { __resolveReference: ({ id }: { id: string }) => ({ id }), name: () => "Headshots 2026" },
    },
    media: {
      Query: {
        submission: count<{ id: string }>(({ id }) => submission(parseGlobalId(id)!.id.slice(-4))),
        submissionEventPage: count<{ after: string | null; first: number; types?: string[] }>((args, context) => {
          signedIn(context);
          return log.page(args);
        }),
      },
      SubmissionEvent: {
        submission: ({ n }: { n: number }) => submission(String(n)),
        contact: ({ n }: { n: number }) => ({ id: contactId(n) }),
        padding: () => "x".repeat(64 * 1024),
        secret: () => {
          throw forbidden("SubmissionEvent.secret", "your key may not read it");
        },
      },
      Submission: {
        __resolveReference: ({ id }: { id: string }) => submission(parseGlobalId(id)!.id.slice(-4)),
        contact: ({ n }: { n: number }) => ({ id: contactId(n) }),
        studio: () => ({ id: studioId(1) }),
      },
      Contact: { latestSubmission: ({ id }: { id: string }) => submission(parseGlobalId(id)!.id.slice(-4)) },
    },
    compliance: {
      Query: { auditLength: () => 1 },
      Contact: { consents: () => ["photo"] },
    },
  };
}
