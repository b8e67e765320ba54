import { GraphQLError, GraphQLScalarType } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";

const config = GraphQLDateTime.toConfig();

/** An instant (RFC 3339), as the database has it too: there is no year 0. */
export const DateTime = new GraphQLScalarType({
  ...config,
  parseValue: (value) => ofACountedYear(config.parseValue(value)),
  parseLiteral: (node, variables) => ofACountedYear(config.parseLiteral(node, variables)),
});

function ofACountedYear(date: Date): Date {
  if (date.getUTCFullYear() >= 1) return date;
  throw new GraphQLError("DateTime begins with the year 0001.");
}
