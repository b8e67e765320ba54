import { oneByKey } from "@studio/kit/loader/loader.js";
import type { ReadAccount } from "../read-account.js";
import { findEditedVersions } from "./derivative.repository.js";
import { findPhotos } from "./photo.repository.js";

/** Photos by id, and the edited version of each by the photo's id. */
export const photoLoaders = (read: ReadAccount) => ({
  photo: oneByKey(
    (ids) => read((tx, account) => findPhotos(tx, account, ids)),
    (photo) => photo.id,
  ),
  editedVersionByPhoto: oneByKey(
    (ids) => read((tx, account) => findEditedVersions(tx, account, ids)),
    (derivative) => derivative.photoId,
  ),
});
