import type { GalleryCursor } from "#app/modules/gallery/load-gallery.server.ts";

/** Where a page of a gallery begins, as its address says; null at the beginning. */
export function readCursor(text: string | null): GalleryCursor | null {
  const match = /^(\d{1,9})\.(\d{1,4})$/.exec(text ?? "");
  return match && { contestId: Number(match[1]), number: Number(match[2]) };
}
