import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { FreeChildConsent } from "./child-consent.ts";

/**
 * Whether a child's guardian agrees to something as things stand now: a condition over a row of `registration_person`.
 * What was never asked is not agreed to. It says nothing of grown-ups, who are asked by themselves.
 *
 * @param person the row's name in the query.
 */
export const childAgrees = (consent: FreeChildConsent, person = "person"): Prisma.Sql =>
  Prisma.sql`${consent} = any(${Prisma.raw(person)}.consents)`;
