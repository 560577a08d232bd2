/** `left`: it was taken out because a family that is on it left the club. */
export type PhotoRefusal = "not-a-picture" | "too-large" | "heic" | "left";

/** What becomes of a file on its way into an album. */
export type UploadState = "sending" | "waiting" | "kept" | "duplicate" | "refused";

/** `failed`: our own work on it went wrong, again and again. */
export type UploadRefusal = PhotoRefusal | "failed";

/** A file as the browser that sends it asks about it. */
export type SentFile = {
  id: string;
  /** See {@link markOf}. */
  mark: string;
  state: UploadState;
};

/**
 * By which a file that is chosen again is known: a browser tells no more of it than this, and it takes the three
 * together to mistake one photo for another.
 */
export const markOf = (file: { name: string; size: number; lastModified: number }): string =>
  `${file.size}/${file.lastModified}/${file.name}`.slice(0, 300);
