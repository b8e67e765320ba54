import { GraphQLError } from "graphql";
import { badInput, forbidden } from "@studio/kit/error/codes.js";
import type { ArgumentPath } from "./condition.js";
import { fieldLabel, type ListField } from "./list-field.js";

/** Why a list's arguments are refused: what is wrong, and where. Never says which value it was. */
export class ListRefused extends GraphQLError {
  override name = "ListRefused";

  private constructor(
    error: GraphQLError,
    readonly at: ArgumentPath,
  ) {
    super(error.message, { extensions: { ...error.extensions, argument: at.join(".") } });
  }

  /** The argument is malformed, or does not fit its field's type. */
  static malformed(path: ArgumentPath, message: string): ListRefused {
    return new ListRefused(badInput(message), path);
  }

  /** The field's index is being filled: the same arguments work once that is complete. */
  static notReady(path: ArgumentPath, field: ListField): ListRefused {
    const message = `Lists cannot use ${fieldLabel(field)} yet: its index is being prepared. Try again soon.`;
    const extensions = { code: "CONFLICT", reason: "INDEX_NOT_READY", field: fieldLabel(field) };
    return new ListRefused(new GraphQLError(message, { extensions }), path);
  }

  /** The viewer may not use this field, so nothing is told about it. */
  static forbidden(path: ArgumentPath, field: ListField, reason: string): ListRefused {
    return new ListRefused(forbidden(fieldLabel(field), reason), path);
  }
}
