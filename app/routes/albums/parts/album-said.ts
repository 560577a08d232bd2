export const ALBUM_DONE = [
  "publish",
  "withdraw",
  "dismiss",
  "tag",
  "untag",
  "remove",
  "bring-back",
] as const;
export const ALBUM_REFUSED = ["no-album", "empty", "no-pictures", "nobody"] as const;
/** Why a form without a script took no further picture. */
export const FORM_STOPPED = ["quota", "busy", "broken"] as const;
