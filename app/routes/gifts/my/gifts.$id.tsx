import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadOwnGift, type OwnGiftPage } from "#app/modules/gifts/load-gift.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Spread } from "#app/ui/owner-shell.tsx";
import { BackLink, Section } from "#app/ui/page.tsx";
import { GiftAlbum } from "../parts/gift-album.tsx";
import { GiftFacts } from "../parts/gift-facts.tsx";
import { GiftNews } from "../parts/gift-news.tsx";
import { GiftTerms } from "../parts/gift-terms.tsx";
import { PinForm } from "../parts/pin-form.tsx";
import { priceWords } from "../parts/price-words.ts";
import { TakeGiftForm } from "../parts/take-gift-form.tsx";
import { pinFromForm, takeFromForm } from "../parts/take-gift-request.server.ts";
import { WhyNot } from "../parts/why-not.tsx";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

/** Members: a gift, what it would be to them, and the form that takes it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  const gift = await loadOwnGift(db(), rowIdIn(params.id), member.id, locale);
  if (!gift) throw new Response(null, { status: 404 });
  return {
    gift,
    name: member.person.name,
    requestKey: crypto.randomUUID(),
    done: noticeIn(request, ["pinned", "unpinned"]),
  };
}

/** Members: take it, or save for it, for themselves. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const giftId = rowIdIn(params.id);
  const fields = await readFormFields(request);
  const done =
    fields.get("intent") === "take"
      ? await takeFromForm(fields, member, giftId)
      : await pinFromForm(fields, member.id, giftId);
  return "to" in done ? redirect(done.to) : data(done.reply, { status: done.status });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.gift.title },
];

export default function Gift() {
  const t = useT();
  const figures = useFigures();
  const { gift, name, requestKey, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const canTake = gift.obstacle === null && gift.way.reach === "within";
  return (
    <>
      <BackLink to="/my/gifts">{t("gifts.back")}</BackLink>
      <Spread
        left={<GiftAlbum gift={gift} />}
        right={
          <>
            <h1 className="break-words">{gift.title}</h1>
            <p className="figure mt-2 text-2xl">{priceWords(gift, t, figures)}</p>
            <GiftNews gift={gift} done={done} refused={reply?.refused ?? null} />
            {gift.about && <p className="mt-4 max-w-prose whitespace-pre-line">{gift.about}</p>}
            <GiftFacts gift={gift} />
            {canTake ? (
              <Section id="take" title={t("gifts.take")}>
                {/* A new price is a new form: nothing of the old one is pressed by mistake. */}
                <TakeGiftForm
                  key={`${gift.points}/${gift.moneyMinor}`}
                  gift={gift}
                  name={name}
                  requestKey={requestKey}
                  reply={reply?.form}
                />
              </Section>
            ) : (
              <WhyNot gift={gift} />
            )}
            <PinForm pinned={gift.pinned} offered={gift.pinned || worthSavingFor(gift)} />
            {gift.terms && <GiftTerms terms={gift.terms} />}
          </>
        }
      />
    </>
  );
}

/** Not what can be had at once, nor what will never be had any more. */
function worthSavingFor({ obstacle, way }: OwnGiftPage): boolean {
  if (obstacle === null) return way.reach !== "within";
  return obstacle.refusal !== "member-limit" && obstacle.refusal !== "closed";
}
