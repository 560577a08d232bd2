import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { WithdrawVersionForm } from "#app/modules/rules/forms.ts";
import { loadRulesPage } from "#app/modules/rules/load-rules-page.server.ts";
import { withdrawRuleVersion } from "#app/modules/rules/withdraw-rule-version.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { RuleVersions } from "../parts/rule-versions.tsx";
import { RulesInForce } from "../parts/rules-in-force.tsx";

const Query = z.object({
  saved: OptionalRowId,
  withdrawn: OptionalRowId,
});

/** Finance and admins: the rules that hold, and every version there has been. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may } = await readStaffRequest(request, "rules.see");
  const page = await loadRulesPage(db());
  const news = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { page, news, mayChange: may("rules.change"), title: t("rules.title") };
}

/** Admins who have proved that it is them: takes a version back that has not begun. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "rules.change");
  await requireRecentAuthentication(request);
  const form = parseForm(await readFormFields(request), WithdrawVersionForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const answer = await withdrawRuleVersion(db(), {
    ...form.value,
    ...actorOf(staff, context),
  });
  if (answer.ok) throw redirect(`/admin/rules?withdrawn=${form.value.version}`);
  if (answer.refusal === "no-such-version") throw new Response(null, { status: 404 });
  return data({ form: form.reply(), refusal: answer.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Rules() {
  const t = useT();
  const { page, news, mayChange } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const happened = news.saved ?? news.withdrawn;
  return (
    <>
      <PageHeader
        title={t("rules.title")}
        lead={t("rules.lead", { version: page.holds.version })}
        actions={mayChange && <ButtonLink to="/admin/rules/new">{t("rules.change")}</ButtonLink>}
      />
      {happened && !answer && (
        <div className="mb-6">
          <Notice tone="ok">
            {t(news.saved ? "rules.saved" : "rules.withdrawn", { version: happened })}
          </Notice>
        </div>
      )}
      {answer?.refusal && (
        <div className="mb-6">
          <Notice tone="refusal">{t(`rules.refused.${answer.refusal}`)}</Notice>
        </div>
      )}
      <RulesInForce rules={page.holds.rules} />
      <Section id="versions" title={t("rules.versions")}>
        <RuleVersions versions={page.versions} mayChange={mayChange} reply={answer?.form} />
      </Section>
    </>
  );
}
