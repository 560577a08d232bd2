import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { emptyGift } from "#app/modules/gifts/gift-fields.ts";
import { addGift } from "#app/modules/gifts/save-gift.server.ts";
import { readTypedGift } from "#app/modules/gifts/typed-gift.ts";
import { readPieces } from "#app/modules/stock/read-pieces.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { minorDigits } from "#app/platform/words/format.ts";
import { useT } from "#app/platform/words/words.tsx";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { GiftForm } from "../parts/gift-form.tsx";
import { typedGiftOf } from "../parts/gift-request.server.ts";

/** Whoever keeps the gifts: the form of a new one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "gifts.keep");
  const { currency } = await loadClub();
  return { currency, title: t("giftKeeping.new") };
}

/** Adds a gift; its page then asks for photos and sizes. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "gifts.keep");
  const body = await readFormFields(request);
  const { currency, timeZone } = await loadClub();
  const typed = typedGiftOf(body);
  const typedPieces = String(body.get("pieces") ?? "");
  const how = { digits: minorDigits(currency), time: clubTime(timeZone) };
  const read = readTypedGift(typed, how);
  const pieces = readPieces(typedPieces, 0);
  if (!read.ok || pieces === null) {
    const errors = read.ok ? {} : read.errors;
    const wrongPieces = pieces === null;
    return data({ typed, typedPieces, errors, wrongPieces, skuTaken: false }, 400);
  }
  const answer = await addGift({ gift: read.gift, pieces }, actorOf(staff, context));
  if (answer.ok) return redirect(`/admin/gifts/${answer.giftId}?done=added`);
  return data({ typed, typedPieces, errors: {}, wrongPieces: false, skuTaken: true }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function NewGift() {
  const t = useT();
  const { currency } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="max-w-4xl">
      <BackLink to="/admin/gifts">{t("giftKeeping.title")}</BackLink>
      <PageHeader title={t("giftKeeping.new")} lead={t("giftKeeping.new.lead")} />
      {answer && (
        <div className="mb-6" id="news">
          <Notice tone="refusal" title={t("giftKeeping.refused")}>
            {t("giftKeeping.refused.mistakes")}
          </Notice>
        </div>
      )}
      <GiftForm
        key={answer ? "answered" : "empty"}
        action="/admin/gifts/new#news"
        typed={answer?.typed ?? emptyGift}
        errors={answer?.errors ?? {}}
        skuTaken={answer?.skuTaken}
        currency={currency}
        save={t("giftKeeping.add")}
      >
        <Input
          id="pieces"
          name="pieces"
          inputMode="numeric"
          autoComplete="off"
          label={t("giftKeeping.field.pieces")}
          hint={t("giftKeeping.pieces.hint")}
          defaultValue={answer?.typedPieces ?? "0"}
          errors={answer?.wrongPieces ? [t("giftKeeping.error.pieces")] : undefined}
        />
      </GiftForm>
    </div>
  );
}
