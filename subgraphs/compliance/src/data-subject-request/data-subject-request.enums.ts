import { registerEnumType } from "type-graphql";
import type {
  DenialGround,
  RequestKind,
  RequestOrigin,
  RequestStatus,
  RequestStepKind,
} from "./data-subject-request.values.js";

/** An enum over lower-case values as the database keeps them, with a description of each. */
function graphqlEnum<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): Record<string, Value> {
  const known = Object.keys(values) as Value[];
  const members = Object.fromEntries(known.map((value) => [value.toUpperCase(), value])) as Record<string, Value>;
  const valuesConfig = Object.fromEntries(known.map((value) => [value.toUpperCase(), { description: values[value] }]));
  registerEnumType(members, { name, description, valuesConfig });
  return members;
}

export const RequestKindEnum = graphqlEnum<RequestKind>(
  "DataSubjectRequestKind",
  "What a person may ask for of their data (GDPR art. 15 to 21).",
  {
    access: "To see what is held on them (art. 15).",
    rectification: "To have it put right (art. 16).",
    erasure: "To have it erased (art. 17).",
    restriction: "To have it kept but not used (art. 18).",
    portability: "To take it with them (art. 20).",
    objection: "To have a use of it ended (art. 21).",
  },
);

const STATUSES: Readonly<Record<RequestStatus, string>> = {
  identity_unverified: "Nobody has found out yet who asks. It cannot be approved.",
  pending_review: "It is known who asks, and an answer is owed.",
  approved: "It is granted, and is to be carried out.",
  denied: "It is refused, on a ground that the person is told.",
  withdrawn: "The person has taken it back.",
};

export const RequestStatusEnum = graphqlEnum<RequestStatus>(
  "DataSubjectRequestStatus",
  "Where a request is in its life.",
  STATUSES,
);

export const RequestStepEnum = graphqlEnum<RequestStepKind>(
  "DataSubjectRequestStepKind",
  "A step in a request's life: that it came in, or the status it took.",
  { received: "It came in, and its time began to run.", ...STATUSES },
);

export const RequestOriginEnum = graphqlEnum<RequestOrigin>("DataSubjectRequestOrigin", "How a request came in.", {
  contact: "The contact filed it, signed in.",
  account: "Somebody of the account entered it for the contact.",
  form: "Somebody who was not signed in filed it by the public form.",
});

export const DenialGroundEnum = graphqlEnum<DenialGround>(
  "DataSubjectRequestDenialGround",
  "Why a request is denied.",
  {
    identity_not_proven: "Who asks could not be found out (art. 12 (2), (6)).",
    unfounded: "It is manifestly unfounded (art. 12 (5)).",
    excessive: "It is excessive, being repeated (art. 12 (5)).",
    duplicate: "Another open request asks the same.",
    legal_obligation: "A law demands that the data is kept (art. 17 (3) b).",
    legal_claims: "The data is needed for legal claims (art. 17 (3) e, 21 (1)).",
    rights_of_others: "It would harm the rights of others (art. 15 (4), 20 (4)).",
    overriding_grounds: "Compelling legitimate grounds override it (art. 21 (1)).",
  },
);
