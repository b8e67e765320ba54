import { registerEnumType } from "type-graphql";
import { EVENT_KINDS, SUBMISSION_EVENT_KINDS, type EventKind } from "@studio/identity/event/event-catalogue.js";

/** The types of all events. */
export const EventTypeEnum = enumOf("EventType", "What happened in the account.", EVENT_KINDS);

/** The types of the events about submissions. */
export const SubmissionEventTypeEnum = enumOf(
  "SubmissionEventType",
  "What happened to a submission or its photo.",
  SUBMISSION_EVENT_KINDS,
);

function enumOf<K extends string>(
  name: string,
  description: string,
  kinds: Readonly<Record<K, EventKind>>,
): Record<K, K> {
  const values = Object.fromEntries(Object.keys(kinds).map((key) => [key, key])) as Record<K, K>;
  registerEnumType(values, { name, description, valuesConfig: describeAll(kinds) });
  return values;
}

function describeAll<K extends string>(kinds: Readonly<Record<K, EventKind>>): Record<K, { description: string }> {
  const described = Object.entries<EventKind>(kinds).map(([key, { name, description, ids }]) => [
    key,
    { description: `\`${name}\`: ${description} Carries ${ids.join(", ")}.` },
  ]);
  return Object.fromEntries(described) as Record<K, { description: string }>;
}
