import { Field, InputType } from "type-graphql";

@InputType({ description: "Who wants to take part in a public studio." })
export class RequestVerificationInput {
  @Field(() => String, { description: "The studio's address, as in its link." })
  studioSlug: string;

  @Field(() => String, { description: "The first name." })
  firstName: string;

  @Field(() => String, { description: "The last name." })
  lastName: string;

  @Field(() => String, { description: "Where the code is sent." })
  email: string;
}

@InputType({ description: "A code that came by mail." })
export class VerifyEmailInput {
  @Field(() => String, { description: "The studio's address, as in its link." })
  studioSlug: string;

  @Field(() => String, { description: "The email that the code was sent to." })
  email: string;

  @Field(() => String, { description: "The six digits." })
  code: string;
}
