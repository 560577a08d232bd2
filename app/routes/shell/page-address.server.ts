import type { Params } from "@remix-run/react";
import { RowId } from "#app/platform/row-id.ts";

/**
 * The id of a row in a page's address.
 *
 * @throws Response 404 for what cannot be one, before it reaches the database.
 */
export function rowIdIn(param: string | undefined): number {
  const id = RowId.safeParse(param);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}

/**
 * The member number in a page's address.
 *
 * @throws Response 404 for what cannot be one, before it reaches the database.
 */
export function memberNumberIn(params: Params): string {
  if (!/^M\d{8}$/.test(params.number ?? "")) throw new Response(null, { status: 404 });
  return String(params.number);
}

/**
 * What a form has just done, as it told the page that it led to (`?done=saved`).
 *
 * @param known what the page has words for: an address that somebody made up says nothing.
 */
export function noticeIn<const Notice extends string>(
  request: Request,
  known: readonly Notice[],
  name = "done",
): Notice | null {
  const said = new URL(request.url).searchParams.get(name);
  return known.find((each) => each === said) ?? null;
}

/** A figure that goes with it, such as the points that it earned; 0 where there is none. */
export function figureIn(request: Request, name: string): number {
  const said = new URL(request.url).searchParams.get(name) ?? "";
  return /^\d{1,7}$/.test(said) ? Number(said) : 0;
}
