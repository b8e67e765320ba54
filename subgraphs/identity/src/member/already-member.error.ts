import { Field } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import type { MemberRow } from "./member.repository.js";
import { Member } from "./member.type.js";

@UserErrorType("Somebody with this email is a member already, or invited.")
export class AlreadyMember extends UserError {
  @Field(() => Member, { description: "The member." })
  member: Member;

  static being(member: MemberRow): AlreadyMember {
    return Object.assign(new AlreadyMember(), {
      path: ["input", "email"],
      message: "Somebody with this email is a member already, or invited.",
      member,
    });
  }
}
