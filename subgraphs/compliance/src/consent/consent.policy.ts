import { ConsentTextChanged } from "./consent.errors.js";

/**
 * A consent is given to the text that the person has read: one that was replaced meanwhile does not count.
 * @param read the version that the client says was shown; none where it does not say
 */
export function checkTextWasCurrent(read: number | null, current: number): ConsentTextChanged | null {
  return read === null || read === current ? null : new ConsentTextChanged(current);
}
