/** What a studio says of when it takes photos and how many submissions it takes. */
export interface StudioIntake {
  status: string;
  /** How many submissions may stand at once; null for no limit. */
  capacity: number | null;
  /** How many of them may be one contact's; null for no limit. */
  submissionsPerContact: number | null;
  opensAt: Date | null;
  /** Not included. */
  closesAt: Date | null;
}

/** Whether the studio takes photos at a moment: published, and within its time. No studio takes none. */
export function isTakingPhotos(studio: Omit<StudioIntake, "capacity" | "submissionsPerContact"> | null, at: Date) {
  if (studio?.status !== "published") return false;
  return (studio.opensAt === null || studio.opensAt <= at) && (studio.closesAt === null || at < studio.closesAt);
}

/** How many submissions stand in a studio: of everybody, and of the contact who would submit one more. */
export interface Standing {
  all: number;
  ofContact: number;
}

export type IntakeRefusal = "STUDIO_NOT_OPEN" | "SUBMISSION_LIMIT_REACHED" | "STUDIO_FULL";

/** Why the studio takes no more from this contact now, or null if it does. */
export function refuseIntake(
  studio: StudioIntake | null,
  { all, ofContact }: Standing,
  at: Date,
): IntakeRefusal | null {
  if (studio === null || !isTakingPhotos(studio, at)) return "STUDIO_NOT_OPEN";
  const { capacity, submissionsPerContact } = studio;
  if (submissionsPerContact !== null && ofContact >= submissionsPerContact) return "SUBMISSION_LIMIT_REACHED";
  return capacity !== null && all >= capacity ? "STUDIO_FULL" : null;
}
