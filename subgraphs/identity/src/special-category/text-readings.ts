/** Letters of other scripts that look like Latin ones, and Latin letters of two. */
const LOOKALIKES = pairs(`аa вb еe ёe кk мm нh оo рp сc тt уy хx ѕs іi їi јj ԁd ԛq ԝw гr
  αa βb εe ηn ιi κk νv οo ρp τt υu χx ıi ɡg łl øo đd æae œoe ßss äae öoe üue`);

/** Signs that stand in for letters; `1`, `!` and `|` do for two, `i` and `l`. */
const SIGNS = pairs("0o 3e 4a 5s 7t 8b 9g @a $s €e +t");

function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(/\s+/).map((pair) => [pair.charAt(0), pair.slice(1)]));
}

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
  const latin = Array.from(lower, (letter) => LOOKALIKES.get(letter) ?? letter).join("");
  return latin.normalize("NFD").replaceAll(/\p{M}/gu, "");
}

/** Signs read as letters, in words that have letters as well. */
function readSigns(text: string, one: "i" | "l"): string {
  return text.replaceAll(/\S+/g, (word) => {
    if (!/\p{L}/u.test(word)) return word;
    return Array.from(word, (sign) => (/[1!|]/.test(sign) ? one : (SIGNS.get(sign) ?? sign))).join("");
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
