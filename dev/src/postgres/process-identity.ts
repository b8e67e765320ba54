import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { readlink } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export type ProcessIdentity = "this cluster's postgres" | "something else" | "gone" | "unknown";

/** What the process `pid` is to the cluster at this real path: a number alone may have been used again. */
export async function identifyProcess(pid: number, cluster: string): Promise<ProcessIdentity> {
  if (!isAlive(pid)) return "gone";
  try {
    const ours = process.platform === "linux" ? await linuxMatches(pid, cluster) : await commandMatches(pid, cluster);
    return ours ? "this cluster's postgres" : "something else";
  } catch {
    return isAlive(pid) ? "unknown" : "gone";
  }
}

/** Whether a process of that number runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

// An orphan's first process of a container may never collect it: dead, it keeps its number.
function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.charAt(stat.lastIndexOf(")") + 2) === "Z";
}

// A postmaster works in its data directory. "(deleted)" is a program reinstalled while it ran.
async function linuxMatches(pid: number, cluster: string): Promise<boolean> {
  const program = (await readlink(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, "");
  return basename(program) === "postgres" && (await readlink(`/proc/${pid}/cwd`)) === cluster;
}

async function commandMatches(pid: number, cluster: string): Promise<boolean> {
  const command = await commandLine(pid);
  return /postgres(\.exe)?\b/.test(command) && command.includes(cluster);
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform !== "win32") return (await run("ps", ["-ww", "-o", "command=", "-p", `${pid}`])).stdout;
  const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
  return (await run("powershell", ["-NoProfile", "-Command", query])).stdout;
}
