import { GraphQLError, buildSchema, graphql, type GraphQLScalarType } from "graphql";
import { pino } from "pino";
import { expect, test } from "vitest";
import { collapseErrors } from "./collapse-errors.js";
import { forbidden, notFound } from "./codes.js";
import { publicError } from "./public-error.js";

function listeningLogger() {
  const lines: string[] = [];
  return { lines, logger: pino({}, { write: (line: string) => void lines.push(line) }) };
}

test("a known error keeps its code and message and gains the request id", () => {
  const { logger } = listeningLogger();
  const error = publicError(notFound("contact"), "r-1", logger);
  expect(error).toMatchObject({ message: "No such contact.", extensions: { code: "NOT_FOUND", requestId: "r-1" } });
});

test("an unknown error says nothing of itself, neither to the client nor, by value, to the log", () => {
  const { logger, lines } = listeningLogger();
  const secret = new Error("duplicate key (email)=(jane@example.com)");
  const error = publicError(new GraphQLError("x", { originalError: secret }), "r-2", logger);
  expect(error.extensions).toEqual({ code: "INTERNAL", requestId: "r-2" });
  expect(JSON.stringify(error)).not.toContain("jane");
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("jane");
});

test("a database that is away is UNAVAILABLE, however deep the cause lies", () => {
  const { logger } = listeningLogger();
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  const error = publicError(new Error("Failed query", { cause: refused }), "r-3", logger);
  expect(error.extensions).toMatchObject({ code: "UNAVAILABLE" });
});

test("an error code made up by a library does not pass for one of ours", () => {
  const { logger } = listeningLogger();
  const foreign = new GraphQLError("select * from contact", { extensions: { code: "SQL_ERROR" } });
  expect(publicError(foreign, "r-4", logger).extensions).toMatchObject({ code: "INTERNAL" });
});

test("a hundred refused rows of one field are one error that counts them", () => {
  const rows = Array.from({ length: 100 }, (_, row) => ({
    ...forbidden("Contact.phone", "your role may not see it").toJSON(),
    path: ["contacts", "edges", row, "node", "phone"],
  }));
  const other = {
    ...forbidden("Contact.email", "your role may not see it").toJSON(),
    path: ["contacts", "edges", 0, "node", "email"],
  };
  const missing = { ...notFound("studio").toJSON(), path: ["studio"] };
  const collapsed = collapseErrors([...rows, other, missing]);
  expect(collapsed).toHaveLength(3);
  expect(collapsed[0]).toMatchObject({ path: ["contacts", "edges", 0, "node", "phone"], extensions: { rows: 100 } });
});

test("a variable that a scalar refuses is the client's to correct, and what the gateway put into one is not", async () => {
  const { logger } = listeningLogger();
  const schema = buildSchema("scalar Time type Query { at(t: Time): Int }");
  (schema.getType("Time") as GraphQLScalarType).parseValue = () => {
    throw new RangeError("no time");
  };
  const refusal = async (name: string) => {
    const source = `query ($${name}: Time) { at(t: $${name}) }`;
    const { errors } = await graphql({ schema, source, variableValues: { [name]: "x" } });
    return publicError(errors![0], "r-6", logger);
  };
  expect(await refusal("t")).toMatchObject({
    message: expect.stringContaining('Variable "$t" got invalid value "x"'),
    extensions: { code: "BAD_USER_INPUT" },
  });
  expect((await refusal("representations")).extensions).toMatchObject({ code: "INTERNAL" });
});
