import { EVENTS_KEPT_DAYS, dropExpiredEvents } from "@studio/kit/events/expire.js";
import { everyHour } from "@studio/kit/jobs/hourly.js";
import type { MediaServices } from "../context.js";

/** Drops, every hour, the days of the event log that are older than `keptDays`. Media is the one service that may. */
export function expireEvents(
  services: Pick<MediaServices, "db" | "clock" | "logger">,
  keptDays: number = EVENTS_KEPT_DAYS,
): { stop(): Promise<void> } {
  const { db, clock } = services;
  return everyHour(services, "expired events are still there", () => dropExpiredEvents(db, clock, keptDays));
}
