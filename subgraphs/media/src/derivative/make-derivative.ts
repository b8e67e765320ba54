import { buffer } from "node:stream/consumers";
import type { MediaServices } from "../context.js";
import type { SubjectMask } from "../imaging/background-removal/background-remover.js";
import { decodeForSubject } from "../imaging/find-subject.js";
import { yieldToRequests } from "../imaging/image-threads.js";
import { recipeHash, type Recipe } from "../imaging/recipe.js";
import { renderPortrait } from "../imaging/render-portrait.js";
import { findDerivativeByRecipe, insertDerivative } from "../photo/derivative.repository.js";
import type { DerivativeRow } from "../photo/derivative.table.js";
import { derivativeKey } from "../photo/object-keys.js";
import { findMask, insertMask } from "../photo/photo-mask.repository.js";
import { holdPhoto } from "../photo/photo.repository.js";
import type { PhotoRow } from "../photo/photo.table.js";
import { sealedStore } from "../storage/sealed-store.js";

/** What making a headshot needs of the services. */
export type MakingServices = Pick<MediaServices, "db" | "clock" | "objects" | "remover">;

/** A photo that is in, with the key (32 bytes) that opens it. */
export interface OpenedPhoto {
  readonly photo: PhotoRow;
  readonly key: Buffer;
}

/** Reads the original whole: of the order of the 25 MB that an upload may have. @throws ObjectNotFound, ObjectCorrupt */
export async function readOriginal(
  { objects }: Pick<MakingServices, "objects">,
  { photo, key }: OpenedPhoto,
): Promise<Buffer> {
  const { body } = await sealedStore(objects, key).get(photo.objectKey!);
  return buffer(body);
}

/**
 * The photo's mask: the one that is kept, or a new one, which is kept unless the photo was purged meanwhile.
 * @throws BackgroundRemovalFailed
 */
export async function maskOf(
  services: MakingServices,
  { photo, key }: OpenedPhoto,
  original: Uint8Array,
): Promise<SubjectMask> {
  const { db, clock, remover } = services;
  const kept = await db.inAccount(photo.accountId, (tx) => findMask(tx, photo, key));
  if (kept) return kept;
  yieldToRequests();
  const mask = await remover.removeBackground(await decodeForSubject(original));
  await db.inAccount(photo.accountId, async (tx) => {
    if (await holdPhoto(tx, photo)) await insertMask(tx, photo, key, { mask, createdAt: clock.now() });
  });
  return mask;
}

/** The photo's headshot by a recipe, or null while it was not made. */
export function findMade(
  { db }: Pick<MakingServices, "db">,
  { accountId, id }: PhotoRow,
  recipe: Recipe,
): Promise<DerivativeRow | null> {
  return db.inAccount(accountId, (tx) => findDerivativeByRecipe(tx, accountId, id, recipeHash(recipe)));
}

/**
 * Makes a headshot, stores it sealed, and names it by its recipe. Repeating it writes the same object.
 * @returns null if the photo was purged meanwhile: nothing of the headshot stays
 */
export async function makeDerivative(
  services: MakingServices,
  opened: OpenedPhoto,
  from: { original: Uint8Array; mask: SubjectMask },
  recipe: Recipe,
): Promise<DerivativeRow | null> {
  const { photo, key } = opened;
  yieldToRequests();
  const { bytes, sha256: digest, ...rendered } = await renderPortrait(from.original, from.mask, recipe);
  const objectKey = derivativeKey(photo, rendered.recipeHash, digest);
  await sealedStore(services.objects, key).put(objectKey, bytes, { contentType: rendered.contentType });
  const derivative: DerivativeRow = {
    accountId: photo.accountId,
    photoId: photo.id,
    ...rendered,
    digest,
    objectKey,
    removerVersion: from.mask.removerVersion,
    bytes: bytes.length,
    createdAt: services.clock.now(),
  };
  if (await services.db.inAccount(photo.accountId, (tx) => insertDerivative(tx, derivative))) return derivative;
  await services.objects.delete(objectKey);
  return null;
}

/** The photo's headshot by a recipe: the one that was made, or made now; null if the photo was purged meanwhile. */
export async function ensureDerivative(
  services: MakingServices,
  opened: OpenedPhoto,
  recipe: Recipe,
): Promise<DerivativeRow | null> {
  const made = await findMade(services, opened.photo, recipe);
  if (made) return made;
  const original = await readOriginal(services, opened);
  const mask = await maskOf(services, opened, original);
  return makeDerivative(services, opened, { original, mask }, recipe);
}
