import { decideFieldAccess } from "@studio/identity/access/decide-field-access.js";
import type { Tx } from "@studio/kit/db/database.js";
import type { MediaServices } from "../context.js";
import { findRecipesByStudio } from "../derivative/derivative-recipe.repository.js";
import { HttpRefusal } from "../http-refusal.js";
import type { Recipe } from "../imaging/recipe.js";
import { findDerivativeByDigest, findDerivativeByRecipe } from "../photo/derivative.repository.js";
import { findPhoto } from "../photo/photo.repository.js";
import { photoKey } from "../photo/photo-key.js";
import type { PhotoRow } from "../photo/photo.table.js";
import { ContactKeyGone } from "../published/contact-key.js";
import { findPublishedContacts } from "../published/published-contact.js";
import { findPublishedStudio } from "../published/published-studio.js";
import { findSubmissionsByPhoto } from "../submission/submission.repository.js";
import { isShared } from "../submission/submission.policy.js";
import { viewerOf } from "./link-audience.js";
import type { PhotoGrant } from "./photo-links.js";

/** A picture that lies in the store. */
export interface StoredPicture {
  objectKey: string;
  digest: string;
  bytes: number;
  contentType: string;
  key: Buffer;
}

/** A headshot on the studio's list that was not made of this photo yet. */
export interface WantedPicture {
  photo: PhotoRow;
  key: Buffer;
  recipe: Recipe;
}

/**
 * What a link opens now. The access table is asked again for the class of viewers that it was made for, so a link ends
 * with its reason: when processing is restricted, the submission withdrawn, the studio's setting changed, the photo
 * purged or its contact erased. @throws HttpRefusal 403 | 404
 */
export async function findPicture(
  { db, keys }: MediaServices,
  grant: PhotoGrant,
): Promise<StoredPicture | WantedPicture> {
  return db.inAccount(grant.accountId, async (tx) => {
    const photo = await findPhoto(tx, grant.accountId, grant.photoId);
    if (!photo || photo.status === "purged") throw notThere();
    if (!(await isStillOpen(tx, grant, photo))) throw accessEnded();
    const found = await findVersion(tx, grant, photo);
    const key = await photoKey(tx, keys, photo).catch((error: unknown) => {
      throw error instanceof ContactKeyGone ? notThere() : error;
    });
    return { ...found, key };
  });
}

async function isStillOpen(tx: Tx, grant: PhotoGrant, photo: PhotoRow): Promise<boolean> {
  const { accountId, contactId, studioId, id } = photo;
  const [[contact], studio, submissions] = await Promise.all([
    findPublishedContacts(tx, accountId, [contactId]),
    findPublishedStudio(tx, accountId, studioId),
    findSubmissionsByPhoto(tx, accountId, [id]),
  ]);
  if (!contact) return false;
  const row = grant.version === "original" ? "originalPhoto" : "acceptedDerivative";
  const studioAllowsOriginal = studio?.coordinatorsSeeOriginals === true;
  const facts = { ...contact, studioAllowsOriginal, purpose: grant.for.purpose };
  const isOpen = grant.for.audience === "self" || submissions.some(({ status }) => isShared(status));
  return isOpen && decideFieldAccess(viewerOf(grant.for, accountId), row, facts).kind === "read";
}

type Version = Omit<StoredPicture, "key"> | Omit<WantedPicture, "key">;

async function findVersion(tx: Tx, { version }: PhotoGrant, photo: PhotoRow): Promise<Version> {
  if (version === "original") return originalOf(photo);
  if ("digest" in version) {
    const derivative = await findDerivativeByDigest(tx, photo.accountId, photo.id, version.digest);
    if (!derivative) throw notThere();
    return derivative;
  }
  return findByRecipe(tx, photo, version.recipeHash);
}

/** What was uploaded is shown to nobody until it is clean. */
function originalOf({ objectKey, cleanDigest: digest, bytes, format }: PhotoRow): Version {
  if (objectKey === null || digest === null || bytes === null || format === null) throw notThere();
  return { objectKey, digest, bytes, contentType: `image/${format}` };
}

/** Only what is on the studio's list now is shown or made. */
async function findByRecipe(tx: Tx, photo: PhotoRow, hash: string): Promise<Version> {
  const { accountId, id, studioId } = photo;
  const recipes = await findRecipesByStudio(tx, accountId, [studioId]);
  const allowed = recipes.find((row) => row.recipeHash === hash);
  if (!allowed) throw new HttpRefusal(403, "RECIPE_NOT_ALLOWED", "The studio does not make this kind of picture.");
  return (await findDerivativeByRecipe(tx, accountId, id, hash)) ?? { photo, recipe: allowed.recipe };
}

/** Also where another account's photo is asked for, or one that never was. */
export function notThere(): HttpRefusal {
  return new HttpRefusal(404, "NOT_FOUND", "There is no such picture any more.");
}

function accessEnded(): HttpRefusal {
  return new HttpRefusal(403, "ACCESS_ENDED", "This picture is not shown to you any more.");
}
