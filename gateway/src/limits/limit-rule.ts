import { GraphQLError, Kind, type DocumentNode, type FragmentDefinitionNode, type ValidationRule } from "graphql";
import { measureOperation } from "./operation-size.js";

/** How large an operation may be. */
export interface OperationLimits {
  depth: number;
  aliases: number;
  rootFields: number;
  /** Counted while parsing, so that a flood is refused before it is read to its end. */
  tokens: number;
}

/** A validation rule that refuses operations larger than the limits, before any resolver runs. */
export function limitRule(limits: OperationLimits): ValidationRule {
  return (context) => ({
    Document: {
      enter(document) {
        for (const problem of sizeProblems(document, limits)) context.reportError(new GraphQLError(problem));
      },
    },
  });
}

function sizeProblems(document: DocumentNode, limits: OperationLimits): string[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const size = measureOperation(definition, fragments);
    return [
      tooLarge("levels deep", size.depth, limits.depth),
      tooLarge("aliases", size.aliases, limits.aliases),
      tooLarge("root fields", size.rootFields, limits.rootFields),
    ].filter((problem) => problem !== null);
  });
}

function tooLarge(what: string, found: number, most: number): string | null {
  return found > most ? `This operation is too large: ${found} ${what}, and at most ${most} are allowed.` : null;
}
