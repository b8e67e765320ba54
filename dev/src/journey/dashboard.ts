import type { GraphAnswer, GraphClient } from "./graph-client.js";

/** The dashboard's main question, over all four subgraphs. */
export const DASHBOARD_QUERY = `query Dashboard {
  contacts(first: 100) {
    edges {
      node {
        id status firstName lastName email phone
        customFields { key value }
        latestSubmission { status submittedAt studio { name } photo { edited { url } } }
        consents { purpose state }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export interface DashboardRow {
  id: string;
  status: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  customFields: { key: string; value: unknown }[];
  latestSubmission: { status: string; studio: { name: string }; photo: { edited: { url: string } | null } } | null;
  consents: { purpose: string; state: string }[] | null;
}

export interface Dashboard {
  contacts: { edges: { node: DashboardRow }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

/** Asks the dashboard's question, with its errors beside the data. */
export function askDashboard(graph: GraphClient): Promise<GraphAnswer<Dashboard>> {
  return graph.answer<Dashboard>(DASHBOARD_QUERY);
}
