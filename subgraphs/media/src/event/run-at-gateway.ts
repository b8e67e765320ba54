/** Thrown if a subscription is run here: it is the gateway's pull loop over the page of the same events. */
class RunAtGateway extends Error {
  override name = "RunAtGateway";
}

/** Stands for the subscription in this subgraph's schema. */
export function runAtGateway(): never {
  throw new RunAtGateway("The gateway runs this subscription.");
}
