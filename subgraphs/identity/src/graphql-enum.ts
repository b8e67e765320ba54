import { registerEnumType } from "type-graphql";

/**
 * A GraphQL enum over lower-case values as the database keeps them: `in_review` appears as `IN_REVIEW`, and
 * `photos:read` as `PHOTOS_READ`.
 * @param values each value with its description
 */
export function graphqlEnum<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): Record<string, Value> {
  const names = Object.keys(values) as Value[];
  const members = Object.fromEntries(names.map((value) => [nameOf(value), value])) as Record<string, Value>;
  const valuesConfig = Object.fromEntries(names.map((value) => [nameOf(value), { description: values[value] }]));
  registerEnumType(members, { name, description, valuesConfig });
  return members;
}

function nameOf(value: string): string {
  return value.toUpperCase().replaceAll(/\W/g, "_");
}
