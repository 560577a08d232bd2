import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { archiveGift } from "#app/modules/gifts/arrange-gifts.server.ts";
import { beganWith, takeIn } from "#app/modules/gifts/form-began.server.ts";
import { giftState } from "#app/modules/gifts/gift-state.ts";
import { loadGiftPage } from "#app/modules/gifts/load-gift-page.server.ts";
import { changeGift } from "#app/modules/gifts/save-gift.server.ts";
import { readTypedGift, typeGift } from "#app/modules/gifts/typed-gift.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { minorDigits } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, Section } from "#app/ui/page.tsx";
import { GiftForm } from "../parts/gift-form.tsx";
import { GiftPageHead } from "../parts/gift-page-head.tsx";
import { GiftPhotos } from "../parts/gift-photos.tsx";
import { readAgreed, typedGiftOf } from "../parts/gift-request.server.ts";
import { GiftVariants } from "../parts/gift-variants.tsx";
import { GIFT_DONE, GIFT_REFUSED, KeptGiftNews } from "../parts/kept-gift-news.tsx";
import { TermsVersions } from "../parts/terms-versions.tsx";

async function load(giftId: number) {
  const [page, { timeZone }] = await Promise.all([loadGiftPage(db(), giftId), loadClub()]);
  if (!page) throw new Response(null, { status: 404 });
  const how = { digits: minorDigits(page.currency), time: clubTime(timeZone) };
  return { page, how, typed: typeGift(page.gift, how) };
}

/** Whoever keeps the gifts: one of them, with its photos, its sizes and all that can be changed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await readStaffRequest(request, "gifts.keep");
  const { page, typed } = await load(rowIdIn(params.id));
  const { gift, archivedAt, ...rest } = page;
  return {
    ...rest,
    typed,
    began: beganWith(typed),
    state: giftState({ ...gift, archivedAt }, new Date()),
    titleEn: gift.titleEn,
    titleZh: gift.titleZh,
    drawing: gift.drawing,
    done: noticeIn(request, GIFT_DONE),
    refused: noticeIn(request, GIFT_REFUSED, "refused"),
    title: inLanguage(locale, { en: gift.titleEn, zh: gift.titleZh }),
  };
}

/** Saves the gift, takes it out of the catalogue (`intent=archive`) or puts it back (`intent=bring-back`). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "gifts.keep");
  const giftId = rowIdIn(params.id);
  const body = await readFormFields(request);
  const actor = actorOf(staff, context);
  const intent = body.get("intent");
  if (intent === "archive" || intent === "bring-back") {
    const found = await archiveGift(giftId, intent === "archive", actor);
    if (!found) throw new Response(null, { status: 404 });
    return redirect(`/admin/gifts/${giftId}?done=${intent}`);
  }
  const { page, how, typed: now } = await load(giftId);
  const typed = typedGiftOf(body);
  const began = String(body.get("began") ?? "");
  const revision = Number(body.get("revision"));
  const sent = { typed, began, revision, errors: {}, changed: null, meaning: null };
  const read = readTypedGift(typed, how);
  if (!read.ok) {
    return data({ ...sent, errors: read.errors, refusal: "mistakes" as const }, 400);
  }
  const agreed = readAgreed(body);
  const answer = await changeGift({ giftId, gift: read.gift, revision, agreed }, actor);
  if (answer.ok) return redirect(`/admin/gifts/${giftId}?done=saved`);
  const { refusal } = answer;
  if (refusal === "no-such-gift") throw new Response(null, { status: 404 });
  if (refusal === "price-to-agree") {
    return data({ ...sent, refusal, meaning: answer.meaning }, 409);
  }
  if (refusal === "sku-taken") return data({ ...sent, refusal }, 409);
  const taken = takeIn(typed, began, now);
  const changed = taken.changed.map((field) => ({ field, now: now[field] }));
  return data(
    {
      ...sent,
      refusal,
      typed: taken.typed,
      changed,
      began: beganWith(now),
      revision: page.revision,
    },
    409,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function KeptGift() {
  const t = useT();
  const gift = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = answer ?? gift;
  const { meaning } = answer ?? {};
  return (
    <div className="max-w-4xl">
      <BackLink to="/admin/gifts">{t("giftKeeping.title")}</BackLink>
      <GiftPageHead gift={gift} />
      <KeptGiftNews
        done={answer ? null : gift.done}
        refused={answer ? answer.refusal : gift.refused}
        changed={answer?.changed ?? null}
        meaning={meaning ?? null}
        currency={gift.currency}
      />
      <Section id="photos" title={t("giftKeeping.part.photos")}>
        <GiftPhotos giftId={gift.giftId} photos={gift.photos} />
      </Section>
      <Section id="sizes" title={t("giftKeeping.part.variants")}>
        <GiftVariants gift={gift} />
      </Section>
      <div className="mt-10">
        <GiftForm
          key={answer ? `${answer.refusal} ${answer.revision}` : gift.began}
          action={`/admin/gifts/${gift.giftId}#news`}
          typed={form.typed}
          errors={answer?.errors ?? {}}
          skuTaken={answer?.refusal === "sku-taken"}
          currency={gift.currency}
          hidden={{
            revision: form.revision,
            began: form.began,
            ...(meaning && { agreed: `${meaning.after.points}:${meaning.after.moneyMinor}` }),
          }}
          save={t(meaning ? "giftKeeping.save.agreed" : "giftKeeping.save")}
        />
      </div>
      <TermsVersions terms={gift.terms} />
    </div>
  );
}
