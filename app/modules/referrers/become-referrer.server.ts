import { randomBytes } from "node:crypto";
import type { Db } from "#app/platform/db.server.ts";
import { newCode } from "#app/platform/unguessable-code.ts";
import { SHORT_CODE_LENGTH } from "./short-code.ts";

/**
 * Makes a person a referrer, with a personal link and a short code, or finds that they are one. Both are random, so
 * that neither says whose it is.
 *
 * @returns what their link ends in.
 */
export async function becomeReferrer(tx: Db, personId: number): Promise<{ token: string }> {
  await tx.referrer.createMany({
    data: {
      personId,
      token: randomBytes(16).toString("base64url"),
      code: newCode().slice(0, SHORT_CODE_LENGTH),
    },
    skipDuplicates: true,
  });
  return tx.referrer.findUniqueOrThrow({ where: { personId }, select: { token: true } });
}
