export type StorageErrorCode =
  | "OBJECT_NOT_FOUND"
  | "INVALID_OBJECT_KEY"
  | "STORAGE_FULL"
  | "STORAGE_AWAY"
  | "RANGE_OUTSIDE"
  | "OBJECT_CORRUPT";

/** A failure that the caller of an object store can tell apart by `code` or by class. */
export abstract class StorageError extends Error {
  abstract readonly code: StorageErrorCode;
}

export class ObjectNotFound extends StorageError {
  readonly code = "OBJECT_NOT_FOUND";
  constructor(readonly key: string) {
    super(`There is no object "${key}".`);
  }
}

/** The key could escape the store or mean different things to different drivers (P33). */
export class InvalidObjectKey extends StorageError {
  readonly code = "INVALID_OBJECT_KEY";
  constructor(reason: string) {
    super(`This is not an object key: ${reason}.`);
  }
}

/** The disk or its quota is used up. What was being written has been removed again. */
export class StorageFull extends StorageError {
  readonly code = "STORAGE_FULL";
  constructor(options?: ErrorOptions) {
    super("The object storage is full.", options);
  }
}

/** The stored bytes are not what was put there, or the key is not the one that sealed them. */
export class ObjectCorrupt extends StorageError {
  readonly code = "OBJECT_CORRUPT";
  constructor(
    readonly key: string,
    options?: ErrorOptions,
  ) {
    super(`The object "${key}" cannot be read: it was changed, or sealed under another key.`, options);
  }
}

/** Nothing of the object lies in the range that was asked for. */
export class RangeOutside extends StorageError {
  readonly code = "RANGE_OUTSIDE";
  constructor(readonly key: string) {
    super(`The object "${key}" has no bytes in that range.`);
  }
}

/** The storage does not answer, or not as it should. Another try may succeed. */
export class StorageAway extends StorageError {
  readonly code = "STORAGE_AWAY";
  constructor(options?: ErrorOptions) {
    super("The object storage does not answer.", options);
  }
}
