import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadGiftPage } from "#app/modules/gifts/load-gift-page.server.ts";
import { decideRedemption } from "#app/modules/redemptions/decide-redemption.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { GiftSeenBy } from "../parts/gift-seen-by.tsx";

const READERS = ["guest", "silver", "gold"] as const;

/** Whoever keeps the gifts: what guests, silver and gold members see of one, and what keeps them from it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "gifts.keep");
  const page = await loadGiftPage(db(), rowIdIn(params.id));
  if (!page) throw new Response(null, { status: 404 });
  const { gift, giftId, currency, photos, archivedAt, variants } = page;
  const price = { points: gift.points, moneyMinor: gift.moneyMinor };
  const free = variants
    .filter((variant) => !variant.isArchived)
    .reduce((sum, v) => sum + v.free, 0);
  const seen = READERS.map((reader) => {
    const decision = decideRedemption(
      { ...gift, archivedAt, price },
      {
        now: new Date(),
        quantity: 1,
        memberTier: reader === "gold" ? "gold" : "silver",
        takenByMember: 0,
        takenByAll: 0,
        free,
        seenPrice: price,
        available: null,
      },
    );
    return { reader, obstacle: decision.ok ? null : decision.refusal };
  });
  return {
    giftId,
    currency,
    seen,
    photoId: photos[0]?.mediumId ?? null,
    ...gift,
    title: t("giftKeeping.preview.of", {
      title: inLanguage(locale, { en: gift.titleEn, zh: gift.titleZh }),
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function GiftPreview() {
  const t = useT();
  const gift = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={`/admin/gifts/${gift.giftId}`}>
        {inLanguage(t.locale, { en: gift.titleEn, zh: gift.titleZh })}
      </BackLink>
      <PageHeader title={gift.title} lead={t("giftKeeping.preview.lead")} />
      <div className="grid items-start gap-6 min-[70rem]:grid-cols-3">
        {gift.seen.map(({ reader, obstacle }) => (
          <GiftSeenBy key={reader} reader={reader} obstacle={obstacle} gift={gift} />
        ))}
      </div>
    </>
  );
}
