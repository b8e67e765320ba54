/** Tells other processes that an account has new events. Sent after commit, so that no commit waits for it. */
export interface WakeupSender {
  wake(accountId: string): void;
  close(): Promise<void>;
}
