/** How long a proof that it is them opens the pages that ask for one, in minutes. */
const OPENS_MINUTES = 10;
/** How long it carries a form that was opened in time. */
const CARRIES_MINUTES = 40;

/**
 * Whether a proof that it is them is recent enough for what is asked ("confirm it's you", OWASP ASVS 5.0
 * 7.5.1).
 *
 * @param method the request's: a page is opened by GET, a form that was opened in time comes by POST.
 */
export function isRecentlyAuthenticated(confirmedAt: Date, now: Date, method: string): boolean {
  const minutes = method === "GET" || method === "HEAD" ? OPENS_MINUTES : CARRIES_MINUTES;
  return now.getTime() - confirmedAt.getTime() < minutes * 60_000;
}
