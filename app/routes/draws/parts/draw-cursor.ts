import type { DrawCursor } from "#app/modules/draws/load-draws.server.ts";

/** Where the page before ended, as an address says it: `1742000000000.12`. */
export function drawCursorIn(request: Request): DrawCursor | null {
  const match = /^(\d{1,14})\.(\d{1,9})$/.exec(
    new URL(request.url).searchParams.get("after") ?? "",
  );
  return match && { at: new Date(Number(match[1])), id: Number(match[2]) };
}

export const drawCursorText = (next: DrawCursor | null): string | null =>
  next && `${next.at.getTime()}.${next.id}`;
