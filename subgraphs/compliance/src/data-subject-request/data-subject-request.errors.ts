import "reflect-metadata";
import { Field } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import { RequestStatusEnum } from "./data-subject-request.enums.js";
import type { RequestStatus } from "./data-subject-request.values.js";

@UserErrorType("Something in the request is missing, too long or not what it should be.")
export class DataSubjectRequestInvalid extends UserError {
  static at(field: string, message: string): DataSubjectRequestInvalid {
    return Object.assign(new DataSubjectRequestInvalid(), { message, path: ["input", field] });
  }
}

@UserErrorType("The request's status does not allow it: it was decided or withdrawn, or its person is known already.")
export class DataSubjectRequestNotOpen extends UserError {
  @Field(() => RequestStatusEnum, { description: "Where the request is." })
  status: RequestStatus;

  constructor(status: RequestStatus) {
    super();
    this.message = "The request is no longer where this can be done. Look at it again.";
    this.path = ["input", "id"];
    this.status = status;
  }
}

@UserErrorType("Nobody has found out yet who asks; until then a request is not approved.")
export class DataSubjectUnidentified extends UserError {
  constructor() {
    super();
    this.message = "Find out who asks first, and name the contact with identifyDataSubject.";
    this.path = ["input", "id"];
  }
}

@UserErrorType("The contact has an open request of the same kind.")
export class DataSubjectRequestDuplicate extends UserError {
  constructor() {
    super();
    this.message = "This contact has an open request of the same kind: deny this one as a duplicate.";
    this.path = ["input", "contactId"];
  }
}

@UserErrorType("More requests came in than are taken in such a time.")
export class TooManyDataSubjectRequests extends UserError {
  constructor() {
    super();
    this.message = "There were too many requests in a short time. Try again later, or write to the company.";
    this.path = ["input"];
  }
}

@UserErrorType("No public studio is at this address.")
export class DataSubjectStudioUnknown extends UserError {
  constructor() {
    super();
    this.message = "There is no studio at this address. Check the link that you were given.";
    this.path = ["input", "studioSlug"];
  }
}
