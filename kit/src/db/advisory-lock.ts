import type postgres from "postgres";

/** One number for every migration of the platform: services starting together take turns. */
const MIGRATION_LOCK = 7_215_001;

/** Runs `work` while holding the migration lock. `sql` must be a single connection. Roles are cluster-wide, so is the lock. */
export async function withAdvisoryLock<T>(sql: postgres.Sql, work: () => Promise<T>): Promise<T> {
  await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
  try {
    return await work();
  } finally {
    await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`;
  }
}
