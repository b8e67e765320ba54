/** Tells other processes that an account has new events. Sent after commit, so that no commit waits for it. */
export interface WakeupSender {
  wake(accountId: string): void;
  close(): Promise<void>;
}

/** Told when accounts have new events. */
export interface WakeupHearer {
  notify(accountId: string): void;
  /** Hints may have been lost. */
  notifyAll(): void;
}
