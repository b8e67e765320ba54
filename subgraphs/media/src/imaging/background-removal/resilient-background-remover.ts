import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  ExponentialBackoff,
  circuitBreaker,
  handleWhen,
  retry,
  wrap,
  type IPolicy,
} from "cockatiel";
import type { Logger } from "@studio/kit/logger.js";
import { describeError } from "@studio/kit/logger.js";
import type { Raster } from "../raster.js";
import { BackgroundRemovalFailed, type BackgroundRemover, type SubjectMask } from "./background-remover.js";

export interface Resilience {
  /** Tries after the first one, each after a longer wait. */
  readonly retries: number;
  /** Milliseconds before the first of them. */
  readonly firstWaitMs: number;
  /** Failed requests in a row after which the service is left alone … */
  readonly failuresToOpen: number;
  /** … for this many milliseconds; then one picture tries it again. */
  readonly openForMs: number;
}

export const RESILIENCE: Resilience = { retries: 2, firstWaitMs: 300, failuresToOpen: 5, openForMs: 30_000 };

/**
 * Asks a service, and removes the background here whenever that does not work: a photo never waits for a service that
 * is away. Passing failures are tried again; after several in a row the circuit opens and the service is not asked.
 */
export class ResilientBackgroundRemover implements BackgroundRemover {
  private readonly policy: IPolicy;

  constructor(
    private readonly service: BackgroundRemover,
    private readonly embedded: BackgroundRemover,
    private readonly logger: Pick<Logger, "warn">,
    resilience: Resilience = RESILIENCE,
  ) {
    this.policy = policyOf(resilience);
  }

  /** @throws BackgroundRemovalFailed where the embedded remover fails as well */
  async removeBackground(picture: Raster): Promise<SubjectMask> {
    try {
      return await this.policy.execute(() => this.service.removeBackground(picture));
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) {
        this.logger.warn(describeError(error), "background removal service failed; the embedded model takes over");
      }
      return this.embedded.removeBackground(picture);
    }
  }

  async close(): Promise<void> {
    await this.service.close();
    await this.embedded.close();
  }
}

function policyOf({ retries, firstWaitMs, failuresToOpen, openForMs }: Resilience): IPolicy {
  const passing = handleWhen((error) => error instanceof BackgroundRemovalFailed && error.code !== "REFUSED");
  const any = handleWhen((error) => error instanceof BackgroundRemovalFailed);
  const breaker = circuitBreaker(any, {
    halfOpenAfter: openForMs,
    breaker: new ConsecutiveBreaker(failuresToOpen),
  });
  const backoff = new ExponentialBackoff({ initialDelay: firstWaitMs, maxDelay: 10 * firstWaitMs });
  return wrap(retry(passing, { maxAttempts: retries, backoff }), breaker);
}
