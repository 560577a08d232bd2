import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { sameSitePath } from "#app/platform/http/same-site-path.ts";
import { keepPreferences, readPreferences, THEMES } from "#app/platform/preferences.server.ts";
import { isLocale } from "#app/platform/words/locale.ts";

/**
 * Open to everybody: changes the language or the look of one's own pages, and goes back. Whoever names no page to
 * go back to stays where they are.
 */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readFormFields(request);
  const preferences = await readPreferences(request);
  const locale = form.get("locale");
  const theme = THEMES.find((known) => known === form.get("theme"));
  if (isLocale(locale)) preferences.locale = locale;
  if (theme) preferences.theme = theme;
  const headers = { "Set-Cookie": await keepPreferences(preferences) };
  const back = form.get("back");
  return back === null
    ? Response.json(null, { headers })
    : redirect(sameSitePath(String(back)), { headers });
}
