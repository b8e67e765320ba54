import type { Viewer } from "./viewer.js";

/** What a client showed, after the gateway checked signatures. Identity turns it into a viewer. */
export type Credential = (HubCredential | { kind: "api_key"; key: string } | { kind: "session"; token: string }) & {
  /** The token of a preview, shown beside it. */
  preview?: string | undefined;
};

/** A person who signed in through the Hub (OpenID Connect), as its signed token says. */
export interface HubCredential {
  kind: "hub";
  issuer: string;
  subject: string;
  email: string;
  emailVerified: boolean;
  staff: boolean;
  /** Whether the Hub asked for a second factor (P29). */
  mfa: boolean;
  /** Which of several accounts is meant; null where the person has one. */
  accountId: string | null;
}

/** Who somebody is, and when what lets them in runs out by the clock, in ISO 8601; null if it does not. */
export interface Identified {
  viewer: Viewer;
  expiresAt: string | null;
}

/** Identity's answer: the viewer, why the credential is not accepted, or why the preview shown beside it is not. */
export type ViewerAnswer = Identified | { refused: string } | { forbidden: string };

/** The path at which identity answers `POST` of a `Credential` with a `ViewerAnswer`. */
export const VIEWER_PATH = "/viewer";
