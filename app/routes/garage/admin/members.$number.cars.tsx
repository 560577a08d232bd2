import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { addCarByDesk, endHoldingByDesk } from "#app/modules/garage/desk-cars.server.ts";
import { DeskCarForm, DeskEndForm } from "#app/modules/garage/forms.ts";
import { loadMemberCars } from "#app/modules/garage/load-member-cars.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { figureIn, memberNumberIn, noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { DeskAddCar, type DeskCarsAnswer, DeskEndCar } from "../parts/desk-car-forms.tsx";
import { DeskCarList, DeskCarsNews } from "../parts/desk-car-list.tsx";

/** The desk and admins: a member's cars, to be put right. `?end=` asks about ending one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "cars.confirm");
  const page = await loadMemberCars(db(), memberNumberIn(params));
  if (!page) throw new Response("No such member", { status: 404 });
  const ending = OptionalRowId.parse(new URL(request.url).searchParams.get("end"));
  const { timeZone } = await loadClub();
  return {
    page,
    ending: page.held.find(({ carId }) => carId === ending) ?? null,
    today: clubTime(timeZone).dayOf(new Date()),
    done: noticeIn(request, ["added", "ended"]),
    points: figureIn(request, "points"),
    waits: figureIn(request, "waits"),
    title: t("deskCars.member.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded && `${loaded.title} · ${loaded.page.name}` },
];

/** The desk and admins: adds a car whose papers were seen, or ends a holding. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "cars.confirm");
  const whose = await loadMemberCars(db(), memberNumberIn(params));
  if (!whose) throw new Response("No such member", { status: 404 });
  const here = `/admin/members/${whose.number}/cars`;
  const who = actorOf(staff, context);
  const sent = await readFormFields(request);
  if (sent.has("car")) {
    const form = parseForm(sent, DeskEndForm);
    if (form.status !== "success") return data<DeskCarsAnswer>({ form: form.reply() }, 400);
    const { car: carId, day, cause } = form.value;
    const ended = await endHoldingByDesk(whose, { carId, day, cause }, who);
    if (ended.ok) return redirect(`${here}?done=ended`);
    if (ended.refusal === "no-car") throw new Response("No such car", { status: 404 });
    return data<DeskCarsAnswer>({ form: form.reply(), refused: ended }, 409);
  }
  const form = parseForm(sent, DeskCarForm);
  if (form.status !== "success") return data<DeskCarsAnswer>({ form: form.reply() }, 400);
  const added = await addCarByDesk(whose, form.value, who);
  if (!added.ok) {
    const error =
      added.refusal === "own-car" ? "deskCars.refused.own-car" : `car.refused.${added.refusal}`;
    return data<DeskCarsAnswer>({ form: form.reply({ formErrors: [error] }) }, 409);
  }
  if (added.claimId !== null) return redirect(`/admin/cars/${added.claimId}`);
  const { pointsEarned, pointsWaiting } = added;
  return redirect(`${here}?done=added&points=${pointsEarned}&waits=${pointsWaiting}`);
}

export default function MemberCarsAtDesk() {
  const t = useT();
  const { page, ending, today, done, points, waits } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="max-w-3xl">
      <BackLink to={`/admin/members/${page.number}`}>
        <bdi>{page.name}</bdi>
      </BackLink>
      <PageHeader title={t("deskCars.member.title")} lead={t("deskCars.member.lead")} />
      <DeskCarsNews done={answer ? null : done} points={points} waits={waits} />
      {ending ? (
        <DeskEndCar car={ending} number={page.number} today={today} answer={answer} />
      ) : (
        <>
          <DeskCarList page={page} />
          <DeskAddCar answer={answer} />
        </>
      )}
    </div>
  );
}
