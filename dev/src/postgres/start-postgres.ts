import { assertPortFree, findFreePort, PortTaken } from "../port.js";
import { findBinaries, type PostgresBinaries } from "./binaries.js";
import { openDataDirectory, readPassword, rotateLog, type DataDirectory } from "./data-directory.js";
import { lockDirectory, type DirectoryLock } from "./directory-lock.js";
import { initialiseCluster, SUPERUSER } from "./initialise.js";
import { endOrphan } from "./orphan.js";
import { chooseRunAs, type RunAs } from "./run-as.js";
import { completeSettings, type PostgresSettings } from "./settings.js";
import { Supervisor, type PostgresEvent } from "./supervisor.js";

const FREE_PORT_ATTEMPTS = 5;

export interface PostgresOptions {
  /** Made if missing. Holds the cluster, the superuser's password (0600) and the log. */
  readonly dataDirectory: string;
  /** 0, the default, picks a free port. */
  readonly port?: number;
  /** Over the defaults of `settings.ts`. */
  readonly settings?: PostgresSettings;
  /** Start PostgreSQL again, with back-off, when it exits unasked. Default false. */
  readonly supervise?: boolean;
  /** Whether committed data outlives a power cut. Default true; false is faster, for tests. */
  readonly durable?: boolean;
  /** Who PostgreSQL runs as; chosen by the machine unless given. */
  readonly runAs?: RunAs;
  /** The programs to run; the installed package's unless given. */
  readonly binaries?: PostgresBinaries;
}

/** A PostgreSQL 18 on loopback. Its port and password stay the same across restarts. */
export interface RunningPostgres {
  /** The superuser's connection to the database `postgres`. */
  readonly url: string;
  readonly port: number;
  /** The server process, or `undefined` while there is none. */
  readonly pid: number | undefined;
  readonly logFile: string;
  /** Shuts down (fast: open transactions are rolled back) and gives the data directory free. */
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** SIGKILL, as a fault would: for tests of recovery. */
  kill(): Promise<void>;
  /** Tells of exits nobody asked for, and of what follows. Returns how to stop listening. */
  onEvent(listener: (event: PostgresEvent) => void): () => void;
}

/**
 * Starts the embedded PostgreSQL over a data directory, making the cluster the first time. What a killed
 * run left behind is shut down first, and its data recovered.
 * @throws {PortTaken} when the port asked for is held.
 * @throws {DataDirectoryInUse} when another live process holds the data directory; names its pid.
 * @throws {PostgresFailed} when PostgreSQL cannot be set up or started, with its own words.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const directory = await openDataDirectory(options.dataDirectory);
  const lock = await lockDirectory(directory);
  try {
    const supervisor = await start(directory, options);
    return handle(supervisor, lock, await readPassword(directory));
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function start(directory: DataDirectory, options: PostgresOptions): Promise<Supervisor> {
  const { settings, port = 0, supervise = false, durable = true, binaries = findBinaries() } = options;
  await endOrphan(directory.cluster, binaries);
  if (port !== 0) await assertPortFree(port, "PostgreSQL");
  const runAs = options.runAs ?? (await chooseRunAs());
  await initialiseCluster(directory, binaries, runAs, { durable });
  await rotateLog(directory);
  for (let attempt = 1; ; attempt += 1) {
    const plan = {
      directory,
      binaries,
      runAs,
      port: port === 0 ? await findFreePort() : port,
      settings: completeSettings(durable, settings),
    };
    const supervisor = new Supervisor(plan, supervise);
    try {
      await supervisor.start();
      return supervisor;
    } catch (error) {
      const isUnlucky = port === 0 && error instanceof PortTaken;
      if (!isUnlucky || attempt === FREE_PORT_ATTEMPTS) throw error;
    }
  }
}

function handle(supervisor: Supervisor, lock: DirectoryLock, password: string): RunningPostgres {
  const { port, directory } = supervisor.plan;
  return {
    url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`,
    port,
    logFile: directory.logFile,
    get pid() {
      return supervisor.pid;
    },
    stop: async () => {
      await supervisor.stop();
      lock.release();
    },
    restart: async () => {
      await supervisor.stop();
      await supervisor.start();
    },
    kill: () => supervisor.kill(),
    onEvent: (listener) => supervisor.onEvent(listener),
  };
}
