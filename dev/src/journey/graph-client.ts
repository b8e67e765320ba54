/** One client of the public graph, with one credential. */
export interface GraphClient {
  /** @throws GraphRefused when the answer has errors */
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** The whole answer: data and errors side by side, as a dashboard shows them. */
  answer<Data>(query: string, variables?: Record<string, unknown>): Promise<GraphAnswer<Data>>;
}

export interface GraphError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; field?: string; rows?: number };
}

export interface GraphAnswer<Data> {
  data: Data | null;
  errors?: GraphError[];
  /** What it cost, and what is left. */
  extensions?: { cost?: object };
}

/** The graph answered with errors. */
export class GraphRefused extends Error {
  override name = "GraphRefused";
  constructor(readonly errors: readonly GraphError[]) {
    super(errors.map((error) => `${error.extensions.code}: ${error.message}`).join("\n"));
  }
}

/** A client of the graph at `url`; without a credential it is anonymous. */
export function graphClient(url: string, credential?: string): GraphClient {
  const headers = { "content-type": "application/json", ...(credential && { authorization: `Bearer ${credential}` }) };
  const answer = async <Data>(query: string, variables: Record<string, unknown> = {}): Promise<GraphAnswer<Data>> => {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
    return (await response.json()) as GraphAnswer<Data>;
  };
  return {
    answer,
    async ask<Data>(query: string, variables?: Record<string, unknown>) {
      const { data, errors } = await answer<Data>(query, variables);
      if (errors || data === null) throw new GraphRefused(errors ?? []);
      return data;
    },
  };
}
