interface PhotoKey {
  accountId: string;
  contactId: string;
  id: string;
}

/** Where an original lies. Each attempt has its own place, so that a second upload cannot touch the first. */
export function originalKey(photo: PhotoKey, attemptId: string): string {
  return `${folderOf(photo)}/original-${attemptId}`;
}

/** Where a derivative lies: named by recipe and content, so that making it again writes the same object. */
export function derivativeKey(photo: PhotoKey, recipeHash: string, digest: string): string {
  return `${folderOf(photo)}/${recipeHash}-${digest}`;
}

function folderOf({ accountId, contactId, id }: PhotoKey): string {
  return `${accountId}/${contactId}/${id}`;
}
