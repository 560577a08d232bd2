import type { PrismaClient } from "#app/generated.server/prisma/client.ts";

/** What somebody signs in with, for their own eyes. */
export type Security = {
  email: string | null;
  hasPassword: boolean;
  /** The password proves no more than the inbox it came by. */
  passwordByInbox: boolean;
  /** Since when their authenticator counts; null for none. */
  authenticatorSince: Date | null;
  recoveryCodesLeft: number;
  /** The oldest first. */
  passkeys: { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }[];
};

/** What a person signs in with, in one query. */
export async function loadSecurity(db: PrismaClient, personId: number): Promise<Security> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      email: true,
      passwordHash: true,
      passwordByInbox: true,
      authenticator: { select: { confirmedAt: true } },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
      passkeys: {
        select: { id: true, name: true, createdAt: true, lastUsedAt: true },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  return {
    email: person.email,
    hasPassword: person.passwordHash !== null,
    passwordByInbox: person.passwordByInbox,
    authenticatorSince: person.authenticator?.confirmedAt ?? null,
    recoveryCodesLeft: person._count.recoveryCodes,
    passkeys: person.passkeys,
  };
}
