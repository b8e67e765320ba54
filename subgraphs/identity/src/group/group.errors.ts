import { Field, ID } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import { MAX_CONTACTS_A_CALL } from "./group.policy.js";

@UserErrorType("It is not a group's name.")
export class InvalidGroupName extends UserError {
  static now(): InvalidGroupName {
    return Object.assign(new InvalidGroupName(), {
      path: ["input", "name"],
      message: "Enter a name of 1 to 100 characters.",
    });
  }
}

@UserErrorType("Another group in use has this name.")
export class GroupNameTaken extends UserError {
  static at(path: string[]): GroupNameTaken {
    return Object.assign(new GroupNameTaken(), {
      path,
      message: "Another group has this name. Choose a different one.",
    });
  }
}

@UserErrorType("The group was set aside.")
export class GroupArchived extends UserError {
  static at(path: string[]): GroupArchived {
    return Object.assign(new GroupArchived(), { path, message: "This group is archived. Restore it to change it." });
  }
}

@UserErrorType("The group is in use.")
export class GroupInUse extends UserError {
  static now(): GroupInUse {
    return Object.assign(new GroupInUse(), {
      path: ["input", "id"],
      message: "This group is in use. Only an archived group is restored or deleted.",
    });
  }
}

@UserErrorType("Some of the contacts do not exist.")
export class UnknownContacts extends UserError {
  @Field(() => [ID], { description: "The ids that lead to nobody, as they were given." })
  contactIds: string[];

  static being(contactIds: string[]): UnknownContacts {
    return Object.assign(new UnknownContacts(), {
      path: ["input", "contactIds"],
      message: "Some of these contacts do not exist. Nothing was changed.",
      contactIds,
    });
  }
}

@UserErrorType("There are more contacts than one call takes.")
export class TooManyContacts extends UserError {
  static now(): TooManyContacts {
    return Object.assign(new TooManyContacts(), {
      path: ["input", "contactIds"],
      message: `Name at most ${MAX_CONTACTS_A_CALL} contacts a call.`,
    });
  }
}

@UserErrorType("The member is not a coordinator.")
export class NotACoordinator extends UserError {
  static now(): NotACoordinator {
    return Object.assign(new NotACoordinator(), {
      path: ["input", "memberId"],
      message: "Only a coordinator is assigned to groups. Change the member's role first.",
    });
  }
}
