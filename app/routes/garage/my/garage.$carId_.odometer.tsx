import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReadingForm, VoidReadingForm } from "#app/modules/garage/forms.ts";
import { loadReadings } from "#app/modules/odometer/load-readings.server.ts";
import { recordReading } from "#app/modules/odometer/record-reading.server.ts";
import { voidOwnReading } from "#app/modules/odometer/void-reading.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { figureIn } from "#app/routes/shell/page-address.server.ts";
import { Named, named } from "#app/ui/named.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { readHeldCar } from "../parts/garage-request.server.ts";
import { OdometerForm } from "../parts/odometer-form.tsx";
import { OdometerLog } from "../parts/odometer-log.tsx";

/** Members: the odometer's log of a car they hold. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, car, today, t } = await readHeldCar(request, params);
  const [log, book] = await Promise.all([loadReadings(db(), member.id, car.id), loadRuleBook()]);
  const { odometerUpdate, odometerUpdatesPerMonth } = rulesAt(book, new Date()).rules.otherEarning;
  const { searchParams } = new URL(request.url);
  const saved = searchParams.has("saved");
  const voided = searchParams.has("voided");
  return {
    car,
    today,
    log,
    monthly: odometerUpdate * odometerUpdatesPerMonth,
    saved: saved ? figureIn(request, "saved") : null,
    voided: voided ? figureIn(request, "voided") : null,
    title: t("car.odo.title", { car: car.words }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Members: a reading of a car they hold, and the month's points for it; or one of theirs voided. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member, car } = await readHeldCar(request, params);
  const fields = await readFormFields(request);
  if (fields.has("void")) {
    const form = parseForm(fields, VoidReadingForm);
    if (form.status !== "success") return data({ voiding: form.reply() }, 400);
    const { void: readingId, reason } = form.value;
    const who = { memberId: member.id, personId: member.person.id };
    const voided = await voidOwnReading({ readingId, carId: car.id, reason, ...who });
    if (!voided.ok) throw new Response(null, { status: 404 });
    return redirect(`/my/garage/${car.id}/odometer?voided=${voided.points}`);
  }
  const form = parseForm(fields, ReadingForm);
  if (form.status !== "success") return data({ form: form.reply(), refused: null }, 400);
  const { km, day, sure } = form.value;
  const answer = await recordReading({
    memberId: member.id,
    personId: member.person.id,
    accountId: member.accountId,
    carId: car.id,
    km,
    day,
    sure: sure === "on",
  });
  if (answer.ok) return redirect(`/my/garage/${car.id}/odometer?saved=${answer.points}`);
  return data({ form: form.reply(), refused: answer }, 409);
}

export default function Odometer() {
  const t = useT();
  const { car, today, log, monthly, saved, voided } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const recording = answer && "form" in answer ? answer : undefined;
  const voiding = answer && "voiding" in answer ? answer.voiding : undefined;
  return (
    <>
      <BackLink to={`/my/garage/${car.id}`}>{car.words}</BackLink>
      <PageHeader
        title={<Named>{t("car.odo.title", { car: named(car.words) })}</Named>}
        lead={monthly > 0 ? t("car.odo.lead", { points: monthly }) : t("car.odo.leadPlain")}
      />
      {saved !== null && !answer && (
        <div className="mb-6">
          <Notice tone="ok">
            {saved > 0 ? t("car.odo.savedPoints", { points: saved }) : t("car.odo.saved")}
          </Notice>
        </div>
      )}
      {voided !== null && !answer && (
        <div className="mb-6">
          <Notice tone="ok">
            {voided > 0 ? t("car.odo.voidedPoints", { points: voided }) : t("car.odo.voided")}
          </Notice>
        </div>
      )}
      <OdometerForm key={`${saved} ${voided} ${log.length}`} today={today} answer={recording} />
      <Section id="log" title={t("car.odo.log")}>
        <OdometerLog log={log} reply={voiding} />
      </Section>
    </>
  );
}
