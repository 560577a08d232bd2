import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { FreeConsent } from "./consent-kinds.ts";

/**
 * Whether somebody agrees to something as things stand now: their latest word counts, and none is a no.
 *
 * @param personId the column of the query that names the person; null there is a no as well.
 */
export const agrees = (kind: FreeConsent, personId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  coalesce((select consent.given from consent
    where consent.person_id = ${personId} and consent.kind = ${kind}
    order by consent.id desc limit 1), false)`;
