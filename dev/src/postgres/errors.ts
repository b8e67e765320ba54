/** Another live launcher holds the data directory; `pid` is that program's process id. */
export class DataDirectoryInUse extends Error {
  readonly code = "DATA_DIRECTORY_IN_USE";

  constructor(
    readonly dataDirectory: string,
    readonly pid: number | undefined,
  ) {
    super(
      `The data directory ${dataDirectory} is in use by process ${pid ?? "(unknown)"}. ` +
        `Stop that process, or configure another data directory.`,
    );
    this.name = "DataDirectoryInUse";
  }
}

/** PostgreSQL could not be set up or started; `detail` is what it said itself. */
export class PostgresFailed extends Error {
  readonly code = "POSTGRES_FAILED";

  constructor(
    message: string,
    readonly detail = "",
  ) {
    super(detail === "" ? message : `${message}\n${detail}`);
    this.name = "PostgresFailed";
  }
}
