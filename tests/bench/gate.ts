import type { TestPlatform } from "../support/platform.js";

/** Holds the editing of photos before the next one, and lets it go on. */
export interface Gate {
  open(): Promise<void>;
  close(): Promise<void>;
}

const LOCK = 11;

/** An open gate: a photo that is about to be edited waits for a lock which only a closed gate holds. */
export async function openGate({ admin }: TestPlatform): Promise<Gate> {
  await admin.unsafe(`
    create function media.wait_at_gate() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock_shared(${LOCK}); return new; end $$;
    create trigger gate before update on media.photo for each row
      when (new.attempts > old.attempts) execute function media.wait_at_gate()`);
  const holder = await admin.reserve();
  let closed = false;
  return {
    async close() {
      if (!closed) await holder`select pg_advisory_lock(${LOCK})`;
      closed = true;
    },
    async open() {
      if (closed) await holder`select pg_advisory_unlock(${LOCK})`;
      closed = false;
    },
  };
}
