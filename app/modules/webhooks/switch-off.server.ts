import { PERMISSIONS } from "#app/modules/access/permissions.ts";
import { writeLetters } from "#app/modules/letters/write-letter.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Switches an endpoint off that wants nothing more, or to which nothing got through for days, and writes so to all who
 * can switch it on again. One that is off stays as it is.
 *
 * @param tx in which the endpoint is locked.
 */
export async function switchOffForFailing(
  tx: Db,
  id: number,
  { why, now }: { why: "gone" | "failing"; now: Date },
): Promise<void> {
  const { count } = await tx.webhookEndpoint.updateMany({
    where: { id, offAt: null },
    data: { offAt: now, offWhy: why },
  });
  if (count === 0) return;
  await writeAudit(tx, {
    personId: null,
    action: "webhook.switched-off",
    subject: `webhook:${id}`,
    detail: { why },
  });
  const { description, url } = await tx.webhookEndpoint.findUniqueOrThrow({ where: { id } });
  const readers = await tx.person.findMany({
    where: {
      closedAt: null,
      email: { not: null },
      roles: { some: { role: { in: [...PERMISSIONS["webhooks.manage"]] } } },
    },
    orderBy: { id: "asc" },
    select: { id: true, name: true, email: true, locale: true },
  });
  await writeLetters(
    tx,
    readers.map(({ id: personId, name, email, locale }) => ({
      personId,
      to: email as string,
      template: "webhook-off",
      locale,
      // The rest of an address may be as good as a password.
      props: { name, endpointId: id, description, host: new URL(url).host, why },
    })),
  );
}
