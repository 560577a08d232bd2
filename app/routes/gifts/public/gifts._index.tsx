import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { readGiftSearch } from "#app/modules/gifts/find-gifts.ts";
import { loadPublicCatalogue } from "#app/modules/gifts/load-catalogue.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { GiftBoxDrawing } from "#app/ui/drawings/gift-box.tsx";
import { GiftDrawingsOnce } from "#app/ui/drawings/gift-drawing.tsx";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { drawnOf, GiftItem, GiftList } from "../parts/gift-list.tsx";
import { GiftSearchForm } from "../parts/gift-search-form.tsx";
import { nothingFound } from "../parts/nothing-found.ts";

/** Open to everybody: what points become. `?q=` are words to look for, `?kind=` a kind. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const search = readGiftSearch(new URL(request.url).searchParams);
  const [gifts, club] = await Promise.all([loadPublicCatalogue(db(), search, locale), loadClub()]);
  const t = translator(locale);
  return { gifts, search, title: `${t("gifts.title")} · ${club.name}`, lead: t("gifts.open.lead") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.lead },
];

export default function PublicGifts() {
  const t = useT();
  const { gifts, search, lead } = useLoaderData<typeof loader>();
  const looking = search.words !== "" || search.kind !== null;
  return (
    <>
      <PageHeader
        title={t("gifts.title")}
        lead={lead}
        actions={<ButtonLink to="/join">{t("gifts.open.join")}</ButtonLink>}
      />
      {(looking || gifts.length > 0) && <GiftSearchForm at="/gifts" search={search} />}
      {gifts.length === 0 ? (
        <EmptyState
          drawing={looking ? <MagnifierDrawing /> : <GiftBoxDrawing />}
          action={looking ? <Link to="/gifts">{t("gifts.none.all")}</Link> : undefined}
        >
          {t(looking ? nothingFound(search) : "gifts.open.empty")}
        </EmptyState>
      ) : (
        <GiftDrawingsOnce drawn={drawnOf(gifts)}>
          <GiftList>
            {gifts.map((gift) => (
              <GiftItem key={gift.id} level={2} gift={gift} to={`/gifts/${gift.sku}`} />
            ))}
          </GiftList>
        </GiftDrawingsOnce>
      )}
    </>
  );
}
