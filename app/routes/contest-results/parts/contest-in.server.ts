import type { Params } from "@remix-run/react";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { contestPage } from "./contest-address.ts";

export type ContestAddress = { eventId: number; contestId: number; page: string };

/**
 * The contest in a page's address.
 *
 * @throws Response 404 for what cannot be one.
 */
export function contestIn(params: Params): ContestAddress {
  const [eventId, contestId] = [rowIdIn(params.id), rowIdIn(params.contest)];
  return { eventId, contestId, page: contestPage(eventId, contestId) };
}
