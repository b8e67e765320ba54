import type { ContactFilter } from "../contact-list/contact-filter.input.js";
import type { ContactOrder } from "../contact-list/contact-order.input.js";

/** A stored filter as a client sends it: enum values by their names in the graph. */
export function filterForClient(filter: ContactFilter): unknown {
  const { and, or, not, status, ...rest } = filter;
  return {
    ...rest,
    ...(and && { and: and.map((one) => filterForClient(one)) }),
    ...(or && { or: or.map((one) => filterForClient(one)) }),
    ...(not && { not: filterForClient(not) }),
    ...(status && {
      status: {
        ...(status.eq && { eq: status.eq.toUpperCase() }),
        ...(status.in && { in: status.in.map((one) => one.toUpperCase()) }),
      },
    }),
  };
}

/** A stored order as a client sends it. */
export function orderForClient(orders: readonly ContactOrder[]): unknown {
  return orders.map(({ field, custom, direction }) => ({
    ...(field && { field: field.toUpperCase() }),
    ...(custom && { custom }),
    direction: direction.toUpperCase(),
  }));
}
