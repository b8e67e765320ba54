import type { Viewer } from "@studio/kit/auth/viewer.js";
import type { RunningIdentity } from "./running-identity.js";

const FIELD = `id key defaultLocale label german: label(locale: "de-AT") swiss: label(locale: "fr-CH") french: label(locale: "fr")
  help type sensitivity state version position filterable validation { required pattern min }
  options { id label german: label(locale: "de") retired }`;
const ERRORS = `... on UserError { message path } ... on VersionConflict { currentVersion }
  ... on SpecialCategoryRefused { category matched law appeal } ... on CardNumberRefused { matched promise }`;
const CREATE = `mutation ($input: CreateContactFieldInput!) { done: createContactField(input: $input) { type: __typename
  ... on CreateContactFieldPayload { field { ${FIELD} } } ... on UserError { message path }
  ... on SpecialCategoryRefused { category matched law appeal } ... on CardNumberRefused { matched promise } } }`;
const UPDATE = `mutation ($input: UpdateContactFieldInput!) { done: updateContactField(input: $input) { type: __typename
  ... on UpdateContactFieldPayload { field { ${FIELD} } run { id kind state } } ${ERRORS} } }`;

/** A plain definition of a field that anybody may read. */
export const definition = (key: string) => ({
  key,
  type: "TEXT",
  labels: [{ locale: "en", text: "A label" }],
  purpose: "Plans the photo days.",
  sensitivity: "L1",
  owner: "ADMIN",
});

/** What a mutation came to: its result's fields, and the errors of the response. */
export async function change(identity: RunningIdentity, viewer: Viewer, query: string, input: object) {
  const { data, errors } = await identity.ask(viewer, query, { input });
  return { ...data?.done, refused: errors };
}

export const createField = (identity: RunningIdentity, viewer: Viewer, definition: object) =>
  change(identity, viewer, CREATE, { definition });

export const changeField = (identity: RunningIdentity, viewer: Viewer, input: object) =>
  change(identity, viewer, UPDATE, input);

export const stepField = (
  identity: RunningIdentity,
  viewer: Viewer,
  step: "deprecate" | "archive" | "reinstate",
  id: string,
) =>
  change(
    identity,
    viewer,
    `mutation ($input: ContactFieldStateInput!) { done: ${step}ContactField(input: $input) { type: __typename
      ... on ContactFieldStatePayload { field { ${FIELD} } } ... on UserError { message path } } }`,
    { id },
  );

export async function fieldsOf(
  identity: RunningIdentity,
  viewer: Viewer,
): Promise<{ id: string; key: string; version: number }[]> {
  return (await identity.ask(viewer, `{ contactFields { ${FIELD} } }`)).data.contactFields;
}
