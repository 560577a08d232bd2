import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Lets go of whose an answer was, and takes away what was written, when they leave: the figures stay. */
export async function eraseAnswers(tx: Db, { member }: Leaver): Promise<void> {
  if (!member) return;
  await tx.surveyAnswer.updateMany({
    where: { ask: { registration: { memberId: member.id } } },
    data: { registrationId: null, words: "", ownWords: "", named: false },
  });
}

/** What has reached a closed account in the moment it was closed, over the rows of `member`. */
export const ANSWERS_LEFT = Prisma.sql`exists (select from survey_answer answer
  join registration on registration.id = answer.registration_id
  where registration.member_id = member.id)`;
