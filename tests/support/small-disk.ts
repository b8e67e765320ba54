import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A real disk of a few megabytes, and the way to take it off again. */
export interface SmallDisk {
  path: string;
  remove(): Promise<void>;
}

/** Mounts it in a namespace of its own, so that no right on the machine is needed; reached through who holds it. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), "studio-small-disk-"));
  const script = `mount -t tmpfs -o size=${megabytes}m tmpfs "$0" && echo mounted && exec cat`;
  const holder = spawn("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", script, folder]);
  await once(holder.stdout, "data");
  return {
    path: `/proc/${holder.pid}/root${folder}`,
    remove: async () => {
      holder.kill();
      await once(holder, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
