import { randomBytes, randomUUID } from "node:crypto";
import type { Prisma } from "#app/generated.server/prisma/client.ts";
import { db } from "#app/platform/db.server.ts";
import { newCode } from "#app/platform/unguessable-code.ts";
import type { TestMember } from "./people.ts";

type Person = Partial<Prisma.RegistrationPersonCreateManyRegistrationInput>;

/** A party as the registry has it: a member with a child, with places. */
export async function aParty(
  eventId: number,
  member: Pick<TestMember, "memberId" | "name"> | null,
  changes: Partial<Prisma.RegistrationUncheckedCreateInput> & { people?: Person[] } = {},
) {
  const { people, ...party } = changes;
  const { id, token, code } = await db().registration.create({
    data: {
      eventId,
      memberId: member?.memberId ?? null,
      token: randomBytes(18).toString("base64url"),
      code: newCode().slice(0, 6),
      state: "registered",
      eventVersion: 1,
      source: "owner",
      requestKey: randomUUID(),
      ...party,
    },
  });
  const whole: Person[] = people ?? [
    { role: "adult", name: member?.name ?? "Lin Jing", isMember: true },
    { role: "child", name: "Mia", birthDate: new Date("2019-06-01") },
  ];
  const rows = await db().registrationPerson.createManyAndReturn({
    data: whole.map((person) => ({
      role: "adult",
      name: "Lin Jing",
      state: "coming",
      ...person,
      registrationId: id,
      eventId,
    })),
    select: { id: true },
  });
  return { id, token, code, personIds: rows.map((row) => row.id) };
}
