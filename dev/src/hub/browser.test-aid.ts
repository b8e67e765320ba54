/** As much of a browser as signing in needs: cookies, redirects, and forms that submit themselves. */
export class Browser {
  readonly #cookies = new Map<string, { readonly value: string; readonly path: string }>();

  /** Opens an address of the issuer and follows it until it leaves the issuer or shows a page. */
  async open(url: string, init: RequestInit = {}): Promise<{ readonly url: string; readonly body: string }> {
    const issuer = new URL(url).origin;
    let next = url;
    let request = init;
    for (let hop = 0; hop < 12; hop += 1) {
      const response: Response = await fetch(next, { ...request, redirect: "manual", headers: this.#headers(next) });
      this.#keep(response, next);
      const body = await response.text();
      const location = response.headers.get("location");
      const form = location === null ? selfSubmittingForm(body) : undefined;
      const target: string = new URL(location ?? form?.action ?? next, next).href;
      if (location === null && form === undefined) return { url: next, body };
      if (new URL(target).origin !== issuer) return { url: target, body: "" };
      request = form === undefined ? {} : { method: "POST", body: form.fields };
      next = target;
    }
    throw new Error("Too many redirects.");
  }

  /** Submits the form of the page at `url`. */
  submit(url: string, fields: Record<string, string>): Promise<{ readonly url: string; readonly body: string }> {
    return this.open(url, { method: "POST", body: new URLSearchParams(fields) });
  }

  #headers(url: string): Record<string, string> {
    const { pathname } = new URL(url);
    const sent = [...this.#cookies].filter(([, { path }]) => pathname.startsWith(path));
    return { cookie: sent.map(([name, { value }]) => `${name}=${value}`).join("; ") };
  }

  #keep(response: Response, url: string): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = cookie.split("; ");
      const [name = "", value = ""] = pair.split("=", 2);
      const path = attributes.find((attribute) => attribute.startsWith("path="))?.slice(5) ?? new URL(url).pathname;
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, { value, path });
    }
  }
}

function selfSubmittingForm(body: string): { action: string; fields: URLSearchParams } | undefined {
  if (!body.includes("submit()")) return undefined;
  const action = /action="([^"]+)"/.exec(body)?.[1] ?? "";
  const inputs = body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return { action, fields: new URLSearchParams([...inputs].map(([, name = "", value = ""]) => [name, value])) };
}
