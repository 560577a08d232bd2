import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadVisitChoices } from "#app/modules/visits/load-visit-form.server.ts";
import {
  type RecordedVisit,
  recordVisit,
  type VisitRefusal,
} from "#app/modules/visits/record-visit.server.ts";
import { isItemised, VisitForm, type VisitTyped } from "#app/modules/visits/visit-form.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { memberNumberIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { type ReadingAsked, VisitFormFields } from "../parts/visit-form.tsx";

/** The desk and admins: the form for a member's visit. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "visits.record");
  const choices = await loadVisitChoices(db(), memberNumberIn(params), staff.id);
  if (!choices) throw new Response(null, { status: 404 });
  const { timeZone } = await loadClub();
  const today = clubTime(timeZone).dayOf(new Date());
  return { choices, today, requestKey: crypto.randomUUID(), title: t("desk.visit.title") };
}

/** The desk and admins: records it, with its order where the invoice is settled. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "visits.record");
  const number = memberNumberIn(params);
  const form = parseForm(await readFormFields(request), VisitForm);
  if (form.status !== "success") return data({ form: form.reply(), reading: null }, 400);
  const { value } = form;
  const answer = await recordVisit({
    number,
    ...actorOf(staff, context),
    requestKey: value.requestKey,
    storeId: value.store,
    day: value.day,
    carId: value.car,
    odometerKm: value.odometer,
    odometerSure: value.odometerSure === "on",
    orderNumber: value.orderNumber,
    note: value.note ?? null,
    invoice: invoiceOf(value),
  });
  if (answer.ok) return redirect(`/admin/members/${number}?visit=${answer.receptionId}`);
  const reply = form.reply({ fieldErrors: errorOf(answer) });
  return data({ form: reply, reading: readingOf(answer) }, 409);
}

function invoiceOf(value: VisitTyped) {
  const { kind, payer, paid, labour, parts, discount } = value;
  if (!value.settled || kind === null || payer === null || paid === null) return null;
  return isItemised(value)
    ? { kind, payer, paid, labour: labour ?? 0, parts: parts ?? 0, discount: discount ?? 0 }
    : { kind, payer, paid, labour: paid, parts: 0, discount: 0 };
}

const FIELDS: Record<VisitRefusal, string> = {
  "no-such-member": "requestKey",
  "stale-form": "requestKey",
  "unknown-store": "store",
  "not-their-car": "car",
  "day-in-future": "day",
  "day-too-early": "day",
  "order-of-another": "orderNumber",
  "recorded-already": "orderNumber",
  "car-without-plate": "car",
  "odometer-below": "odometer",
  "odometer-above": "odometer",
  "odometer-jump": "odometer",
  "odometer-high": "odometer",
  "own-visit": "orderNumber",
};

function errorOf({ refusal }: Extract<RecordedVisit, { ok: false }>) {
  return { [FIELDS[refusal]]: [`desk.visit.refused.${refusal}`] };
}

function readingOf({ refusal, last }: Extract<RecordedVisit, { ok: false }>): ReadingAsked | null {
  if (!refusal.startsWith("odometer-")) return null;
  return { refusal: refusal as ReadingAsked["refusal"], last: last ?? null };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded && `${loaded.title} · ${loaded.choices.name}` },
];

export default function RecordVisit() {
  const t = useT();
  const { choices, today, requestKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="max-w-2xl">
      <BackLink to={`/admin/members/${choices.number}`}>
        <bdi>{choices.name}</bdi>
      </BackLink>
      <PageHeader title={t("desk.visit.title")} lead={t("desk.visit.lead")} />
      <VisitFormFields choices={choices} today={today} requestKey={requestKey} answer={answer} />
    </div>
  );
}
