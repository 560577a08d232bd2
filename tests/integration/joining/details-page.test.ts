import { expect, test } from "vitest";
import { openSession } from "#app/modules/auth/open-session.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { keepSessionToken } from "#app/platform/session.server.ts";
import { keepJoiningToken } from "../../../app/routes/joining/parts/joining-request.server.ts";
import { loader } from "../../../app/routes/joining/public/join.details.tsx";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aPerson, BY_PASSWORD, withAuthenticator } from "../../support/people.ts";
import { onTheWayIn } from "./joiners.ts";

testDatabase();

/** Where the form leads somebody who proved an address and may be signed in; null where it is shown. */
async function ledTo(email: string, as: { personId: number; secondFactor: boolean } | null) {
  const expires = new Date(Date.now() + 60_000);
  const cookies = [await keepJoiningToken(await onTheWayIn(email), expires)];
  if (as) {
    const { secondFactor } = as;
    const opened = await openSession(db(), as.personId, aBrowser(), {
      ...BY_PASSWORD,
      secondFactor,
    });
    cookies.push(await keepSessionToken(opened.token, opened.endsAt));
  }
  const request = new Request("http://club.marque.test/join/details", {
    headers: { Cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") },
  });
  const answer = await loader({ request, params: {}, context: {} }).catch((thrown) => thrown);
  return answer instanceof Response ? answer.headers.get("Location") : null;
}

test("an account that is there is shown to nobody but its owner, and nobody is led in circles", async () => {
  await ensureClub(db());
  const [staff, other] = await Promise.all([aPerson({ roles: ["desk"] }), aPerson()]);
  await withAuthenticator(staff.id);
  const signIn = "/sign-in?to=%2Fjoin%2Fdetails";
  expect(await ledTo(staff.email, null)).toBe(signIn);
  expect(await ledTo(staff.email, { personId: staff.id, secondFactor: false })).toBe(signIn);
  expect(await ledTo(staff.email, { personId: other.id, secondFactor: false })).toBe("/join?other");
  expect(await ledTo(staff.email, { personId: staff.id, secondFactor: true })).toBeNull();
  expect(await ledTo("nobody.yet@elsewhere.test", null)).toBeNull();
});
