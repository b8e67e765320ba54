/** The most submissions that one call accepts. */
export const MAX_ACCEPTED_AT_ONCE = 100;

const MAX_MESSAGE_LENGTH = 1_000;
/** Line breaks and tabs belong to a message; other control characters and halves of surrogate pairs do not. */
const CONTROL = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

/** Whether a reviewer's words can be kept. */
export function isReviewMessage(text: string): boolean {
  return text.length <= MAX_MESSAGE_LENGTH && !CONTROL.test(text);
}
