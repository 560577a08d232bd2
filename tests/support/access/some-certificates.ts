import { randomUUID } from "node:crypto";
import { recordMarks } from "#app/modules/attendance/record-marks.server.ts";
import { issueCertificates } from "#app/modules/certificates/issue-certificates.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aPublishedEvent } from "../events.ts";
import { aParty } from "../parties.ts";
import { aPerson, type TestMember } from "../people.ts";

/** An event whose certificates are issued, and the codes of two owners'. */
export type SomeCertificates = { eventId: number; ownCode: string; othersCode: string };

export async function someCertificates(
  own: TestMember,
  others: TestMember,
): Promise<SomeCertificates> {
  const { eventId } = await aPublishedEvent();
  const by = { by: (await aPerson({ roles: ["events"] })).id, address: "10.0.0.9" };
  const codes: string[] = [];
  for (const member of [own, others]) {
    const { id: registrationId, personIds } = await aParty(eventId, member);
    const mark = { kind: "in", registrationId, undoes: null, seen: "", people: 0 } as const;
    const at = { at: new Date().toISOString(), gate: "Main", device: randomUUID() };
    const [personId = 0] = personIds;
    await recordMarks({ eventId, marks: [{ id: randomUUID(), ...mark, personId, ...at }], by });
    await issueCertificates(eventId, by);
    codes.push((await db().certificate.findFirstOrThrow({ where: { personId } })).code);
  }
  const [ownCode = "", othersCode = ""] = codes;
  return { eventId, ownCode, othersCode };
}
