/** A filesystem object keeps its content type in so many bytes. */
export const MAX_CONTENT_TYPE = 122;

const CONTENT_TYPE = /^[\w.+-]+\/[\w.+-]+(; ?[\w.-]+=[\w.-]+)*$/;

/** Throws `TypeError` where the content type is not `type/subtype`, as it would be served as a header. */
export function checkContentType(contentType: string): void {
  if (contentType.length > MAX_CONTENT_TYPE || !CONTENT_TYPE.test(contentType)) {
    throw new TypeError(`A content type looks like type/subtype and has at most ${MAX_CONTENT_TYPE} characters.`);
  }
}
