import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadGiftChoices } from "#app/modules/gifts/load-choices.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { findOpenMember } from "#app/modules/person/find-member.server.ts";
import { AddressForm } from "#app/modules/redemptions/delivery.ts";
import { TakeForMemberForm } from "#app/modules/redemptions/desk-forms.ts";
import { redeemAtDesk } from "#app/modules/redemptions/redeem-at-desk.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { loadPlaces } from "#app/modules/stock/load-places.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readDeskStore } from "#app/routes/shell/desk-store.server.ts";
import { memberNumberIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { DeskTakeForm } from "../parts/desk-take-form.tsx";
import { DeskTakeNews } from "../parts/desk-take-news.tsx";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

/** Whoever serves: what a member who stands at the desk can take now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "redemptions.serve");
  const member = await findOpenMember(db(), memberNumberIn(params));
  if (!member) throw new Response(null, { status: 404 });
  const standing = (await loadTierStatuses(db(), [member.id])).get(member.id)?.standing;
  const [choices, places, balance] = await Promise.all([
    loadGiftChoices(db(), standing?.tier ?? "silver"),
    loadPlaces(db()),
    loadBalance(db(), toPoints(member.accountId)),
  ]);
  const stores = places.filter(({ isOpen }) => isOpen);
  const deskStore = await readDeskStore(
    request,
    stores.map(({ storeId }) => ({ id: storeId })),
  );
  const { name } = member.person;
  return {
    number: member.number,
    name,
    choices,
    stores,
    available: balance.available,
    deskStore,
    requestKey: randomUUID(),
    title: t("redemptions.take.title", { name }),
  };
}

/** Whoever serves: takes it for the member, as they would themselves. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "redemptions.serve");
  const member = await findOpenMember(db(), memberNumberIn(params));
  if (!member) throw new Response(null, { status: 404 });
  const form = parseForm(await readFormFields(request), TakeForMemberForm);
  if (form.status !== "success") {
    return data({ form: form.reply(), refused: null }, { status: 400 });
  }
  const { choice, quantity, store, requestKey } = form.value;
  const address = AddressForm.safeParse(form.value);
  const answer = await redeemAtDesk(
    {
      memberId: member.id,
      wanted: [{ ...choice, quantity }],
      collectStoreId: store ?? null,
      collectorName: null,
      address: address.success ? address.data : null,
      requestKey,
    },
    actorOf(staff, context),
  );
  if (answer.ok) return redirect(`/admin/redemptions/${answer.redemptionIds[0]}?done=taken`);
  return data({ form: form.reply(), refused: answer }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function TakeForMember() {
  const t = useT();
  const figures = useFigures();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="max-w-2xl">
      <BackLink to={`/admin/members/${page.number}`}>
        <bdi>{page.name}</bdi>
      </BackLink>
      <PageHeader
        title={page.title}
        lead={t("redemptions.take.lead", {
          points: page.available,
          figure: figures.points(page.available),
        })}
      />
      <DeskTakeNews refused={reply?.refused} />
      <DeskTakeForm page={page} reply={reply?.form} />
    </div>
  );
}
