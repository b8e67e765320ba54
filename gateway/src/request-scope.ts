import { AsyncLocalStorage } from "node:async_hooks";

/** What error formatting must know of the request it formats for. */
interface RequestScope {
  requestId: string;
}

/** Apollo Server formats errors without saying for which request: this tells. */
export const requestScope = new AsyncLocalStorage<RequestScope>();
