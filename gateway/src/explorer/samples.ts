/** An operation that a visitor of the explorer can pick, and the demo role it is meant for. */
export interface SampleOperation {
  name: string;
  role: string;
  query: string;
}

/** Operations that work on the demo account as they stand. */
export const sampleOperations: readonly SampleOperation[] = [
  {
    name: "Dashboard: contacts and their latest submission",
    role: "owner",
    query: `# One query over all four subgraphs. Sign in as another role and compare what comes back.
query Dashboard {
  contacts(first: 100) {
    edges {
      node {
        id
        firstName
        lastName
        email
        phone
        customFields { key value }
        consents { purpose state }
        latestSubmission {
          id
          status
          submittedAt
          studio { name }
          photo { status edited { url expiresAt } }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    name: "Who am I?",
    role: "coordinator",
    query: `query WhoAmI {
  viewer { __typename }
  account { id }
}
`,
  },
  {
    name: "Studios",
    role: "admin",
    query: `query Studios {
  studios(first: 10) {
    edges { node { id name slug status access } }
  }
}
`,
  },
  {
    name: "Submission events, as they happen",
    role: "integration",
    query: `# Keeps running: submit a photo (or run the journey) and watch it arrive.
# Each message carries a cursor in its extensions; pass the last one as \`after\` to resume.
subscription SubmissionEvents {
  submissionEvents(types: [SUBMISSION_SUBMITTED]) {
    id
    type
    occurredAt
    submission { id status photo { edited { url } } }
    contact { firstName lastName customFields { key value } consents { purpose state } }
    studio { name }
  }
}
`,
  },
  {
    name: "The audit trail",
    role: "privacy-officer",
    query: `query AuditTrail {
  auditEvents(first: 20) {
    edges { node { __typename } }
  }
}
`,
  },
];
