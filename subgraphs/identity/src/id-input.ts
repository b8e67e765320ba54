import { Field, ID, InputType, type ClassType } from "type-graphql";

/** The input of a mutation that needs to know only what it is about. */
export interface IdInput {
  id: string;
}

/** An input type of one id. */
export function idInput(name: string, description: string, id: string): ClassType<IdInput> {
  @InputType(name, { description })
  class Input implements IdInput {
    @Field(() => ID, { description: id })
    id: string;
  }
  return Input;
}
