import { type FoundLink, findStewardLink } from "#app/modules/attendance/steward-links.server.ts";
import { db } from "#app/platform/db.server.ts";

/**
 * The link that a request came by.
 *
 * @param until `open`: while it opens the check-in; `sending`: also while what was marked may still arrive.
 * @throws Response 404 for a link that never was, 410 for one that is over.
 */
export async function requireStewardLink(
  token: string | undefined,
  until: "open" | "sending",
): Promise<FoundLink> {
  const link = await findStewardLink(db(), token);
  if (!link) throw new Response(null, { status: 404 });
  const holds = link.state === "open" || (until === "sending" && link.state === "sending");
  if (!holds) throw new Response(null, { status: 410 });
  return link;
}

/**
 * The link of a supervisor, who lets people in; while it opens the check-in.
 *
 * @throws Response as {@link requireStewardLink} does, and 403 for a steward, who calls a supervisor.
 */
export async function requireSupervisorLink(token: string | undefined): Promise<FoundLink> {
  const link = await requireStewardLink(token, "open");
  if (link.role !== "supervisor") throw new Response(null, { status: 403 });
  return link;
}
