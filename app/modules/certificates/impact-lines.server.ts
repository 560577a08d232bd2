import type { Db } from "#app/platform/db.server.ts";
import type { CertificateSays } from "./certificate.ts";

/** What people did together at an event, by the person's id. */
export async function loadImpactLines(
  _on: Db,
  _eventId: number,
): Promise<Map<number, NonNullable<CertificateSays["impact"]>>> {
  return new Map();
}
