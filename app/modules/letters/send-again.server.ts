import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";

/** A letter that did not get through can go again, unless it brought a code, which has ended since. */
export function canGoAgain({ state, template }: { state: string; template: string }): boolean {
  return (state === "failed" || state === "refused") && template !== "sign-in-code";
}

/**
 * Puts a letter that did not get through in line once more.
 *
 * @returns false when it is not one that can go again, such as one that somebody else has just sent again.
 */
export async function sendAgain(
  db: PrismaClient,
  { mailId, by, address }: Actor & { mailId: number },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [mail] = await tx.$queryRaw<{ state: string; template: string }[]>`
      select state, template from mail where id = ${mailId} for update`;
    if (!mail || !canGoAgain(mail)) return false;
    await tx.mail.update({ where: { id: mailId }, data: { state: "waiting", lastError: null } });
    await enqueue(tx, "send-letter", { mailId }, { jobKey: `mail:${mailId}` });
    await writeAudit(tx, {
      personId: by,
      action: "letter.sent-again",
      subject: `mail:${mailId}`,
      detail: { template: mail.template },
      address,
    });
    return true;
  });
}
