/** Letters of other scripts that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ а: "a", в: "b", е: "e", ё: "e", к: "k", м: "m", н: "h", о: "o", р: "p", с: "c", т: "t", у: "y", х: "x", ѕ: "s" },
  ...{ і: "i", ї: "i", ј: "j", ԁ: "d", ԛ: "q", ԝ: "w", г: "r", α: "a", β: "b", ε: "e", η: "n", ι: "i", κ: "k", ν: "v" },
  ...{ ο: "o", ρ: "p", τ: "t", υ: "u", χ: "x", ı: "i", ɡ: "g", ł: "l", ø: "o", æ: "ae", œ: "oe", ß: "ss", đ: "d" },
  ...{ ä: "ae", ö: "oe", ü: "ue" },
};

/** Signs that stand in for letters; `1`, `!` and `|` for two. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ "0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "@": "a", $: "s", "€": "e", "+": "t" },
};

/**
 * The ways in which a reader may take a text: words in lower-case ASCII where they are Latin, one space between and
 * around. Accents, invisible characters, look-alike letters, letters set apart and signs for letters are undone.
 */
export function textReadings(text: string): string[] {
  const plain = text.normalize("NFKC").replaceAll(/\p{Cf}/gu, "");
  const split = plain.replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  const cased = split === plain ? [plain] : [plain, split];
  const readings = cased
    .map(foldLetters)
    .flatMap((folded) => [folded, readSigns(folded, "i"), readSigns(folded, "l")])
    .map(toWords);
  return [...new Set([...readings, ...readings.map(joinLetters)])];
}

/** Neighbouring words taken as one: `reli gion`, `gen e tic`. */
export function joinedNeighbours(reading: string): string[] {
  const words = reading.trim().split(" ");
  return words.flatMap((word, at) => {
    const [next, third] = [words[at + 1], words[at + 2]];
    if (next === undefined) return [];
    return third === undefined ? [word + next] : [word + next, word + next + third];
  });
}

/** Lower case, Latin letters without their accents; `ä` is `ae`. */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase().normalize("NFC");
  const latin = [...lower].map((letter) => LOOKALIKES[letter] ?? letter).join("");
  return latin.normalize("NFD").replaceAll(/\p{M}/gu, "");
}

/** Signs read as letters, in words that have letters as well. */
function readSigns(text: string, one: "i" | "l"): string {
  return text.replaceAll(/\S+/g, (word) => {
    if (!/\p{L}/u.test(word)) return word;
    return [...word].map((sign) => (/[1!|]/.test(sign) ? one : (SIGNS[sign] ?? sign))).join("");
  });
}

/** Letters and digits apart, everything else a space, no letter more than twice in a row. */
function toWords(text: string): string {
  const words = text
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .replaceAll(/(\p{L})(\p{N})|(\p{N})(\p{L})/gu, "$1$3 $2$4")
    .replaceAll(/(\p{L})\1{2,}/gu, "$1");
  return ` ${words.trim()} `;
}

/** Four and more letters standing alone, taken as one word. */
function joinLetters(reading: string): string {
  return reading.replaceAll(/(?<= )(?:\p{L} ){3,}\p{L}(?= )/gu, (letters) => letters.replaceAll(" ", ""));
}
