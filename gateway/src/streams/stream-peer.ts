/** The far end of a connection: what its transport does when the connection must end. */
export interface StreamPeer {
  /** What the client showed is not valid, or no longer: it must sign in again. */
  refuse(reason: string): void;
  /** Who the client is cannot be found out now: it may come again later. */
  sendAway(reason: string): void;
  /** The gateway stops: the client connects anew and resumes. */
  restart(): void;
  /** A message was not taken within the limit: the connection ends without a word. */
  cut(): void;
}
