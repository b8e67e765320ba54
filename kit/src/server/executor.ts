import {
  OperationTypeNode,
  execute,
  getOperationAST,
  parse,
  validate,
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLSchema,
} from "graphql";
import { LRUCache } from "lru-cache";
import { collapseErrors } from "../error/collapse-errors.js";
import { previewOf } from "../auth/preview.js";
import { badInput, forbidden } from "../error/codes.js";
import { publicError } from "../error/public-error.js";
import type { Logger } from "../logger.js";
import { ReadLog } from "./read-log.js";
import type { RequestContext } from "./request-context.js";
import type { SubgraphRequest } from "./subgraph.js";
import { recordReads, type ReadAudit } from "./watched-reads.js";

/**
 * Executes operations on a subgraph's schema. Documents are parsed and validated once and kept in a bounded cache.
 * @param audit where reads that leave a trace are recorded before their answer leaves; a subgraph without it refuses
 * them
 */
export function createExecutor<Context extends RequestContext>(
  schema: GraphQLSchema,
  createContext: (request: RequestContext) => Context,
  logger: Logger,
  audit?: ReadAudit,
): (request: SubgraphRequest) => Promise<FormattedExecutionResult> {
  const documents = new LRUCache<string, DocumentNode>({ max: 1000 });
  const documentOf = (query: string): DocumentNode => {
    const known = documents.get(query);
    if (known) return known;
    const document = parse(query);
    const [problem] = validate(schema, document);
    if (problem) throw badInput(problem.message);
    documents.set(query, document);
    return document;
  };
  return async ({ query, operationName, variables, viewer, requestId, purpose }) => {
    const format = (error: unknown) => publicError(error, requestId, logger);
    try {
      const document = documentOf(query);
      if (previewOf(viewer)) refuseMutation(document, operationName);
      const reads = audit && new ReadLog();
      const contextValue = createContext({ viewer, requestId, purpose, ...(reads && { reads }) });
      const result = await execute({ schema, document, operationName, variableValues: variables, contextValue });
      // The viewer may be another by now: a contact signs in by a mutation, and then reads as themselves.
      if (audit && reads) await recordReads(audit, { viewer: contextValue.viewer, requestId, purpose, reads });
      if (!result.errors) return { data: result.data ?? null };
      return { data: result.data ?? null, errors: collapseErrors(result.errors.map(format)) };
    } catch (error) {
      return { errors: [format(error)] };
    }
  };
}

/** Looking as somebody else is looking: whoever previews changes nothing. */
function refuseMutation(document: DocumentNode, operationName: string | undefined): void {
  if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.MUTATION) return;
  throw forbidden("Mutation", "a preview is read-only: leave the header Studio-Preview out");
}
