/** What payment networks issue: Mastercard, Visa, American Express, Diners, JCB, Discover, UnionPay, Maestro, Mir, Troy. */
const ISSUED = /^(?:2[2-7]|3[04-9]|[456]|81|9792)/;
const RUN = /(?<![\d+])\d(?:[ .\u00A0-]?\d)*(?!\d)/g;

/**
 * Whether a text holds a full payment card number (P35): 13 to 19 digits of a payment network that pass Luhn's check
 * (ISO/IEC 7812), in groups or not. About one in twenty other numbers of that length looks the same, and is refused too.
 */
export function holdsCardNumber(text: string): boolean {
  return [...text.normalize("NFKC").matchAll(RUN)].some(([run]) => hasCardIn(run.split(/[ .\u00A0-]/)));
}

/** Whether neighbouring groups are a card number together. Groups of two, as in a date, belong to no card. */
function hasCardIn(groups: readonly string[]): boolean {
  return groups.some((_, from) => {
    let digits = "";
    for (let to = from; to < groups.length && digits.length <= 19; to += 1) {
      digits += groups[to] ?? "";
      if (isCardNumber(digits) && isGrouped(groups.slice(from, to + 1))) return true;
    }
    return false;
  });
}

function isGrouped(groups: readonly string[]): boolean {
  return groups.every((group) => group.length === 1) || groups.slice(0, -1).every((group) => group.length >= 3);
}

function isCardNumber(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19 || !ISSUED.test(digits)) return false;
  // Of fifteen digits are American Express and old JCB; others, as a phone's IMEI, pass Luhn's check by design.
  if (digits.length === 15 && !/^(?:3[47]|1800|2131)/.test(digits)) return false;
  return passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const value = Number(digits.at(-1 - place)) * (place % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
