import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import type { WordKey } from "#app/platform/words/translate.ts";
import { translateWith } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { BrokenDownDrawing } from "#app/ui/drawings/broken-down.tsx";
import { ErrorPage } from "#app/ui/error-page.tsx";
import { useRootData } from "./root-data.ts";

const KNOWN = [403, 404] as const;

/**
 * What a page shows when it cannot be shown: inside its shell where the shell stands, alone where it
 * does not. Works without any loader's data, in which case it speaks English.
 */
export function RouteError() {
  const error = useRouteError();
  const root = useRootData();
  const status = isRouteErrorResponse(error)
    ? (KNOWN.find((known) => known === error.status) ?? 500)
    : 500;
  const t = root
    ? translateWith(root.locale, root.words)
    : (key: WordKey) => WITHOUT_WORDS[key] ?? "";
  return (
    <ErrorPage
      drawing={<BrokenDownDrawing />}
      title={t(`error.${status}.title`)}
      action={<ButtonLink to="/">{t("error.home")}</ButtonLink>}
    >
      <p>{t(`error.${status}.body`)}</p>
    </ErrorPage>
  );
}

/** When not even the words could be loaded. */
const WITHOUT_WORDS: Partial<Record<WordKey, string>> = {
  "error.500.title": "Something broke down here",
  "error.500.body": "Nothing half-done was kept. Please try again in a moment.",
  "error.404.title": "This page is not here",
  "error.home": "To the start page",
};
