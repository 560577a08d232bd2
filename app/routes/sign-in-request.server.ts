import { type AppLoadContext, createCookie, redirect } from "@remix-run/node";
import type { Browser, OpenedSession } from "#app/modules/auth/open-session.server.ts";
import { isStaff, type Role } from "#app/modules/auth/roles.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { sameSitePath } from "#app/platform/http/same-site-path.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { keepSessionToken, readSessionToken } from "#app/platform/session.server.ts";

/** What signing in keeps of the browser that does it. */
export async function browserOf(request: Request, context: AppLoadContext): Promise<Browser> {
  return {
    userAgent: request.headers.get("User-Agent") ?? "",
    address: requestAddress(context),
    token: await readSessionToken(request),
  };
}

/** Signs the browser in and leads it where it wanted to go, or to its own first page. */
export async function signedIn({ token, endsAt, roles }: OpenedSession, wanted: string) {
  const headers = new Headers({ "Set-Cookie": await keepSessionToken(token, endsAt) });
  headers.append("Set-Cookie", await codeRequest().serialize("", { maxAge: 0 }));
  return redirect(landingPath(roles, wanted), { headers });
}

/** The first page of somebody who is signed in, unless they were on their way to another. */
export function landingPath(roles: readonly Role[], wanted: string): string {
  const path = sameSitePath(wanted);
  if (path !== "/") return path;
  return isStaff(roles) ? "/admin" : "/my";
}

/** For how many minutes one has to wait, at least one. */
export const minutesUntil = (retryAt: Date): number =>
  Math.max(1, Math.ceil((retryAt.getTime() - Date.now()) / 60_000));

/** Who asked for a code, and where they were going. */
export type CodeRequest = { email: string; to: string };

/**
 * Carries a {@link CodeRequest} from the page that asks for a code to the one that takes it: an
 * e-mail address in the page's own address would be kept by histories and logs.
 */
const codeRequest = () =>
  createCookie("marque-code", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: appOrigin().startsWith("https:"),
    maxAge: 15 * 60,
  });

/** The Set-Cookie header that remembers who asked for a code. */
export const keepCodeRequest = (asked: CodeRequest): Promise<string> =>
  codeRequest().serialize(asked);

/** Who asked for a code in this browser within the last quarter of an hour, or null. */
export async function readCodeRequest(request: Request): Promise<CodeRequest | null> {
  const kept: unknown = await codeRequest().parse(request.headers.get("Cookie"));
  if (typeof kept !== "object" || kept === null) return null;
  const { email, to } = kept as Partial<CodeRequest>;
  return typeof email === "string" && typeof to === "string" ? { email, to } : null;
}
