import { makeCode } from "#app/modules/auth/codes.server.ts";
import { enterJoiningCode } from "#app/modules/joining/enter-joining-code.server.ts";
import type { Joiner } from "#app/modules/joining/forms.ts";
import { type JoinAnswer, joinClub } from "#app/modules/joining/join-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aBrowser } from "../../support/people.ts";

let joiners = 0;

export const anAddress = () => `joiner${++joiners}@elsewhere.test`;

/** What somebody types who wants nothing but the card. */
export const aJoiner = (typed: Partial<Joiner> = {}): Joiner => ({
  name: "方圆",
  phone: `+86139${String(10_000_000 + joiners)}`,
  car: null,
  birthday: null,
  consents: { terms: true, "service-messages": false, "club-news": false, photos: false },
  rulesVersion: 1,
  proof: null,
  orderNumber: null,
  ...typed,
});

/** Somebody who has proved an address; gives the token of their browser. */
export async function onTheWayIn(email = anAddress()): Promise<string> {
  const { code } = await makeCode(db(), email, "join");
  const answer = await enterJoiningCode(db(), email, code, aBrowser());
  if (!answer.ok || answer.way !== "joining") throw new Error(JSON.stringify(answer));
  return answer.token;
}

/** @param signedInAs who is signed in in that browser. */
export const handIn = (
  token: string,
  typed: Partial<Joiner> = {},
  signedInAs: number | null = null,
): Promise<JoinAnswer> =>
  joinClub({ token, joiner: aJoiner(typed), locale: "zh-CN", browser: aBrowser(), signedInAs });

/** Joins and gives the answer, which has to be a card. */
export async function join(
  typed: Partial<Joiner> = {},
  email = anAddress(),
  signedInAs: number | null = null,
) {
  const answer = await handIn(await onTheWayIn(email), typed, signedInAs);
  if (!answer.ok) throw new Error(answer.refusal);
  const { id, name, phone, member } = await db().person.findUniqueOrThrow({
    where: { email },
    include: { member: { include: { cars: { include: { car: true } }, carClaims: true } } },
  });
  if (!member) throw new Error("There is no card.");
  return { ...answer, email, personId: id, name, phone, member };
}
