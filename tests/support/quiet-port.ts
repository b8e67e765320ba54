import { randomInt } from "node:crypto";
import { PortTaken, assertPortFree } from "@studio/dev/port.js";

/** Below the range from which the system picks ports for connections, so that none is lost between choice and use. */
const [FIRST, LAST] = [20_000, 32_000];
const ATTEMPTS = 20;

/** A free port that stays free while a platform starts that must know its address beforehand. */
export async function findQuietPort(): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = randomInt(FIRST, LAST);
    try {
      await assertPortFree(port, "A test");
      return port;
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt === ATTEMPTS) throw error;
    }
  }
}
