import { expect, test } from "vitest";
import { checkStudio, isSlug, type StudioFacts } from "./studio.policy.js";
import { canonicalRecipe } from "./recipe.policy.js";

const SOUND: StudioFacts = {
  name: "Spring portraits",
  slug: "spring-portraits",
  welcomeText: "Welcome!\nTake your time.",
  consentText: "I agree.",
  recipe: { width: 1024, height: 1280, fit: "crop", format: "jpeg", quality: 90, backdrop: "#1EA0FF" },
  capacity: 500,
  submissionsPerContact: 1,
  opensAt: new Date("2026-05-01T08:00:00Z"),
  closesAt: null,
};

const problemsOf = (changes: Partial<StudioFacts>, slugTaken = false) =>
  checkStudio({ ...SOUND, ...changes }, slugTaken).map(
    (problem) => `${problem.constructor.name} ${problem.path.join(".")}`,
  );

test("accepts a sound studio", () => {
  expect(problemsOf({})).toEqual([]);
});

test("tells everything that is wrong at once, by path", () => {
  const recipe = { width: 15, height: 6_001, fit: "crop", format: "jpeg", quality: 0, backdrop: "red" } as const;
  const everything = problemsOf({ name: " ", slug: "No", welcomeText: "x".repeat(2_001), consentText: "", recipe });
  expect(everything).toEqual([
    "InvalidStudioName input.name",
    "InvalidSlug input.slug",
    "InvalidText input.welcomeText",
    "InvalidText input.consentText",
    "InvalidRecipe input.recipe.width",
    "InvalidRecipe input.recipe.height",
    "InvalidRecipe input.recipe.quality",
    "InvalidRecipe input.recipe.backdrop",
  ]);
  expect(problemsOf({}, true)).toEqual(["SlugTaken input.slug"]);
});

test("limits are counts above nothing, and a studio opens before it closes", () => {
  const none = { capacity: null, submissionsPerContact: null, opensAt: null, closesAt: null };
  expect(problemsOf(none)).toEqual([]);
  const wrong = { capacity: 0, submissionsPerContact: 101, closesAt: SOUND.opensAt };
  expect(problemsOf(wrong)).toEqual([
    "InvalidLimits input.limits.capacity",
    "InvalidLimits input.limits.submissionsPerContact",
    "InvalidLimits input.limits.closesAt",
  ]);
});

test("a slug fits into a link and nothing else", () => {
  for (const slug of ["abc", "a-b", "2026-team-photos", "x".repeat(63)]) expect(isSlug(slug)).toBe(true);
  for (const slug of ["", "ab", "-ab", "ab-", "a--b", "Abc", "a b", "a/b", "ä-team", "a.b", "abc\n", "x".repeat(64)]) {
    expect(isSlug(slug)).toBe(false);
  }
});

test("refuses control characters that a page or the database would choke on", () => {
  expect(problemsOf({ name: "Spring\u0000" })).toEqual(["InvalidStudioName input.name"]);
  expect(problemsOf({ name: "Two\nlines" })).toEqual(["InvalidStudioName input.name"]);
  expect(problemsOf({ consentText: "I agree\u0000" })).toEqual(["InvalidText input.consentText"]);
});

test("a JPEG cannot be transparent, a PNG can", () => {
  const transparent = { ...SOUND.recipe, backdrop: "transparent" };
  expect(problemsOf({ recipe: transparent })).toEqual(["InvalidRecipe input.recipe.backdrop"]);
  expect(problemsOf({ recipe: { ...transparent, format: "png" } })).toEqual([]);
});

test("keeps colours in lower case, so that equal recipes are equal texts", () => {
  expect(canonicalRecipe(SOUND.recipe)).toEqual({ ...SOUND.recipe, backdrop: "#1ea0ff" });
});

test("refuses half a surrogate pair, which would not be stored as it was given", () => {
  const half = "Hi \ud83d";
  expect(problemsOf({ name: half, welcomeText: half, consentText: half })).toEqual([
    "InvalidStudioName input.name",
    "InvalidText input.welcomeText",
    "InvalidText input.consentText",
  ]);
  expect(problemsOf({ name: "Hi 😀", welcomeText: "Hi 😀", consentText: "Hi 😀" })).toEqual([]);
});
