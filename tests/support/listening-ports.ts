import { readFile, readdir, readlink } from "node:fs/promises";

const LISTEN = "0A";

/** The TCP ports on which this process listens (Linux: by its open sockets and the kernel's table). */
export async function listeningPorts(): Promise<number[]> {
  const descriptors = await readdir("/proc/self/fd");
  const links = await Promise.all(descriptors.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => "")));
  const mine = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  const tables = await Promise.all(
    ["tcp", "tcp6"].map((name) => readFile(`/proc/self/net/${name}`, "utf8").catch(() => "")),
  );
  const rows = tables.flatMap((table) =>
    table
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/)),
  );
  const ports = rows
    .filter(([, , , state, , , , , , inode]) => state === LISTEN && mine.has(inode ?? ""))
    .map(([, local]) => parseInt(local!.split(":").at(-1)!, 16));
  return ports.toSorted((left, right) => left - right);
}
