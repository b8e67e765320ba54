/** The queue of a process that starts: photos of an older version of the platform have originals as uploaded. */
export const CLEAN_ORIGINALS = "clean-originals";
