import { Directive, Field, InterfaceType, ObjectType } from "type-graphql";

/** Something in the input that the user can correct. It is data: a member of a mutation's union. */
@InterfaceType({
  description: "Something in the input that the user can correct.",
  // Subgraphs that share a process would otherwise each get the others' errors into their schema.
  autoRegisterImplementations: false,
})
export abstract class UserError {
  @Field(() => String, { description: "What is wrong and what to do, for a person to read." })
  message: string;

  @Field(() => [String], {
    description: 'Where in the input it is wrong, from `input` on: ["input", "email"], or ["input"] for the whole.',
  })
  path: string[];
}

/** Decorates an object type that is a `UserError`. Shareable: two subgraphs may know an error of the same name. */
export function UserErrorType(description: string): ClassDecorator {
  return (target) => {
    ObjectType({ description, implements: UserError })(target);
    Directive("@shareable")(target);
  };
}
