import { db } from "#app/platform/db.server.ts";

/** What a referrer agrees to, each by itself; what is not named is not agreed to. */
export type ReferrerChoices = {
  /** To be named, by the first name, to friends who open the link. */
  showsName: boolean;
  /** To be named among those who recommended most. */
  isListed: boolean;
};

/** Keeps what a referrer agrees to. It holds from the next page on, and can be taken back in the same way. */
export async function changeReferrer(personId: number, choices: ReferrerChoices): Promise<void> {
  await db().referrer.updateMany({ where: { personId }, data: choices });
}
