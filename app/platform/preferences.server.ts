import { siteCookie } from "./cookies.server.ts";
import { onceInRequest } from "./request-scope.server.ts";
import { enabledLocaleOr } from "./words/enabled-locales.server.ts";
import { isLocale, type Locale, negotiateLocale } from "./words/locale.ts";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export type Preferences = { locale: Locale; theme: Theme };

const YEAR_SECONDS = 365 * 24 * 60 * 60;

// Not a secret and not signed: whoever changes it changes the look of their own pages.
const viewCookie = () => siteCookie("marque-view", { maxAge: YEAR_SECONDS });

/** How this browser wants its pages: what was chosen here, or else what the browser asks for. */
export function readPreferences(request: Request): Promise<Preferences> {
  return onceInRequest("preferences", async () => {
    const kept = (await viewCookie().parse(
      request.headers.get("Cookie"),
    )) as Partial<Preferences> | null;
    return {
      locale: enabledLocaleOr(
        isLocale(kept?.locale)
          ? kept.locale
          : negotiateLocale(request.headers.get("Accept-Language")),
      ),
      theme: THEMES.find((theme) => theme === kept?.theme) ?? "auto",
    };
  });
}

/** The Set-Cookie header that keeps a choice. */
export function keepPreferences(preferences: Preferences): Promise<string> {
  return viewCookie().serialize(preferences);
}
