import { type AppLoadContext, data, redirect } from "@remix-run/node";
import { isStaff, type Role } from "#app/modules/access/roles.ts";
import { isAskedAgain, loadRulesAgreement } from "#app/modules/account/rules-agreement.server.ts";
import type { Browser, OpenedSession } from "#app/modules/auth/open-session.server.ts";
import type { RenewedSession } from "#app/modules/auth/renew-session.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { secondFactorNeed } from "#app/modules/security/second-factor-need.ts";
import { db } from "#app/platform/db.server.ts";
import { sameSitePath } from "#app/platform/http/same-site-path.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { keepSessionToken, readSessionToken } from "#app/platform/session.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import type { WordKey } from "#app/platform/words/translate.ts";
import type { FormReply } from "#app/site/form-errors.ts";
import { forgetCodeRequest, keepKnownBrowser, readKnownBrowser } from "./sign-in-cookies.server.ts";

/** What signing in keeps of the browser that does it. */
export async function browserOf(request: Request, context: AppLoadContext): Promise<Browser> {
  return {
    userAgent: request.headers.get("User-Agent") ?? "",
    address: requestAddress(context),
    token: await readSessionToken(request),
    known: await readKnownBrowser(request),
  };
}

/**
 * Signs the browser in and leads it where it wanted to go, or to its own first page: by way of the second
 * factor, where one is wanted.
 */
export async function signedIn(opened: OpenedSession, wanted: string): Promise<Response> {
  const { demo } = await loadClub();
  const need = secondFactorNeed({ ...opened, demo });
  const to = await byWayOfTheRules(opened, landingPath(opened, wanted));
  const headers = new Headers({
    "Set-Cookie": await keepSessionToken(opened.token, opened.endsAt),
  });
  headers.append("Set-Cookie", await keepKnownBrowser(opened.known));
  headers.append("Set-Cookie", await forgetCodeRequest());
  const path = need === "give" ? `/sign-in/second-factor?${new URLSearchParams({ to })}` : to;
  return redirect(path, { headers });
}

/** A member on the way to their own pages passes the club's rules where these have changed, and can go on. */
async function byWayOfTheRules({ personId, isMember }: OpenedSession, to: string): Promise<string> {
  if (!isMember || !/^\/my([/?]|$)/.test(to) || to.startsWith("/my/rules")) return to;
  const asked = isAskedAgain(await loadRulesAgreement(db(), personId));
  return asked ? `/my/rules?${new URLSearchParams({ to })}` : to;
}

/** The Set-Cookie header by which a browser goes on under its session's new token. */
export async function renewed(session: RenewedSession): Promise<{ "Set-Cookie": string }> {
  return { "Set-Cookie": await keepSessionToken(session.token, session.endsAt) };
}

/**
 * The first page of somebody who is signed in, unless they were on their way to another. Whoever only
 * recommends friends has the page of these, and anybody else their sign-in page.
 */
export function landingPath(
  who: { roles: readonly Role[]; isMember: boolean },
  wanted: string,
): string {
  const path = sameSitePath(wanted);
  if (path !== "/") return path;
  if (isStaff(who.roles)) return "/admin";
  if (who.isMember) return "/my";
  return who.roles.includes("referrer") ? "/my/referrals" : "/security";
}

/** What a page on the way in shows: its title in the reader's language, and what it is about. */
export async function titled<Rest extends object>(request: Request, title: WordKey, rest: Rest) {
  const { locale } = await readPreferences(request);
  return { ...rest, title: translator(locale)(title) };
}

/** What a form on the way in is answered, beside being led on: `said` is a message above it. */
export type FormAnswer = {
  form: FormReply;
  said: WordKey | null;
  /** For how many minutes one has to wait, where one has to. */
  minutes: number;
};

/** Gives a form back with what is wrong in its fields, or with a message above it. */
export const refused = (form: FormReply, said: WordKey | null = null) =>
  data<FormAnswer>({ form, said, minutes: 0 }, 400);

/** Gives a form back that was tried too often. */
export const tooOften = (form: FormReply, retryAt: Date) =>
  data<FormAnswer>({ form, said: "signIn.tooMany", minutes: minutesUntil(retryAt) }, 429);

/** Gives a form back with good news. */
export const done = (form: FormReply, said: WordKey) =>
  data<FormAnswer>({ form, said, minutes: 0 });

/** For how many minutes one has to wait, at least one. */
export const minutesUntil = (retryAt: Date): number =>
  Math.max(1, Math.ceil((retryAt.getTime() - Date.now()) / 60_000));
