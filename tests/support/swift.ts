import { execFile, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { findFreePort } from "@studio/dev/port.js";
import { until } from "./stream.js";

const run = promisify(execFile);
const SERVERS = ["account", "container", "object"] as const;

/** A real S3 server: OpenStack Swift's s3api from Debian, one disk, one zone, on loopback. */
export interface RunningSwift {
  endpoint: string;
  /** Makes an empty bucket; the `STORAGE_URL` that leads to it. */
  newBucket(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts Swift in a folder of its own, and gives this process the credentials for it.
 * Fails where it is not installed: `apt-get install swift-proxy swift-account swift-container swift-object`.
 */
export async function startSwift(): Promise<RunningSwift> {
  await using parts = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "studio-swift-"));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  const ports = await Promise.all(SERVERS.map(() => findFreePort()));
  const proxyPort = await findFreePort();
  await mkdir(join(folder, "disks/one"), { recursive: true });
  await writeFile(join(folder, "swift.conf"), SWIFT_CONF);
  for (const [index, server] of SERVERS.entries()) {
    await writeFile(join(folder, `${server}.conf`), storageConf(server, ports[index]!, folder));
  }
  await Promise.all(SERVERS.map((server, index) => buildRing(folder, server, ports[index]!)));
  await writeFile(join(folder, "proxy.conf"), proxyConf(proxyPort, folder));
  // The proxy shuns a storage server that it once found closed, so they come first.
  const started = SERVERS.map((server, index) => launch(parts, folder, server, ports[index]!));
  await Promise.all(started);
  await launch(parts, folder, "proxy", proxyPort);
  const endpoint = `http://127.0.0.1:${proxyPort}`;
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: "studio:media", AWS_SECRET_ACCESS_KEY: "loopback" });
  const running = parts.move();
  return { endpoint, newBucket: () => newBucket(endpoint), stop: () => running.disposeAsync() };
}

async function launch(parts: AsyncDisposableStack, folder: string, server: string, port: number): Promise<void> {
  const child = spawn(`swift-${server}-server`, [join(folder, `${server}.conf`)], { stdio: "ignore" });
  parts.defer(() => end(child));
  await once(child, "spawn");
  const answers = () =>
    fetch(`http://127.0.0.1:${port}`).then(
      () => true,
      () => false,
    );
  await until(`Swift's ${server} server answers`, answers, 60_000);
}

async function newBucket(endpoint: string): Promise<string> {
  const bucket = `bucket-${randomBytes(6).toString("hex")}`;
  const client = new S3Client({ region: "us-east-1", endpoint, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  client.destroy();
  return `s3://${bucket}?endpoint=${encodeURIComponent(endpoint)}`;
}

async function buildRing(folder: string, server: string, port: number): Promise<void> {
  const ring = join(folder, `${server}.builder`);
  await run("swift-ring-builder", [ring, "create", "4", "1", "0"]);
  await run("swift-ring-builder", [ring, "add", `r1z1-127.0.0.1:${port}/one`, "1"]);
  await run("swift-ring-builder", [ring, "rebalance"]);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

const SWIFT_CONF = `[swift-hash]
swift_hash_path_prefix = loop
swift_hash_path_suffix = back
[storage-policy:0]
name = only
default = yes
`;

const defaults = (port: number, folder: string) => `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
swift_dir = ${folder}
devices = ${folder}/disks
mount_check = false
fallocate_reserve = 0
user = root
`;

const storageConf = (server: string, port: number, folder: string) => `${defaults(port, folder)}
[pipeline:main]
pipeline = ${server}-server
[app:${server}-server]
use = egg:swift#${server}
`;

/** The cache's server is nowhere: everything is looked up anew. */
const proxyConf = (port: number, folder: string) => `${defaults(port, folder)}
[pipeline:main]
pipeline = catch_errors gatekeeper cache listing_formats bulk s3api tempauth slo proxy-server
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:bulk]
use = egg:swift#bulk
[filter:s3api]
use = egg:swift#s3api
[filter:tempauth]
use = egg:swift#tempauth
user_studio_media = loopback .admin
[filter:slo]
use = egg:swift#slo
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
error_suppression_interval = 0
conn_timeout = 10
node_timeout = 30
`;
