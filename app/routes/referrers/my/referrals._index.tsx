import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadOffers } from "#app/modules/campaigns/load-offers.server.ts";
import { loadVipBenefits } from "#app/modules/campaigns/vip-benefits.server.ts";
import { loadListedReferrers } from "#app/modules/lead-figures/load-listed-referrers.server.ts";
import { loadReferrals, loadReferralTerms } from "#app/modules/referrals/load-referrals.server.ts";
import { changeReferrer } from "#app/modules/referrers/change-referrer.server.ts";
import { firstName } from "#app/modules/referrers/first-name.ts";
import { referrerLink } from "#app/modules/referrers/link-of.ts";
import { loadReferrer } from "#app/modules/referrers/load-referrer.server.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { qrOf } from "#app/platform/qr.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { isInWeChat } from "#app/routes/shell/in-wechat.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { readReferrerRequest } from "#app/routes/shell/referrer-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Spread } from "#app/ui/owner-shell.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { ReferralLines } from "../parts/referral-lines.tsx";
import { ReferralTermsList } from "../parts/referral-terms.tsx";
import { ReferrerChoices } from "../parts/referrer-choices.tsx";
import { RunningOffers } from "../parts/running-offers.tsx";
import { ShareLink } from "../parts/share-link.tsx";
import { TopReferrers } from "../parts/top-referrers.tsx";
import { VipBenefits } from "../parts/vip-benefits.tsx";

const LISTED = 20;

/** Members, and others who recommend friends: their link, and what became of their friends. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person, t } = await readReferrerRequest(request);
  const before = OptionalRowId.parse(new URL(request.url).searchParams.get("before"));
  const own = await loadReferrer(db(), person.id);
  const [list, terms, top, offers, benefits] = await Promise.all([
    loadReferrals(db(), person.id, { before, limit: LISTED }),
    loadReferralTerms(db(), person.id),
    loadListedReferrers(db()),
    loadOffers(db(), person.id),
    loadVipBenefits(db()),
  ]);
  const link = referrerLink(appOrigin(), own.token);
  return {
    own,
    link,
    qr: qrOf(link),
    list: { ...list, isFirst: before === null },
    terms,
    top,
    offers,
    benefits,
    name: firstName(person.name),
    inWeChat: isInWeChat(request),
    done: noticeIn(request, ["saved", "welcome"]),
    title: t("referrers.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members, and others who recommend friends: what they agree to be named for. */
export async function action({ request }: ActionFunctionArgs) {
  const { person } = await readReferrerRequest(request);
  const sent = await readFormFields(request);
  await changeReferrer(person.id, {
    showsName: sent.get("showsName") === "on",
    isListed: sent.get("isListed") === "on",
  });
  return redirect("/my/referrals?done=saved");
}

export default function Referrals() {
  const t = useT();
  const { own, link, qr, list, terms, top, offers, benefits, name, inWeChat, done } =
    useLoaderData<typeof loader>();
  return (
    <>
      {done && (
        <div className="mb-6">
          <Notice tone="ok">{t(`referrers.done.${done}`)}</Notice>
        </div>
      )}
      <PageHeader
        title={t("referrers.title")}
        lead={t("referrers.lead")}
        actions={
          <>
            <ButtonLink to="/my/referrals/new">{t("referrers.handIn")}</ButtonLink>
            {/* On a phone the link lies below all the rest. */}
            <a href="#link" className="button button-quiet min-[56rem]:hidden">
              {t("referrers.sendLink")}
            </a>
          </>
        }
      />
      <Spread
        left={
          <>
            <RunningOffers offers={offers} to="referrer" />
            <Section id="friends" title={t("referrers.friends")}>
              <ReferralLines list={list} />
            </Section>
            <Section id="terms" title={t("referrers.terms")}>
              <ReferralTermsList terms={terms} />
              <VipBenefits benefits={benefits} isVip={terms.vipUntil !== null} />
            </Section>
            <TopReferrers list={top} />
          </>
        }
        right={
          <>
            <Section id="link" title={t("referrers.link")}>
              <ShareLink link={link} code={own.code} qr={qr} inWeChat={inWeChat} />
            </Section>
            <Section id="named" title={t("referrers.choices")}>
              <ReferrerChoices own={own} name={name} />
            </Section>
          </>
        }
      />
    </>
  );
}
