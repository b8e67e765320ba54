import { createUnionType, Field, ObjectType } from "type-graphql";
import { UserError, UserErrorType } from "@studio/kit/error/user-error.js";
import { MESSAGES } from "./gallery.policy.js";
import { Gallery } from "./gallery.type.js";

@UserErrorType("The gallery cannot be made like this.")
export class InvalidGallery extends UserError {
  static at(field: keyof typeof MESSAGES): InvalidGallery {
    return Object.assign(new InvalidGallery(), { path: ["input", field], message: MESSAGES[field] });
  }
}

@UserErrorType("The gallery is closed already.")
export class GalleryClosed extends UserError {
  static now(): GalleryClosed {
    return Object.assign(new GalleryClosed(), { path: ["input", "id"], message: "This gallery is closed already." });
  }
}

@ObjectType({ simpleResolvers: true, description: "The gallery is open." })
export class CreateGalleryPayload {
  @Field(() => Gallery, { description: "The gallery." })
  gallery: Gallery;

  @Field(() => String, { description: "Its link, shown this once: nobody can find it out again." })
  url: string;
}

@ObjectType({ simpleResolvers: true, description: "The gallery is closed: its link shows nothing any more." })
export class LockGalleryPayload {
  @Field(() => Gallery, { description: "The gallery as it is now." })
  gallery: Gallery;
}

export const CreateGalleryResult = createUnionType({
  name: "CreateGalleryResult",
  description: "The gallery and its link, or what is wrong with it.",
  types: () => [CreateGalleryPayload, InvalidGallery] as const,
});

export const LockGalleryResult = createUnionType({
  name: "LockGalleryResult",
  description: "The gallery, or why it was not closed.",
  types: () => [LockGalleryPayload, GalleryClosed] as const,
});
