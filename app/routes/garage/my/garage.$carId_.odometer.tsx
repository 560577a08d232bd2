import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReadingForm } from "#app/modules/garage/forms.ts";
import { loadReadings } from "#app/modules/garage/load-readings.server.ts";
import { recordReading } from "#app/modules/garage/record-reading.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { figureIn } from "#app/routes/shell/page-address.server.ts";
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
  const saved = new URL(request.url).searchParams.has("saved");
  return {
    car,
    today,
    log,
    monthly: odometerUpdate * odometerUpdatesPerMonth,
    saved: saved ? figureIn(request, "saved") : null,
    title: t("car.odo.title", { car: car.words }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Members: a reading of a car they hold, and the month's points for it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member, car } = await readHeldCar(request, params);
  const form = parseForm(await readFormFields(request), ReadingForm);
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
  const { car, today, log, monthly, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink to={`/my/garage/${car.id}`}>{car.words}</BackLink>
      <PageHeader
        title={t("car.odo.title", { car: car.words })}
        lead={monthly > 0 ? t("car.odo.lead", { points: monthly }) : t("car.odo.leadPlain")}
      />
      {saved !== null && !answer && (
        <div className="mb-6">
          <Notice tone="ok">
            {saved > 0 ? t("car.odo.savedPoints", { points: saved }) : t("car.odo.saved")}
          </Notice>
        </div>
      )}
      <OdometerForm today={today} answer={answer} />
      <Section id="log" title={t("car.odo.log")}>
        <OdometerLog log={log} />
      </Section>
    </>
  );
}
