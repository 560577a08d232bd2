import { createHash } from "node:crypto";
import { Prisma } from "#app/generated.server/prisma/client.ts";

/** Who looks at a gallery: somebody who is signed in, or a browser by what its cookie holds; null before it has one. */
export type Visitor = { personId: number } | { browser: Uint8Array<ArrayBuffer> } | null;

/** A browser's cookie as it is kept: nobody can make another's out of the table. */
export const browserOf = (cookie: string): Visitor => ({
  browser: new Uint8Array(createHash("sha256").update(`heart:${cookie}`).digest()),
});

/** Whether a heart is a visitor's: a condition over the row `heart` of `contest_favourite`. */
export function isOf(visitor: Visitor): Prisma.Sql {
  if (!visitor) return Prisma.sql`false`;
  return "personId" in visitor
    ? Prisma.sql`heart.person_id = ${visitor.personId}`
    : Prisma.sql`heart.browser = ${visitor.browser}`;
}
