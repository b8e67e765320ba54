import { describe, expect, test } from "vitest";
import { SPECIAL_CATEGORIES, type RefusedCategory } from "./refused-category.js";
import { findRefusedTexts } from "./special-category.policy.js";

const ENGLISH: [RefusedCategory, string[]][] = [
  ["racial_or_ethnic_origin", ["Race", "Ethnic origin", "ethnicity_code", "Skin colour", "Hispanic or Latino"]],
  [
    "religion_or_belief",
    ["Religion", "Religious beliefs", "What faith do you follow?", "Church membership", "Catholic"],
  ],
  ["political_opinion", ["Political views", "Party membership", "Who they voted for", "politicalAffiliation"]],
  ["trade_union_membership", ["Trade union member?", "union_membership", "Pays union dues", "Union"]],
  [
    "health",
    ["Health conditions", "Disabilities", "Allergies and medication", "Sick days taken", "Blood type", "COVID-19"],
  ],
  ["sex_life_or_orientation", ["Sexual orientation", "Sex life", "Are you gay?", "LGBTQ+ status"]],
  ["genetic_data", ["Genetic test result", "DNA sample id", "Hereditary conditions"]],
  ["biometric_data", ["Fingerprint template", "Biometric identifier", "Iris scan", "Face ID vector"]],
  ["criminal_record", ["Criminal record", "Convictions", "DBS check number", "Has been in jail", "Felonies"]],
];

const GERMAN: [RefusedCategory, string[]][] = [
  [
    "racial_or_ethnic_origin",
    ["Rasse", "Ethnische Herkunft", "Hautfarbe", "Migrationshintergrund", "Volkszugehörigkeit"],
  ],
  [
    "religion_or_belief",
    ["Religionszugehörigkeit", "religionszugehoerigkeit", "Konfession", "Kirchensteuermerkmal", "Glaube"],
  ],
  ["political_opinion", ["Politische Meinung", "Parteizugehörigkeit", "Wahlverhalten", "Parteibuch"]],
  ["trade_union_membership", ["Gewerkschaftsmitglied", "Mitgliedschaft in einer Gewerkschaft", "Gewerkschaften"]],
  [
    "health",
    ["Gesundheitszustand", "Schwerbehinderung", "Krankheitstage", "Blutgruppe", "Impfstatus", "Vorerkrankungen"],
  ],
  ["sex_life_or_orientation", ["Sexuelle Orientierung", "Sexualleben", "Homosexuell", "Geschlechtsidentitaet"]],
  ["genetic_data", ["Genetische Daten", "Gentest", "Erbkrankheiten", "DNS-Analyse"]],
  ["biometric_data", ["Fingerabdruck", "Biometrische Daten", "Gesichtserkennungsvorlage", "Irisscan"]],
  ["criminal_record", ["Vorstrafen", "Polizeiliches Führungszeugnis", "Strafregisterauszug", "Ermittlungsverfahren"]],
];

const FRENCH: [RefusedCategory, string[]][] = [
  ["racial_or_ethnic_origin", ["Origine ethnique", "Race", "Couleur de peau", "Appartenance raciale"]],
  ["religion_or_belief", ["Religion", "Confession religieuse", "Croyances", "Êtes-vous musulman ?", "Foi"]],
  ["political_opinion", ["Opinions politiques", "Parti politique", "Intention de vote", "Orientation politique"]],
  ["trade_union_membership", ["Adhésion syndicale", "Syndicat", "Êtes-vous syndiqué ?"]],
  [
    "health",
    ["État de santé", "Handicap", "Maladies chroniques", "Groupe sanguin", "Grossesse", "Allergies alimentaires"],
  ],
  ["sex_life_or_orientation", ["Orientation sexuelle", "Vie sexuelle", "Homosexualité", "Identité de genre"]],
  ["genetic_data", ["Données génétiques", "Test ADN", "Maladie héréditaire"]],
  ["biometric_data", ["Empreintes digitales", "Données biométriques", "Reconnaissance faciale"]],
  ["criminal_record", ["Casier judiciaire", "Condamnations pénales", "Antécédents judiciaires", "Garde à vue"]],
];

const SPANISH: [RefusedCategory, string[]][] = [
  ["racial_or_ethnic_origin", ["Raza", "Origen étnico", "Color de piel", "Etnia"]],
  ["religion_or_belief", ["Religión", "Creencias religiosas", "¿Es usted católico?", "Confesión religiosa"]],
  ["political_opinion", ["Opiniones políticas", "Ideología", "Partido político", "Afiliación política"]],
  ["trade_union_membership", ["Afiliación sindical", "Sindicato", "¿Está sindicado?"]],
  ["health", ["Estado de salud", "Enfermedades", "Discapacidad", "Alergias", "Embarazo", "Certificado médico"]],
  ["sex_life_or_orientation", ["Orientación sexual", "Vida sexual", "Homosexualidad", "Identidad de género"]],
  ["genetic_data", ["Datos genéticos", "Prueba de ADN", "Enfermedad hereditaria"]],
  ["biometric_data", ["Huella dactilar", "Datos biométricos", "Reconocimiento facial"]],
  ["criminal_record", ["Antecedentes penales", "Condenas", "Certificado de penales", "Delitos cometidos"]],
];

const DISGUISED: [RefusedCategory, string][] = [
  ["religion_or_belief", "R E L I G I O N"],
  ["religion_or_belief", "r.e.l.i.g.i.o.n"],
  ["religion_or_belief", "rel1g10n"],
  ["religion_or_belief", "reli gion"],
  ["religion_or_belief", "re-li-gion"],
  ["religion_or_belief", "ReLiGiOn"],
  ["religion_or_belief", "Relìgiön"],
  ["religion_or_belief", "rеligiоn"],
  ["religion_or_belief", "reli\u200Bgion"],
  ["religion_or_belief", "ｒｅｌｉｇｉｏｎ"],
  ["religion_or_belief", "religiooon"],
  ["religion_or_belief", "employeereligion"],
  ["religion_or_belief", "employee_religion_2"],
  ["racial_or_ethnic_origin", "r4ce"],
  ["racial_or_ethnic_origin", "R@ce"],
  ["racial_or_ethnic_origin", "r_a_c_e"],
  ["racial_or_ethnic_origin", "3thnic group"],
  ["trade_union_membership", "tradeunion"],
  ["trade_union_membership", "Trade-Union-Member"],
  ["health", "d1sab1lity"],
  ["health", "bloodtype"],
  ["health", "he@lth"],
  ["sex_life_or_orientation", "$exual orientation"],
  ["sex_life_or_orientation", "s e x u a l preference"],
  ["political_opinion", "po1itica1 views"],
  ["criminal_record", "CRIMINAL__RECORD"],
  ["card_number", "cred1t card"],
];

const CARDS = [
  "Credit card number",
  "card_number",
  "CVV",
  "Debit card",
  "Kreditkartennummer",
  "Kartenprüfnummer",
  "Numéro de carte bancaire",
  "Carte de crédit",
  "Número de tarjeta",
  "Tarjeta de crédito",
];

const categoriesIn = (text: string) => findRefusedTexts([{ path: ["label"], text }]).map((found) => found.category);

describe.each([
  ["English", ENGLISH],
  ["German", GERMAN],
  ["French", FRENCH],
  ["Spanish", SPANISH],
])("in %s", (_language, asks) => {
  const rows = asks.flatMap(([category, texts]) => texts.map((text) => [text, category] as const));

  test("every category is met, by at least 25 texts", () => {
    expect(asks.map(([category]) => category)).toEqual([...SPECIAL_CATEGORIES]);
    expect(rows.length).toBeGreaterThanOrEqual(25);
  });

  test.each(rows)("P03: refuses %j as %s", (text, category) => {
    expect(categoriesIn(text)).toContain(category);
  });
});

test.each(DISGUISED)("P03: refuses %s disguised as %j", (category, text) => {
  expect(categoriesIn(text)).toContain(category);
});

test.each(CARDS)("P35: refuses %j", (text) => {
  expect(categoriesIn(text)).toContain("card_number");
});

test("names the text and the words that were met, once a category", () => {
  const texts = [
    { path: ["key"], text: "extra" },
    { path: ["help"], text: "Your health, please" },
    { path: ["purpose"], text: "Health and religion" },
  ];
  expect(findRefusedTexts(texts)).toEqual([
    { category: "religion_or_belief", path: ["purpose"], matched: "religion" },
    { category: "health", path: ["help"], matched: "health" },
  ]);
});

test("reads a long text at once, however it is made", () => {
  const started = performance.now();
  for (const text of ["a ".repeat(1000), "x".repeat(2000), "religi".repeat(300), "1!|".repeat(600) + "a"])
    categoriesIn(text);
  expect(performance.now() - started).toBeLessThan(1000);
});
