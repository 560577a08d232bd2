import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { UrlProblem } from "./endpoint-url.ts";
import { type Judge, judgeEndpoint } from "./judge-endpoint.server.ts";
import { lockEndpoint, NO_ENDPOINT, type NoEndpoint } from "./lock-endpoint.server.ts";
import type { NewEndpoint } from "./make-endpoint.server.ts";
import { THE_INTERNET } from "./post-outside.server.ts";

export type EndpointChanged = { ok: true } | { ok: false; refusal: UrlProblem } | NoEndpoint;

/**
 * Changes where messages go, and of what. What waits already goes to the new address.
 *
 * @param judge for tests and the demo club; the internet's name servers and the real rule otherwise.
 */
export async function changeEndpoint(
  id: number,
  { url: typed, description, events }: Omit<NewEndpoint, "requestKey">,
  { by, address }: Actor,
  judge: Judge = THE_INTERNET,
): Promise<EndpointChanged> {
  const read = await judgeEndpoint(typed, judge);
  if (!read.ok) return { ok: false, refusal: read.problem };
  const { href, host } = read.url;
  return inRetriedTransaction(async (tx) => {
    if (!(await lockEndpoint(tx, id))) return NO_ENDPOINT;
    await tx.webhookEndpoint.update({
      where: { id },
      data: { url: href, description, events },
      select: { id: true },
    });
    await writeAudit(tx, {
      personId: by,
      action: "webhook.changed",
      subject: `webhook:${id}`,
      detail: { host, description, events: events.join(" ") },
      address,
    });
    return { ok: true };
  });
}
