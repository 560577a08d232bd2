import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { listLetters, showLetter } from "#app/modules/letters/letters.server.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { packedCatalog, translator } from "#app/platform/words/catalogs.server.ts";
import { WordsProvider } from "#app/platform/words/words.tsx";
import { LetterShelf } from "../parts/letter-shelf.tsx";

const LISTED = 50;
/**
 * Open to everybody, in the demo only: its letters go nowhere, and its people are made up. Anywhere else
 * the page does not exist.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const club = await loadClub();
  if (!club.demo || env().MARQUE_DEMO !== "on") throw new Response(null, { status: 404 });
  const { locale } = await readPreferences(request);
  const wanted = OptionalRowId.parse(new URL(request.url).searchParams.get("letter"));
  const [letters, shown] = await Promise.all([
    listLetters(db(), { limit: LISTED }),
    wanted ? showLetter(db(), wanted) : null,
  ]);
  return {
    locale,
    words: packedCatalog(locale, ["letters-open"]),
    title: translator(locale)("letters.mailbox.title"),
    letters: letters.map(({ id, to, subject, createdAt }) => ({ id, to, subject, createdAt })),
    shown: shown && { id: shown.id, to: shown.to, subject: shown.subject, text: shown.text },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Mailbox() {
  const { locale, words, letters, shown } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <LetterShelf letters={letters} shown={shown} />
    </WordsProvider>
  );
}
