import { expect, test } from "vitest";
import { DEMO_FIELDS } from "../seed/demo-fields.js";
import { findRefusedTexts } from "./special-category.policy.js";

/** Texts that look as if they asked, and ask for nothing of the kind. */
const INNOCENT = [
  // Race, ethnic origin. Nationality, language and country of birth are not special in themselves.
  [
    "Race bib number",
    "Data race owner",
    "Tribe",
    "race_day",
    "Race director",
    "Boat race team",
    "Terrassenplatz",
    "Rasse des Hundes",
  ],
  ["Race du chien", "Raza del perro", "Trace id", "Nationality", "Country of birth", "Herkunft des Kontakts"],
  ["Mother tongue", "Embrace volunteer", "Origine du contact", "T-shirt colour: black"],
  // Religion. Streets, names and idioms.
  [
    "Church Street office",
    "Christian name",
    "Rue de l'Église",
    "Calle Iglesia 5",
    "Gläubiger-Nummer",
    "Acting in good faith",
  ],
  ["Cloud-agnostic architect", "Banknote denomination", "Islamabad office", "Jude", "Hindustan branch", "Bonne foi"],
  [
    "Winston Churchill Avenue",
    "Film culte préféré",
    "Kirchheim office",
    "Faithful copy attached",
    "Elizabeth Nicholson",
  ],
  // Politics. A degree, a trade, a policy.
  ["Political science degree", "Politikwissenschaft", "Sciences politiques", "Ciencias Políticas", "Party size"],
  [
    "Christmas party guest",
    "Vertragspartei",
    "Politique de confidentialité acceptée",
    "Política de privacidad aceptada",
  ],
  ["Vote for the team lunch", "Travel policy accepted", "Right wing of the building", "Democratise data team"],
  // Unions.
  [
    "Union Square office",
    "European Union member state",
    "Credit union account",
    "Reunion year",
    "Student union member",
  ],
  ["Betriebsrat", "Syndic de copropriété", "Syndicat d'initiative", "Contenido sindicado", "Baugewerk", "Unionville"],
  // Health. Safety at work, a trade, a machine's health.
  ["Health & safety trainer", "health_and_safety_course_date", "Arbeits- und Gesundheitsschutz", "Santé et sécurité"],
  ["Seguridad y salud", "Medical device sales", "Krankenhaus", "Krankenpfleger", "Enfermero", "Visual aids needed"],
  [
    "Account disabled at",
    "Diagnostics team",
    "Account health score",
    "Golf handicap",
    "Référent handicap",
    "First aider",
  ],
  ["Wheelchair accessible entrance", "Schwerbehindertenvertretung", "Verkehrsbehinderung", "Maternity cover contract"],
  [
    "Enceinte Bluetooth",
    "Ganado vacuno",
    "Cancer research charity",
    "Dietary preference",
    "Schimpfwort",
    "Fahrzeugdiagnose",
  ],
  ["Chef de projet santé publique", "Emergency contact", "Patient Services Manager", "Doctor's title"],
  // Sex life. Sex or gender as such is not special; neither is a role against harassment.
  ["Sex", "Gender", "Geschlecht", "Pronouns", "Sex appeal", "Sussex office", "Unisex T-shirt size", "Essex"],
  ["Sexual harassment training date", "Référent harcèlement sexuel", "Schwüles Wetter", "Marital status", "Sextant"],
  // Genetics and biometrics.
  ["Brand DNA workshop", "Genetic algorithms team", "DNS server", "ADN de la marque", "Teilgenommen am", "Generation"],
  [
    "SSH key fingerprint",
    "Biometrisches Passfoto",
    "Retina display",
    "Empreinte carbone",
    "Huella de carbono",
    "Headshot",
  ],
  // Crime.
  [
    "World record",
    "Criminal law practice",
    "Strafrecht",
    "Vertragsstrafe",
    "Droit pénal",
    "Derecho penal",
    "Probation period",
  ],
  ["Antecedentes laborales", "Numéro de casier", "Strength of conviction", "Haftungsklasse", "Record label"],
  // Cards.
  [
    "Business card title",
    "ID card number",
    "Access card number",
    "Visitenkarte",
    "Carte de visite",
    "Tarjeta de visita",
  ],
  ["SIM card number", "Carte d'identité", "Cardinal number", "Postcard"],
  // Signs and spaces that mean themselves.
  ["A B C D", "Room 4B", "B2B", "R2-D2", "3D model", "Floor 1st", "Team A/B/C/D"],
].flat();

/** What is refused although it may be meant well: a word cannot tell. An appeal lets it through. */
const REFUSED_ALTHOUGH_INNOCENT = [
  "Star sign: Cancer",
  "Surname Gay",
  "Faith's office",
  "Gender: transgender",
  "Healthcare and health products",
  "Ethnic restaurant guide",
  "Prayer times shown",
  "We never ask about religion",
  "Jail tour ticket",
  "Herkunftsland der Ware",
  "Work accident officer",
];

/** What is let through although it may be meant ill: it names nothing special by itself. */
const MISSED = [
  "Where does your family come from?",
  "Sunday habits",
  "Cristiano",
  "ver.di",
  "Background check",
  "Casier",
  "Dietary preference",
  "Вероисповедание",
];

const refused = (text: string) => findRefusedTexts([{ path: ["label"], text }]);

test("the list of near misses is a serious one", () => {
  expect(new Set(INNOCENT).size).toBeGreaterThanOrEqual(60);
});

test.each(INNOCENT)("lets %j be", (text) => {
  expect(refused(text)).toEqual([]);
});

test.each(REFUSED_ALTHOUGH_INNOCENT)("the price: refuses %j", (text) => {
  expect(refused(text)).not.toEqual([]);
});

test.each(MISSED)("the limit: does not see %j", (text) => {
  expect(refused(text)).toEqual([]);
});

test("what stands beside an innocent phrase is still read", () => {
  expect(refused("Health and safety: any illness?")).toMatchObject([{ category: "health", matched: "illness" }]);
  expect(refused("Political science and political views")).toMatchObject([{ category: "political_opinion" }]);
});

test("the demo account's fields ask for nothing special", () => {
  for (const { key, label, purpose, options = [] } of DEMO_FIELDS) {
    for (const text of [key, label, purpose, ...options.map((option) => option.label)])
      expect(refused(text)).toEqual([]);
  }
});
