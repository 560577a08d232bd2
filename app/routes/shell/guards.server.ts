import { redirect } from "@remix-run/node";
import { may, type Permission } from "#app/modules/access/permissions.ts";
import { isStaff, type Role } from "#app/modules/access/roles.ts";
import { loadSession, type SignedIn } from "#app/modules/auth/load-session.server.ts";
import { isRecentlyAuthenticated } from "#app/modules/auth/recent-authentication.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import {
  type SecondFactorNeed,
  secondFactorNeed,
} from "#app/modules/security/second-factor-need.ts";
import { db } from "#app/platform/db.server.ts";
import { onceInRequest } from "#app/platform/request-scope.server.ts";
import { noteSecurity } from "#app/platform/security-log.server.ts";
import { readSessionToken } from "#app/platform/session.server.ts";

export type { SignedIn };

/** A member of the club who is signed in. */
export type SignedInMember = NonNullable<SignedIn["member"]> & {
  person: SignedIn["person"];
  roles: Role[];
};

/** A member, or somebody who recommends friends without being one. */
export type SignedInReferrer = Pick<SignedIn, "person" | "member" | "roles">;

/** Someone of the dealership who is signed in; `id` is the person's. */
export type SignedInStaff = SignedIn["person"] & { roles: Role[] };

/** Somebody who has given a first factor, and what is wanted of the second. */
export type HalfSignedIn = SignedIn & { need: SecondFactorNeed };

/**
 * Who asks, also where a second factor is still wanted of them; only the page that asks for it may take
 * them for who they say they are. One query a request, however many loaders ask.
 */
export async function halfSignedIn(request: Request): Promise<HalfSignedIn | null> {
  return onceInRequest("session", async () => {
    const token = await readSessionToken(request);
    const session = token ? await loadSession(db(), token) : null;
    if (!session) return null;
    const { demo } = await loadClub();
    return { ...session, need: secondFactorNeed({ ...session, demo }) };
  });
}

/** Who asks, or null: also for whoever has a second factor and has not given it yet. */
export async function optionalPerson(request: Request): Promise<HalfSignedIn | null> {
  const half = await halfSignedIn(request);
  return half && half.need !== "give" ? half : null;
}

/**
 * Who asks, whatever they are to the club.
 *
 * @throws Response that leads to the sign-in page, or its second step, and back here.
 */
export async function requirePerson(request: Request): Promise<HalfSignedIn> {
  const half = await halfSignedIn(request);
  if (!half) throw redirect(wayIn("/sign-in", request));
  if (half.need === "give") throw redirect(wayIn("/sign-in/second-factor", request));
  return half;
}

/**
 * The member who asks. Their account is in the answer: every query of an owner's page goes by it.
 *
 * @throws Response: to the sign-in page; 403 for staff who are not in the club; and for others who are
 *   not, such as referrers, to the one page that is theirs.
 */
export async function requireMember(request: Request): Promise<SignedInMember> {
  const { member, person, roles } = await requirePerson(request);
  if (!member) throw isStaff(roles) ? forbidden(request, person.id) : redirect(placeOf(roles));
  return { ...member, person, roles };
}

/** Where somebody is led who is neither a member nor works here. */
const placeOf = (roles: readonly Role[]) =>
  roles.includes("referrer") ? "/my/referrals" : "/security";

/**
 * Whoever recommends friends: every member may, and others who have begun to.
 *
 * @throws Response as {@link requireMember} does.
 */
export async function requireReferrer(request: Request): Promise<SignedInReferrer> {
  const { member, person, roles } = await requirePerson(request);
  if (!member && !roles.includes("referrer")) {
    throw isStaff(roles) ? forbidden(request, person.id) : redirect("/security");
  }
  return { member, person, roles };
}

/**
 * The member of staff who asks, and who may do what is asked for; anybody of the dealership where no
 * permission is named.
 *
 * @throws Response: to the sign-in page; to where staff set up the second factor they must have; or 403
 *   for whoever may not.
 */
export async function requireStaff(
  request: Request,
  permission?: Permission,
): Promise<SignedInStaff> {
  const { person, roles, need } = await requirePerson(request);
  if (need === "set-up") throw redirect("/security");
  if (permission ? !may(roles, permission) : !isStaff(roles)) throw forbidden(request, person.id);
  return { ...person, roles };
}

/**
 * Whoever is about to do something that a stranger at an open screen must not: they have proved a moment
 * ago that it is them. A page with such a form asks for it before the form is filled in, and the form's
 * action again, with more patience, so that nothing typed is lost on the way.
 *
 * @throws Response: to the page that asks for the proof, and back here.
 */
export async function requireRecentAuthentication(request: Request): Promise<void> {
  const { confirmedAt, readAt } = await requirePerson(request);
  if (isRecentlyAuthenticated(confirmedAt, readAt, request.method)) return;
  const { pathname, search } = new URL(request.url);
  throw redirect(`/confirm?${new URLSearchParams({ to: pathname + search })}`);
}

function forbidden(request: Request, person: number): Response {
  const { pathname: path } = new URL(request.url);
  noteSecurity({ event: "forbidden", person, method: request.method, path });
  return new Response("Forbidden", { status: 403 });
}

/** Only a page can be come back to; what a form sent is gone by then. */
function wayIn(page: string, request: Request): string {
  if (request.method !== "GET") return page;
  const { pathname, search } = new URL(request.url);
  return `${page}?${new URLSearchParams({ to: pathname + search })}`;
}
