import { ACCESS_TABLE, AUDIENCES, type AccessRow, type Audience, type Cell } from "./access-table.js";
import { cellAt } from "./decide-field-access.js";
import { underRestriction } from "./under-restriction.js";

/** How people call the columns. */
const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  anonymous: "anonymous",
  self: "self",
  coordinator: "coordinator",
  admin: "admin",
  owner: "owner",
  integration: "integration",
  hr_sync: "HR sync",
  staff: "staff",
  staff_with_grant: "staff + grant",
  privacy_officer: "privacy officer",
};

/** How people call the rows. */
export const ROW_NAMES: Readonly<Record<AccessRow, string>> = {
  idAndFlag: "id, flag of restriction",
  status: "status, version, submissions, invitations",
  name: "first name, last name",
  email: "email",
  phone: "phone",
  externalId: "external id",
  customPublic: "custom field L0 public",
  customInternal: "custom field L1 internal",
  customConfidential: "custom field L2 confidential",
  customRestricted: "custom field L3 restricted",
  deviceData: "IP, browser, interaction",
  originalPhoto: "original photo",
  acceptedDerivative: "accepted derivative",
  consents: "consents",
  rightsRequests: "rights requests",
};

/** A cell as the matrix shows it, and what it means. */
export const CELL_LEGEND: Readonly<Record<Cell, { shown: string; meaning: string }>> = {
  "-": { shown: "–", meaning: "denied" },
  R: { shown: "R", meaning: "read" },
  W: { shown: "W", meaning: "written, never read" },
  RW: { shown: "RW", meaning: "read and written" },
  M: { shown: "M", meaning: "a part of it: masked, truncated, or the state alone" },
  Rs: { shown: "Rs", meaning: "read with the scope `contacts:read`, or `photos:read` for pictures" },
  Rf: { shown: "Rf", meaning: "read with a grant for this very field" },
  Rp: { shown: "Rp", meaning: "read for a stated purpose, which goes into the audit trail" },
  Rstudio: { shown: "R if the studio allows", meaning: "read if the studio shows originals to coordinators" },
  Rlink: { shown: "by link", meaning: "read in a gallery opened by its link and PIN" },
  "R Wown": { shown: "R, W if own", meaning: "read; written if the contact owns the field" },
  "RW mapped": { shown: "RW if mapped", meaning: "read and written if the field is mapped for the client" },
  "RW hr": { shown: "RW if HR's", meaning: "read and written if HR owns the field" },
};

/** The access table as Markdown, with its legend, from the table and the functions that decide. */
export function printMatrix(): string {
  const rows = Object.keys(ACCESS_TABLE) as AccessRow[];
  const cells = (row: AccessRow) => AUDIENCES.map((audience) => CELL_LEGEND[cellAt(row, audience)].shown);
  const legend = Object.values(CELL_LEGEND).map(({ shown, meaning }) => `- **${shown}**: ${meaning}`);
  return [
    line(["field", ...AUDIENCES.map((audience) => AUDIENCE_NAMES[audience])]),
    `|${"---|".repeat(AUDIENCES.length + 1)}`,
    ...rows.map((row) => line([ROW_NAMES[row], ...cells(row)])),
    line(["a contact under restriction", ...AUDIENCES.map(restrictedCell)]),
    "",
    ...legend,
  ].join("\n");
}

/** What a restriction of processing leaves an audience. */
function restrictedCell(audience: Audience): string {
  const facts = { contactId: "", groupIds: [], restricted: true };
  const left = (row: AccessRow) => underRestriction(audience, row, facts).kind;
  if (left("name") === "untouched") return "R and rights requests";
  if (left("idAndFlag") === "closed") return CELL_LEGEND["-"].shown;
  const opened = underRestriction(audience, "name", { ...facts, purpose: "rights_request" }).kind;
  if (opened !== "closed") return CELL_LEGEND.Rp.shown;
  return audience === "hr_sync" ? "id and flag; may deactivate" : "id and flag";
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
