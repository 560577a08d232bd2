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
