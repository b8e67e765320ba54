import "reflect-metadata";
import { registerEnumType } from "type-graphql";
import type { RecipeFit, RecipeFormat, ReviewMode, StudioAccess, StudioStatus } from "./studio.values.js";

export const StudioStatusEnum = {
  DRAFT: "draft",
  PUBLISHED: "published",
  PAUSED: "paused",
  ARCHIVED: "archived",
} as const satisfies Record<string, StudioStatus>;

registerEnumType(StudioStatusEnum, {
  name: "StudioStatus",
  description: "Where a studio is in its life.",
  valuesConfig: {
    DRAFT: { description: "Being set up: nobody can come in." },
    PUBLISHED: { description: "Open." },
    PAUSED: { description: "Closed for now; visitors are told so." },
    ARCHIVED: { description: "Closed for good." },
  },
});

export const StudioAccessEnum = { PUBLIC: "public", PRIVATE: "private" } as const satisfies Record<
  string,
  StudioAccess
>;

registerEnumType(StudioAccessEnum, {
  name: "StudioAccess",
  description: "Who may come in.",
  valuesConfig: {
    PUBLIC: { description: "Anybody with the link, once their email is verified." },
    PRIVATE: { description: "Those who were invited." },
  },
});

export const ReviewModeEnum = { AUTOMATIC: "automatic", BY_ADMIN: "by_admin" } as const satisfies Record<
  string,
  ReviewMode
>;

registerEnumType(ReviewModeEnum, {
  name: "ReviewMode",
  description: "Who says whether a submission is good.",
  valuesConfig: {
    AUTOMATIC: { description: "It stands as soon as the contact submits it; nobody has to accept it." },
    BY_ADMIN: { description: "An admin accepts or rejects it." },
  },
});

export const RecipeFitEnum = { CROP: "crop", INSIDE: "inside" } as const satisfies Record<string, RecipeFit>;

registerEnumType(RecipeFitEnum, {
  name: "RecipeFit",
  description: "How a picture comes to its size.",
  valuesConfig: {
    CROP: { description: "It fills width × height; what is over is cut." },
    INSIDE: { description: "It is shown whole within width × height, never enlarged." },
  },
});

export const RecipeFormatEnum = { JPEG: "jpeg", WEBP: "webp", PNG: "png" } as const satisfies Record<
  string,
  RecipeFormat
>;

registerEnumType(RecipeFormatEnum, {
  name: "RecipeFormat",
  description: "The file format of a finished headshot.",
  valuesConfig: {
    JPEG: { description: "JPEG; cannot be transparent." },
    WEBP: { description: "WebP." },
    PNG: { description: "PNG; without loss, so quality does not matter." },
  },
});
