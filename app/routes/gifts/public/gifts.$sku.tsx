import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadPublicGift } from "#app/modules/gifts/load-gift.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Spread } from "#app/ui/owner-shell.tsx";
import { BackLink } from "#app/ui/page.tsx";
import { GiftAlbum } from "../parts/gift-album.tsx";
import { GiftFacts } from "../parts/gift-facts.tsx";
import { GiftTerms } from "../parts/gift-terms.tsx";
import { priceWords } from "../parts/price-words.ts";

/** Open to everybody: a gift by its SKU, as whoever is not in the club sees it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const [gift, club] = await Promise.all([
    loadPublicGift(db(), params.sku ?? "", locale),
    loadClub(),
  ]);
  if (!gift) throw new Response(null, { status: 404 });
  return { gift, title: `${gift.title} · ${club.name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.gift.about },
];

export default function PublicGift() {
  const t = useT();
  const figures = useFigures();
  const { gift } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to="/gifts">{t("gifts.back")}</BackLink>
      <Spread
        left={<GiftAlbum gift={gift} />}
        right={
          <>
            <h1 className="break-words">{gift.title}</h1>
            <p className="figure mt-2 text-2xl">{priceWords(gift, t, figures)}</p>
            {gift.about && <p className="mt-4 max-w-prose whitespace-pre-line">{gift.about}</p>}
            <GiftFacts gift={gift} />
            <p className="mt-7 max-w-prose">{t("gifts.open.how")}</p>
            <div className="mt-4 flex flex-wrap gap-3">
              <ButtonLink to="/join">{t("gifts.open.join")}</ButtonLink>
              <ButtonLink to={`/my/gifts/${gift.id}`} look="quiet">
                {t("gifts.open.member")}
              </ButtonLink>
            </div>
            {gift.terms && <GiftTerms terms={gift.terms} />}
          </>
        }
      />
    </>
  );
}
