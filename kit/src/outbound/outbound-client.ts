import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, request, type Dispatcher } from "undici";
import { isLoopback, isPublicAddress, literalAddress } from "./public-address.js";

/** Thrown for an address that the platform does not call. */
export class AddressRefused extends Error {
  override name = "AddressRefused";
}

export interface OutboundSettings {
  /** For development and tests: also calls this machine, and over plain HTTP. Never in production. */
  allowLoopback: boolean;
  timeoutMs: number;
  /** How much of an answer is read; the rest is not. */
  maxResponseBytes: number;
}

export interface OutboundAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** The beginning of the body. */
  excerpt: string;
}

/**
 * Calls addresses that customers gave. Each address is checked after its name was resolved, and the connection goes to
 * the address that was checked, so that a name that changes its mind reaches nothing private. Redirects are not followed.
 */
export class OutboundClient {
  readonly #agent: Agent;
  readonly #settings: OutboundSettings;

  constructor(settings: OutboundSettings) {
    this.#settings = settings;
    this.#agent = new Agent({
      connect: { lookup: this.#lookup, timeout: settings.timeoutMs },
      keepAliveTimeout: 5_000,
      pipelining: 1,
    });
  }

  /** Why a URL may not be called, by its form alone; null if it may be tried. */
  whyRefused(text: string): string | null {
    const url = URL.parse(text);
    if (!url) return "It is not a URL.";
    const { allowLoopback } = this.#settings;
    if (url.protocol !== "https:" && !(allowLoopback && url.protocol === "http:")) return "Only https is called.";
    if (url.username !== "" || url.password !== "") return "Leave the user name and password out of the URL.";
    const literal = literalAddress(url);
    return literal !== null && !this.#mayReach(literal) ? "This address is not on the public internet." : null;
  }

  /** @throws AddressRefused for an address not to be called, and what undici throws for one that does not answer */
  async post(url: string, headers: Record<string, string>, body: string): Promise<OutboundAnswer> {
    const refused = this.whyRefused(url);
    if (refused) throw new AddressRefused(refused);
    const signal = AbortSignal.timeout(this.#settings.timeoutMs);
    const answer = await request(url, { method: "POST", headers, body, signal, dispatcher: this.#agent });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      excerpt: await beginningOf(answer.body, this.#settings.maxResponseBytes),
    };
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  #mayReach(address: string): boolean {
    return isPublicAddress(address) || (this.#settings.allowLoopback && isLoopback(address));
  }

  readonly #lookup: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [], 0);
      const refused = addresses.some(({ address }) => !this.#mayReach(address));
      if (refused || addresses.length === 0)
        return callback(new AddressRefused("This name leads to an address that is not on the public internet."), [], 0);
      if (options.all) return callback(null, addresses);
      callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

async function beginningOf(body: Dispatcher.ResponseData["body"], limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= limit) break;
  }
  return Buffer.concat(chunks).subarray(0, limit).toString("utf8");
}
