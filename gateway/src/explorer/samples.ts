/** An operation that a visitor of the explorer can pick. */
export interface SampleOperation {
  name: string;
  query: string;
}

/** Operations that work on the demo account as they stand. */
export const sampleOperations: readonly SampleOperation[] = [
  {
    name: "Dashboard: contacts and their latest submission",
    query: `# One query, four subgraphs.
# Sign in as another role and compare.
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
    query: `query WhoAmI {
  viewer { kind role name }
  account { id name }
}
`,
  },
  {
    name: "Studios",
    query: `query Studios {
  studios(first: 10) {
    edges { node { id name slug status access } }
  }
}
`,
  },
  {
    name: "Submission events, as they happen",
    query: `# Keeps running: submit a photo, or run the journey.
# The first message is a checkpoint. Pass the last
# extensions.cursor as "after" to resume.
subscription SubmissionEvents {
  submissionEvents(types: [SUBMISSION_SUBMITTED]) {
    id
    type
    occurredAt
    submission { id status photo { edited { url } } }
    contact {
      firstName
      lastName
      customFields { key value }
      consents { purpose state }
    }
    studio { name }
  }
}
`,
  },
  {
    name: "The audit trail, and whether it is intact",
    query: `query AuditTrail {
  auditVerification { intact checked }
  auditEvents(first: 20) {
    edges { node { at actorKind action subjectType subjectId fields } }
  }
}
`,
  },
];
