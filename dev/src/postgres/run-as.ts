import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { PostgresFailed } from "./errors.js";

const run = promisify(execFile);

/** How to run a program as somebody PostgreSQL accepts: it refuses root. */
export interface RunAs {
  readonly kind: "self" | "namespace" | "user";
  /** Goes before the program and its arguments. */
  readonly prefix: readonly string[];
  readonly identity: { readonly uid?: number; readonly gid?: number };
  /** Hands a directory to whoever `program` runs as; fails clearly where they could not reach either. */
  prepare(directory: string, program: string): Promise<void>;
}

/** The user that is created where root has no user namespaces. */
export const FALLBACK_USER = "studio-postgres";

/**
 * Anybody but root runs PostgreSQL as themselves. Root runs it in a user namespace, where root's files
 * belong to an ordinary user, so that it works even below `/root`; without namespaces, as a created user.
 * @throws {PostgresFailed} when neither is possible.
 */
export async function chooseRunAs(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { kind: "self", prefix: [], identity: {}, prepare: async () => {} };
  return (await asNamespace()) ?? (await asUser(FALLBACK_USER));
}

async function asNamespace(): Promise<RunAs | undefined> {
  // initdb looks its user up by name, so the mapped id must be one that this machine knows.
  const user = (await readUsers()).find(({ uid }) => uid !== 0);
  if (user === undefined) return undefined;
  const prefix = ["unshare", "--user", `--map-user=${user.uid}`];
  const works = await run("unshare", [...prefix.slice(1), "true"]).then(
    () => true,
    () => false,
  );
  return works ? { kind: "namespace", prefix, identity: {}, prepare: async () => {} } : undefined;
}

/** Runs programs as `name`, made if it does not exist. Needs root. */
export async function asUser(name: string): Promise<RunAs> {
  const user = (await findUser(name)) ?? (await createUser(name));
  const { uid, gid } = user;
  const prepare = async (directory: string, program: string) => {
    await run("chown", ["-R", `${uid}:${gid}`, directory]);
    for (const path of [directory, program]) await assertReachable(user, path);
  };
  return { kind: "user", prefix: [], identity: { uid, gid }, prepare };
}

async function createUser(name: string): Promise<User> {
  try {
    await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]);
  } catch (error) {
    throw new PostgresFailed(
      `PostgreSQL does not run as root, and the user ${name} could not be created. Start as an ordinary user.`,
      error instanceof Error ? error.message : String(error),
    );
  }
  const user = await findUser(name);
  if (user === undefined) throw new PostgresFailed(`The user ${name} was created but cannot be found.`);
  return user;
}

async function assertReachable({ name, uid, gid }: User, path: string): Promise<void> {
  const reachable = await run("ls", [path], { uid, gid, cwd: "/" }).then(
    () => true,
    () => false,
  );
  if (reachable) return;
  throw new PostgresFailed(
    `PostgreSQL runs as the user ${name}, who cannot reach ${path}. ` +
      `Keep data and program outside of private folders such as /root, or start as an ordinary user.`,
  );
}

interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

async function findUser(name: string): Promise<User | undefined> {
  return (await readUsers()).find((user) => user.name === name);
}

async function readUsers(): Promise<User[]> {
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  return passwd
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => fields.length >= 4)
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
