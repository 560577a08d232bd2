import type { Db } from "#app/platform/db.server.ts";
import { hashPassword } from "./passwords.server.ts";

/**
 * Gives the demo club's people one published password, without the code that anybody else needs.
 *
 * @throws Error over any club but the demo.
 */
export async function giveDemoPassword(db: Db, emails: string[], password: string): Promise<void> {
  const demo = await db.club.findFirst({ where: { mode: "demo" }, select: { id: true } });
  if (!demo) throw new Error("A published password is for the demo club only.");
  const passwordHash = await hashPassword(password);
  await db.person.updateMany({ where: { email: { in: emails } }, data: { passwordHash } });
}
