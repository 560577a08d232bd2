import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadVipBenefits } from "#app/modules/campaigns/vip-benefits.server.ts";
import { loadCard } from "#app/modules/home/load-card.server.ts";
import { loadCardQr } from "#app/modules/home/load-card-qr.server.ts";
import { loadVipUntil } from "#app/modules/referrals/load-referrals.server.ts";
import { loadDoorCodes } from "#app/modules/registrations/load-own-registrations.server.ts";
import { db } from "#app/platform/db.server.ts";
import { qrOf } from "#app/platform/qr.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { QrPattern } from "#app/ui/qr-pattern.tsx";
import { DoorCodes } from "../parts/door-codes.tsx";
import { OwnerCard } from "../parts/owner-card.tsx";
import { VipReferrer } from "../parts/vip-referrer.tsx";

/**
 * Members: the card with its QR code, large, and the codes of the events that they come to next. It is also the page that public/offline.js keeps for when
 * there is no network, and so needs nothing that is not in it.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const [card, qr, doors, vipUntil] = await Promise.all([
    loadCard(db(), member.id),
    loadCardQr(db(), member.id),
    loadDoorCodes(db(), member.id, locale),
    loadVipUntil(db(), member.person.id),
  ]);
  const benefits = vipUntil && (await loadVipBenefits(db()));
  const codes = doors.map(({ token, ...door }) => ({ ...door, qr: qrOf(token) }));
  return { card, qr, codes, vipUntil, benefits, title: t("card.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Card() {
  const t = useT();
  const { card, qr, codes, vipUntil, benefits } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-[26rem]">
      <h1 className="sr-only">{t("card.title")}</h1>
      <div className="kept-copy mb-5">
        <Notice
          announce={false}
          title={t("card.now.title")}
          action={
            <Link to="/my" reloadDocument className="button button-quiet">
              {t("card.now.again")}
            </Link>
          }
        >
          {t("card.now.body")}
        </Notice>
      </div>
      <OwnerCard card={card} turns={false} />
      <VipReferrer until={vipUntil} />
      {benefits && (
        <details className="disclosure mt-2">
          <summary>
            <span>{t("home.vipBenefits")}</span>
          </summary>
          <p className="pb-3 whitespace-pre-line [overflow-wrap:anywhere]">
            {inLanguage(t.locale, benefits)}
          </p>
        </details>
      )}
      <div className="mx-auto mt-7 max-w-72 overflow-hidden rounded-md border border-rule">
        <QrPattern
          size={qr.size}
          modules={Array.from(qr.modules, Number)}
          label={t("card.qr", { number: card.number })}
        />
      </div>
      <p className="mt-5 text-center text-balance">{t("card.hint")}</p>
      <p className="not-kept-copy mt-2 text-center text-[0.9375rem] text-balance text-ink-soft">
        {t("card.offline")}
      </p>
      <DoorCodes codes={codes} />
    </div>
  );
}
