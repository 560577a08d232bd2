import type { Actor } from "#app/modules/access/actor.ts";
import { issueCertificates } from "#app/modules/certificates/issue-certificates.server.ts";
import type { DaysOver } from "./days-over.ts";

/** Whoever came to one of the demo's days that are over has a certificate of it. */
export async function issueDemoCertificates(days: DaysOver, keeper: Actor): Promise<void> {
  for (const eventId of Object.values(days)) {
    const answer = await issueCertificates(eventId, keeper);
    if (!answer.ok) throw new Error(`The demo's certificates were refused: ${answer.refusal}`);
  }
}
