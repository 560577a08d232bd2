import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { useEffect } from "react";
import type { WordKey } from "#app/platform/words/translate.ts";
import { translateWith } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { BrokenDownDrawing } from "#app/ui/drawings/broken-down.tsx";
import { ErrorPage } from "#app/ui/error-page.tsx";
import { isOutOfReach, showsCard } from "./reach.ts";
import { useRootData } from "./root-data.ts";

const KNOWN = [403, 404] as const;

interface RouteErrorProps {
  home?: string;
  forbidden?: WordKey;
}

/**
 * What a page shows when it cannot be shown: inside its shell where the shell stands, alone where it
 * does not. Works without any loader's data, in which case it speaks English.
 *
 * @param home the first page of whoever is here.
 * @param forbidden why somebody may not come in here.
 */
export function RouteError({ home = "/", forbidden = "error.403.body" }: RouteErrorProps) {
  const error = useRouteError();
  const root = useRootData();
  const { pathname, search } = useLocation();
  const away = isOutOfReach(error);
  useWayBack(away, pathname);
  const status = isRouteErrorResponse(error)
    ? (KNOWN.find((known) => known === error.status) ?? 500)
    : 500;
  const kind = away ? "away" : status;
  const t = root
    ? translateWith(root.locale, root.words)
    : (key: WordKey) => WITHOUT_WORDS[key] ?? "";
  return (
    <ErrorPage
      drawing={<BrokenDownDrawing />}
      title={t(`error.${kind}.title`)}
      action={
        away ? (
          <ButtonLink to={pathname + search} reloadDocument>
            {t("error.again")}
          </ButtonLink>
        ) : (
          <ButtonLink to={home}>{t("error.home")}</ButtonLink>
        )
      }
    >
      <p>{t(kind === 403 ? forbidden : `error.${kind}.body`)}</p>
    </ErrorPage>
  );
}

/** Without a network an owner's page gives way to the card that is kept; the others come when there is one. */
function useWayBack(away: boolean, path: string): void {
  useEffect(() => {
    if (!away) return;
    const reload = () => location.reload();
    void showsCard(path).then((shows) => shows && reload());
    addEventListener("online", reload);
    return () => removeEventListener("online", reload);
  }, [away, path]);
}

/** When not even the words could be loaded. */
const WITHOUT_WORDS: Partial<Record<WordKey, string>> = {
  "error.500.title": "Something broke down here",
  "error.500.body": "Nothing half-done was kept. Please try again in a moment.",
  "error.404.title": "This page is not here",
  "error.home": "To the start page",
  "error.away.title": "The club can’t be reached",
  "error.away.body": "Please try again once you are online.",
  "error.again": "Try again",
};
