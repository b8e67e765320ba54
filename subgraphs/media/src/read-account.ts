import type { Tx } from "@studio/kit/db/database.js";

/** Reads rows of the request's account in one transaction; without an account there are none. */
export type ReadAccount = <Row>(query: (tx: Tx, accountId: string) => Promise<Row[]>) => Promise<Row[]>;
