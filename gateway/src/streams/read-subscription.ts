import {
  GraphQLError,
  OperationTypeNode,
  SingleFieldSubscriptionsRule,
  getOperationAST,
  getVariableValues,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { LRUCache } from "lru-cache";
import { badInput } from "@studio/kit/error/codes.js";
import { limitRule, type OperationLimits } from "../limits/limit-rule.js";
import { rewriteSubscription, type PageQuery } from "./subscription-rewrite.js";
import type { Operation } from "./run-operation.js";

/** An operation that came over a stream transport. Queries and mutations are left to the ordinary pipeline. */
export interface ReadOperation {
  document: DocumentNode;
  /** Set for a subscription. */
  page: PageQuery | null;
}

/** graphql-js judges root fields without the variables and throws at a `@skip` by one; the rewriting judges with them. */
const RULES = specifiedRules.filter((rule) => rule !== SingleFieldSubscriptionsRule);

export type OperationReader = (request: Operation) => ReadOperation;

/** So many different operations are kept, if they are no longer than this: their documents are the larger part. */
const KEPT = { max: 100, characters: 8_192 };

/**
 * A reader of operations: it parses one and, if it is a subscription, validates it and finds the page query behind it.
 * Equal operations share what was read, so that ten thousand subscribers need one document.
 * @throws GraphQLError if it cannot be parsed, is not valid, is too large, or is not a stream
 */
export function operationReader(schema: GraphQLSchema, limits: OperationLimits): OperationReader {
  const known = new LRUCache<string, ReadOperation>({ max: KEPT.max });
  return (request) => {
    const { query, operationName, variables } = request;
    const key = JSON.stringify([query, operationName, variables]);
    const read = known.get(key) ?? readOperation(schema, request, limits);
    if (key.length <= KEPT.characters) known.set(key, read);
    return read;
  };
}

function readOperation(schema: GraphQLSchema, request: Operation, limits: OperationLimits): ReadOperation {
  const document = parseWithin(request.query, limits.tokens);
  const operation = getOperationAST(document, request.operationName);
  if (!operation) throw badInput("Name one operation of the document in `operationName`.");
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return { document, page: null };
  const [problem] = validate(schema, document, [...RULES, limitRule(limits)]);
  if (problem) throw withCode(problem, "GRAPHQL_VALIDATION_FAILED");
  const variables = coerce(schema, operation, request.variables ?? {});
  return { document, page: rewriteSubscription(schema, document, operation, variables) };
}

function parseWithin(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) throw withCode(error, "GRAPHQL_PARSE_FAILED");
    throw error;
  }
}

function coerce(schema: GraphQLSchema, operation: OperationDefinitionNode, given: Record<string, unknown>) {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (errors) throw withCode(errors[0]!, "BAD_USER_INPUT");
  return coerced;
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes = null, source = null, positions = null } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { ...error.extensions, code } });
}
