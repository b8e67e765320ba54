import type { GraphError } from "@studio/dev/journey/graph-client.js";

/** What came back over HTTP. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** The GraphQL answer, where the body is JSON. */
  json: { data?: Record<string, unknown> | null; errors?: GraphError[] } | null;
}

/** Sends a request as it is told, and reads whatever comes back. */
export async function send(url: string, init: RequestInit): Promise<HttpAnswer> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
}

/** Posts a GraphQL operation with any headers. */
export function post(
  url: string,
  body: { query: string; variables?: Record<string, unknown> },
  headers: Record<string, string> = {},
): Promise<HttpAnswer> {
  return send(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** The code of the answer's only error. @throws if there is none, or more than one */
export function onlyCode({ json, status, text }: HttpAnswer): string {
  const [error, ...more] = json?.errors ?? [];
  if (!error || more.length > 0) throw new Error(`Expected one error, got ${status}: ${text}`);
  return error.extensions.code;
}

/** The answer without what differs between any two requests. */
export function comparable({ status, json }: HttpAnswer) {
  const errors = json?.errors?.map(
    ({
      extensions: { requestId: _, ...rest },
      message,
      path,
    }: GraphError & { extensions: { requestId?: string } }) => ({
      message,
      path,
      extensions: rest,
    }),
  );
  return { status, data: json?.data, errors };
}
