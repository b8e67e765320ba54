import { Field, InterfaceType, ObjectType } from "type-graphql";

/** Something in the input that the user can correct. It is data: a member of a mutation's union. */
@InterfaceType({ description: "Something in the input that the user can correct." })
export abstract class UserError {
  @Field(() => String, { description: "What is wrong and what to do, for a person to read." })
  message: string;

  @Field(() => [String], { description: 'Where in the input it is wrong, for example ["input", "email"].' })
  path: string[];
}

/** Decorates an object type that is a `UserError`. */
export function UserErrorType(description: string): ClassDecorator {
  return ObjectType({ description, implements: UserError });
}
