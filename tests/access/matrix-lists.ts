import type { Viewer } from "../support/access/cast.js";
import type { Field } from "../support/access/fields.js";
import { post, type HttpAnswer } from "../support/http.js";
import { listArguments, type Use } from "./matrix-uses.js";

/** What comes of using each field in a list's arguments to find one contact, ten root fields at a time. */
export async function outcomesOf(
  graphUrl: string,
  viewer: Viewer,
  asked: { use: Use; fields: readonly Field[]; contact: number; id: string },
): Promise<string[]> {
  const { use, fields, contact, id } = asked;
  const [root, selection] = use === "order" ? ["contacts", "edges { cursor }"] : ["contactStats", "totalCount"];
  const whose = { mark: "a", contact, id } as const;
  const parts = fields.map((field) => `${field.code}_: ${root}(${listArguments(use, field, whose)}) { ${selection} }`);
  const answers: HttpAnswer[] = [];
  for (let from = 0; from < parts.length; from += 10) {
    answers.push(await post(graphUrl, { query: `{ ${parts.slice(from, from + 10).join("\n")} }` }, viewer.headers));
  }
  return fields.map(({ code, name }) => {
    const errors = answers.flatMap(({ json }) => json?.errors ?? []);
    const answer = answers.map(({ json }) => json?.data?.[`${code}_`]).find(Boolean) as
      | { totalCount?: number }
      | undefined;
    const error = errors
      .find(({ path }) => path?.[0] === `${code}_`)
      ?.extensions.code.replace("UNAUTHENTICATED", "FORBIDDEN");
    const outcome = answer ? (answer.totalCount === 0 ? "nobody" : "answered") : error;
    return `${viewer.name} | ${use} by ${name} | ${outcome}`;
  });
}
