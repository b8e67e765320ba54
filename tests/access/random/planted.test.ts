import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startTestPlatform, type TestPlatform } from "../../support/platform.js";
import { plantWorld, type World } from "../../support/access/world.js";
import { BUGS, CAUGHT, HARMLESS, dropRowSecurity, restoreRowSecurity, type Bug } from "./bugs.js";
import { runRandom } from "./run.js";

// Every layer is as it is, until the bug of the moment takes it away.
const planted = vi.hoisted(() => ({ bug: null as Bug | null }));
const has = vi.hoisted(() => (bug: Bug) => planted.bug === bug);

vi.mock("@studio/kit/shield/rule.js", async (original) => {
  const { rule } = await original<typeof import("@studio/kit/shield/rule.js")>();
  const { plantedRule } = await import("./planted-rule.js");
  return { rule: plantedRule(rule, has) };
});

vi.mock("@studio/identity/access/audience.js", async (original) => {
  const { audienceOf } = await original<typeof import("@studio/identity/access/audience.js")>();
  return {
    audienceOf: (...[viewer, contact]: Parameters<typeof audienceOf>) => {
      const isCoordinator = viewer.kind === "member" && viewer.role === "coordinator";
      const forgets = has("a coordinator whose groups are not looked at") && isCoordinator;
      return forgets ? "coordinator" : audienceOf(viewer, contact);
    },
  };
});

vi.mock("@studio/identity/access/under-restriction.js", async (original) => {
  const module = await original<typeof import("@studio/identity/access/under-restriction.js")>();
  const underRestriction: typeof module.underRestriction = (audience, row, facts) =>
    module.underRestriction(
      audience,
      row === "status" && has("a restriction that leaves the status") ? "idAndFlag" : row,
      facts,
    );
  return { ...module, underRestriction };
});

vi.mock("@studio/identity/access/mask.js", async (original) => {
  const { maskEmail, maskPhone } = await original<typeof import("@studio/identity/access/mask.js")>();
  const or = (mask: (value: string) => string) => (value: string) =>
    has("a mask that gives the whole value") ? value : mask(value);
  return { maskEmail: or(maskEmail), maskPhone: or(maskPhone) };
});

vi.mock("../../../subgraphs/identity/src/contact/contact.facts.js", async (original) => {
  const facts = await original<typeof import("../../../subgraphs/identity/src/contact/contact.facts.js")>();
  const { notFound } = await import("@studio/kit/error/codes.js");
  const { contactFacts, findVisibleContact } = facts;
  return {
    contactFacts: async (contact, context) => {
      const known = await contactFacts(contact, context);
      return has("a restriction that nobody looks at") ? { ...known, restricted: false } : known;
    },
    findVisibleContact: async (id, context) => {
      const found = await findVisibleContact(id, context);
      const hidden = found ? null : await context.loaders.contactById.load(id).catch(() => null);
      if (hidden && has("an error that names a value")) throw notFound(`contact ${hidden.firstName} of yours`);
      return found;
    },
  } satisfies typeof facts;
});

vi.mock("../../../subgraphs/identity/src/contact-list/field-uses.js", async (original) => {
  const { FieldUses } = await original<typeof import("../../../subgraphs/identity/src/contact-list/field-uses.js")>();
  const fields = await import("../../../subgraphs/identity/src/contact-list/list-field.js");
  type Made = ConstructorParameters<typeof FieldUses>;
  const isOpen = (path: readonly string[]) =>
    (has("a filter that nobody guards") && path.includes("filter")) ||
    (has("an order that nobody guards") && path.includes("orderBy"));
  class PlantedUses extends FieldUses {
    readonly #all: Made[1];
    constructor(...made: Made) {
      super(...made);
      this.#all = made[1];
    }
    override standard(...[name, path]: Parameters<InstanceType<typeof FieldUses>["standard"]>) {
      return isOpen(path) ? fields.standardField(name) : super.standard(name, path);
    }
    override custom(key: string, path: string[]) {
      const definition = this.#all.find((one) => one.key === key);
      return definition && isOpen(path) ? fields.customField(definition) : super.custom(key, path);
    }
    override maybe(...asked: Parameters<InstanceType<typeof FieldUses>["maybe"]>) {
      return has("a search that nobody guards") || super.maybe(...asked);
    }
  }
  return { FieldUses: PlantedUses };
});

vi.mock("../../../subgraphs/identity/src/contact/judge-values.policy.js", async (original) => {
  const policy = await original<typeof import("../../../subgraphs/identity/src/contact/judge-values.policy.js")>();
  const judgeValues: typeof policy.judgeValues = (...asked) => {
    const judged = policy.judgeValues(...asked);
    const { firstName } = judged.values;
    if (has("an audit entry that carries a value") && firstName) judged.changed.push(`firstName=${firstName}`);
    return judged;
  };
  return { ...policy, judgeValues };
});

vi.mock("@studio/kit/paging/both-ways.js", async (original) => {
  const paging = await original<typeof import("@studio/kit/paging/both-ways.js")>();
  const toPageBothWays: typeof paging.toPageBothWays = (rows, page, toEdge) =>
    paging.toPageBothWays(rows, page, (row) => {
      const edge = toEdge(row);
      const { externalId } = (row as { row?: { externalId?: string } }).row ?? {};
      const cursor = Buffer.from(JSON.stringify([externalId])).toString("base64url");
      return externalId && has("a cursor that can be read") ? { ...edge, cursor } : edge;
    });
  return { ...paging, toPageBothWays };
});

vi.mock("../../../gateway/src/streams/run-operation.js", async (original) => {
  const { runOperation } = await original<typeof import("../../../gateway/src/streams/run-operation.js")>();
  return {
    runOperation: (...[server, operation, context]: Parameters<typeof runOperation>) => {
      const { viewer } = context;
      const isOpen = has("a stream that is read as the account's owner") && viewer.kind === "member";
      return runOperation(server, operation, isOpen ? { ...context, viewer: { ...viewer, role: "owner" } } : context);
    },
  };
});

vi.mock("../../../subgraphs/identity/src/support-grant/support-grant.repository.js", async (original) => {
  const grants =
    await original<typeof import("../../../subgraphs/identity/src/support-grant/support-grant.repository.js")>();
  const findOpenGrant: typeof grants.findOpenGrant = (tx, accountId, staffId, now) =>
    grants.findOpenGrant(tx, accountId, staffId, has("a support grant that never ends") ? new Date(0) : now);
  return { ...grants, findOpenGrant };
});

vi.mock("../../../subgraphs/identity/src/saved-view/check-view.js", async (original) => {
  const views = await original<typeof import("../../../subgraphs/identity/src/saved-view/check-view.js")>();
  const mayUseEach: typeof views.mayUseEach = async (...asked) =>
    has("a saved view that is shown whatever it compares") || views.mayUseEach(...asked);
  return { ...views, mayUseEach };
});

vi.mock("../../../subgraphs/media/src/access/reach.js", async (original) => {
  const reach = await original<typeof import("../../../subgraphs/media/src/access/reach.js")>();
  const decideDoings: typeof reach.decideDoings = (...asked) =>
    asked[1] !== null && has("submissions of contacts whom one may not know") ? true : reach.decideDoings(...asked);
  return { ...reach, decideDoings };
});

vi.mock("drizzle-orm", async (original) => {
  const orm = await original<typeof import("drizzle-orm")>();
  const eq = (left: { name?: string }, right: unknown) =>
    planted.bug?.includes("without their account") && left.name === "account_id" && typeof right === "string"
      ? orm.sql`true`
      : orm.eq(left as never, right);
  return { ...orm, eq };
});

let platform: TestPlatform;
let world: World;

beforeAll(async () => {
  platform = await startTestPlatform({ LIMIT_COST: "1000000000", LIMIT_COST_RESTORE: "1000000000" });
  world = await plantWorld(platform);
});

afterAll(() => platform?.stop());

/** Runs random operations with a bug in place until it is caught, and takes it out again. */
async function runWith(bug: Bug) {
  const { roots, columns, schemas, operations } = BUGS[bug];
  planted.bug = bug;
  await dropRowSecurity(platform, schemas ?? []);
  try {
    const wanted = { seed: 4711, operations: operations ?? 2_000, untilLeak: true, focus: { roots, columns } };
    return await runRandom(platform, world, wanted);
  } finally {
    planted.bug = null;
    await restoreRowSecurity(platform, schemas ?? []);
  }
}

test.each(CAUGHT)("the random operations, which find nothing in the platform, find %s", async (bug) => {
  const { leaks } = await runWith(bug);
  expect(leaks.map(({ what }) => what).join()).toMatch(BUGS[bug].leaks as RegExp);
});

test.each(HARMLESS)("%s: no leak by itself, since another layer holds", async (bug) => {
  expect((await runWith(bug)).leaks).toEqual([]);
});
