import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadUnitTotals } from "#app/modules/impact/load-impact.server.ts";
import { ImpactUnitForm } from "#app/modules/impact-units/forms.ts";
import { keepNewUnit, renameUnit } from "#app/modules/impact-units/keep-impact-unit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { countedWords } from "#app/platform/words/counted.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { UnitForm } from "../parts/unit-form.tsx";

/** Whoever keeps events: what the club counts, what it has come to, and in which words. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "impact.keep");
  return {
    units: await loadUnitTotals(db()),
    isSaved: noticeIn(request, ["saved"]) !== null,
    title: t("impact.units.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Gives a unit other words, or adds one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "impact.keep");
  const form = parseForm(await readFormFields(request), ImpactUnitForm);
  if (form.status !== "success") return data(form.reply(), 400);
  const { unit, ...words } = form.value;
  const actor = actorOf(staff, context);
  const kept = unit === 0 ? await keepNewUnit(words, actor) : await renameUnit(unit, words, actor);
  if (kept.ok) return redirect("/admin/impact?done=saved");
  if (kept.refusal === "no-unit") throw new Response(null, { status: 404 });
  return data(form.reply({ formErrors: ["impact.error.taken"] }), 409);
}

export default function ImpactUnits() {
  const { t, locale } = useWords();
  const { units, isSaved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const typedFor = Number(reply?.initialValue?.unit ?? 0);
  return (
    <div className="max-w-3xl">
      <BackLink to="/admin/events">{t("eventKeeping.title")}</BackLink>
      <PageHeader title={t("impact.units.title")} lead={t("impact.units.lead")} />
      {isSaved && !reply && <Notice tone="ok">{t("impact.units.saved")}</Notice>}
      <ul className="mt-4 border-t border-rule">
        {units.map(({ id, unit, amount, events }) => (
          <li key={id} className="border-b border-rule py-3">
            <p className="text-lg font-semibold">{countedWords(unit, amount, locale)}</p>
            <p className="text-ink-soft">{t("impact.units.events", { count: events })}</p>
            <Disclosure
              key={`${isSaved} ${unit.one} ${unit.many} ${unit.zh}`}
              summary={t("impact.units.words")}
              open={typedFor === id}
            >
              <UnitForm id={id} unit={unit} reply={typedFor === id ? reply : undefined} />
            </Disclosure>
          </li>
        ))}
      </ul>
      <Section id="new" title={t("impact.units.new")}>
        <UnitForm id={0} unit={null} reply={reply && typedFor === 0 ? reply : undefined} />
      </Section>
    </div>
  );
}
