import { useRouteLoaderData } from "@remix-run/react";
import type { Role } from "#app/modules/access/roles.ts";
import type { EnglishStores } from "#app/modules/club/store-shown.ts";
import type { ProgrammeTitles } from "#app/modules/rulebook/programme-name.ts";
import type { Theme } from "#app/platform/preferences.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";

/** What every page knows: the reader's language and look, and the club. */
export type RootData = {
  locale: Locale;
  theme: Theme;
  club: {
    /** In the reader's language. */
    name: string;
    timeZone: string;
    currency: string;
    demo: boolean;
    /** Where its logo is; null for the usual sign. */
    logo: string | null;
    /** The languages that it speaks. */
    languages: readonly Locale[];
    /** What it calls those of its card programmes that it gave a name, in the reader's language. */
    programmes: ProgrammeTitles;
    /** None for readers of Chinese. */
    englishStores: EnglishStores;
  };
  /** Payments are tried out: no money moves. */
  testPayments: boolean;
  /** The host that passkeys are tied to. */
  passkeyHost: string;
  words: string;
};

/** The root loader's data; undefined only where the root itself could not be loaded. */
export function useRootData(): RootData | undefined {
  return useRouteLoaderData("root") as RootData | undefined;
}

/** The club as every page knows it. */
export function useClub(): RootData["club"] {
  const data = useRootData();
  if (!data) throw new Error("useClub() on a page without its root");
  return data.club;
}

/** What the member of staff who reads the page may be asked for; none outside of staff's pages. */
export function useStaffRoles(): readonly Role[] {
  const data = useRouteLoaderData("routes/shell/admin") as { roles: readonly Role[] } | undefined;
  return data?.roles ?? [];
}
