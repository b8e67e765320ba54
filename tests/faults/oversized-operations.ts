/** `make(0) make(1) …`, `count` times. */
export const times = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(" ");

/** A selection of `levels` times four levels, to put where a connection of submissions is selected. */
export const nested = (levels: number) =>
  "edges { node { contact { submissions { ".repeat(levels) + "__typename" + " } } } }".repeat(levels);

/** One of several attempts in a mutation. */
export const request = (n: number) =>
  `m${n}: requestVerification(input: { studioSlug: "x", firstName: "A", lastName: "B", email: "a@b.example" }) { __typename }`;

/** Operations that are refused for their size or shape: what is wrong, the operation, the code, the message. */
export const OVERSIZED = [
  ["with a flood of tokens", `{ ${times(2100, () => "__typename")} }`, "GRAPHQL_PARSE_FAILED", /2000 tokens/],
  ["that is deep", `{ submissions { ${nested(4)} } }`, "GRAPHQL_VALIDATION_FAILED", /levels deep, and at most 15/],
  [
    "that hides its depth in fragments",
    `{ submissions { ...A } } fragment A on SubmissionConnection { ${nested(2).replace("__typename", "...B")} } fragment B on SubmissionConnection { ${nested(2)} }`,
    "GRAPHQL_VALIDATION_FAILED",
    /levels deep/,
  ],
  ["with many aliases", `{ account { ${times(31, (n) => `a${n}: id`)} } }`, "GRAPHQL_VALIDATION_FAILED", /31 aliases/],
  [
    "with many aliases of __typename",
    `{ account { ${times(31, (n) => `a${n}: __typename`)} } }`,
    "GRAPHQL_VALIDATION_FAILED",
    /31 aliases/,
  ],
  [
    "that multiplies aliases by fragments",
    `{ account { ...A ...A ...A ...A } } fragment A on Account { ${times(10, (n) => `a${n}: id`)} }`,
    "GRAPHQL_VALIDATION_FAILED",
    /40 aliases/,
  ],
  [
    "with many root fields",
    `{ ${times(11, (n) => `r${n}: viewer { kind }`)} }`,
    "GRAPHQL_VALIDATION_FAILED",
    /11 root fields/,
  ],
  [
    "that tries many codes at once",
    `mutation { ${times(11, request)} }`,
    "GRAPHQL_VALIDATION_FAILED",
    /11 root fields/,
  ],
  [
    "whose fragment contains itself",
    "{ account { ...A } } fragment A on Account { id ...A }",
    "GRAPHQL_VALIDATION_FAILED",
    /itself/,
  ],
  [
    "whose fragments go round in a circle",
    "{ account { ...A } } fragment A on Account { id ...B } fragment B on Account { name ...A }",
    "GRAPHQL_VALIDATION_FAILED",
    /itself/,
  ],
  ["that is no GraphQL", "{ account { ", "GRAPHQL_PARSE_FAILED", /Syntax Error/],
  ["for a field that is not there", "{ account { passwordHash } }", "GRAPHQL_VALIDATION_FAILED", /passwordHash/],
  [
    "that is a subscription over plain HTTP",
    "subscription { submissionEvents { id } }",
    "BAD_USER_INPUT",
    /over WebSocket/,
  ],
] as const;
