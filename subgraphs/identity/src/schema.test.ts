import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLSchema,
} from "graphql";
import { expect, test } from "vitest";
import { buildIdentitySchema } from "./schema.js";

test("every type, field, argument and enum value has a description", async () => {
  const { schema } = await buildIdentitySchema();
  expect(undescribed(schema)).toEqual([]);
});

test("its SDL names the entities that the gateway may ask for", async () => {
  const { sdl } = await buildIdentitySchema();
  for (const type of ["Account", "Contact", "ContactField"]) {
    expect(sdl).toMatch(new RegExp(`type ${type} implements Node\\s*@key\\(fields: "id"\\)`));
  }
});

/** Federation's own types begin with an underscore or have two. */
function undescribed(schema: GraphQLSchema): string[] {
  const own = Object.values(schema.getTypeMap()).filter(
    (type) => !/^_|__/.test(type.name) && !isSpecifiedScalarType(type),
  );
  return own.flatMap((type) => {
    const parts = [{ name: type.name, description: type.description }];
    if (isEnumType(type))
      parts.push(...type.getValues().map((value) => ({ ...value, name: `${type.name}.${value.name}` })));
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        if (field.name.startsWith("_")) continue;
        const args: readonly { name: string; description?: string | null }[] = "args" in field ? field.args : [];
        parts.push({ name: `${type.name}.${field.name}`, description: field.description });
        parts.push(
          ...args.map((arg) => ({ name: `${type.name}.${field.name}(${arg.name})`, description: arg.description })),
        );
      }
    }
    const isRoot = (name: string) => name === "Query" || name === "Mutation";
    return parts.filter((part) => !part.description && !isRoot(part.name)).map((part) => part.name);
  });
}
