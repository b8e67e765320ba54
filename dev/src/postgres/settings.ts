/** PostgreSQL's own settings (`postgresql.conf` names); given at start, so they hold for old clusters too. */
export type PostgresSettings = Readonly<Record<string, string | number | boolean>>;

const DEFAULTS: PostgresSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 100,
  shared_buffers: "128MB",
  timezone: "UTC",
  log_timezone: "UTC",
  // An error's detail and statement carry row values; the log must not keep what was erased.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

// A test's data need not outlive the machine's power; it must outlive a killed PostgreSQL, so commits stay synchronous.
const VOLATILE: PostgresSettings = { fsync: false, full_page_writes: false };

/** @param durable false gives up surviving a power cut, for speed: tests only. */
export function completeSettings(durable: boolean, overrides: PostgresSettings = {}): PostgresSettings {
  return { ...DEFAULTS, ...(durable ? {} : VOLATILE), ...overrides };
}

export function settingArguments(settings: PostgresSettings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
