/** Words of fewer letters have too many neighbours to be guessed at. */
const SHORTEST = 3;
const LONGEST = 24;

/** Letters that a mistyped one may have been, by what the word is written in. */
const ALPHABETS: readonly { of: RegExp; letters: string }[] = [
  { of: /[a-z]/, letters: "abcdefghijklmnopqrstuvwxyzßæøłđı" },
  { of: /[0-9]/, letters: "0123456789" },
  { of: /\p{Script=Cyrillic}/u, letters: "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ" },
  { of: /\p{Script=Greek}/u, letters: "αβγδεζηθικλμνξοπρσςτυφχψω" },
];

/**
 * All that a word may have been meant to be: one letter wrong, missing or too many, or two swapped (a Damerau–Levenshtein
 * distance of 1). Some hundreds, looked up one by one, which costs the same however many contacts there are.
 */
export function misspellings(word: string): string[] {
  const letters = Array.from(word);
  if (letters.length < SHORTEST || letters.length > LONGEST) return [];
  const others = ALPHABETS.flatMap(({ of, letters: alphabet }) => (of.test(word) ? Array.from(alphabet) : []));
  const found = new Set<string>();
  for (let at = 0; at <= letters.length; at++) {
    const [before, after] = [letters.slice(0, at), letters.slice(at)];
    const [letter = "", next = "", ...rest] = after;
    for (const other of others) {
      found.add([...before, other, ...after].join(""));
      found.add([...before, other, ...after.slice(1)].join(""));
    }
    found.add([...before, ...after.slice(1)].join(""));
    found.add([...before, next, letter, ...rest].join(""));
  }
  found.delete(word);
  return [...found];
}
