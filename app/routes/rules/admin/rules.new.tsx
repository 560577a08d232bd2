import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadRulesBase } from "#app/modules/rules/load-rules-page.server.ts";
import { rulesToTyped } from "#app/modules/rules/rules-form.ts";
import { saveRuleVersion } from "#app/modules/rules/save-rule-version.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { previewDraft, readDraft } from "../parts/rules-draft.server.ts";
import { RulesForm } from "../parts/rules-form.tsx";
import { RulesPreviewed } from "../parts/rules-previewed.tsx";
import { SaveRefused } from "../parts/save-refused.tsx";

/** Each programme has a field for every kind of work. */
const MOST_FIELDS = 400;

/** Admins who have proved that it is them: the form of the rules, filled in with the latest version. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "rules.change");
  await requireRecentAuthentication(request);
  const base = await loadRulesBase(db());
  const typed = { ...rulesToTyped(base.rules, base.digits), startsOn: [base.earliest], note: [""] };
  return { base, typed, title: t("rules.change") };
}

/** Admins who have proved that it is them: shows what the draft would do, and saves what was shown. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "rules.change");
  await requireRecentAuthentication(request);
  const draft = await readDraft(await readFormFields(request, MOST_FIELDS));
  const { typed } = draft;
  if (!draft.ok) {
    const { ruleErrors, termErrors } = draft;
    return data({ typed, ruleErrors, termErrors, preview: null, refusal: null }, 400);
  }
  const nothing = { typed, ruleErrors: {}, termErrors: {} };
  if (draft.intent === "preview" || !draft.previewed) {
    const preview = await previewDraft(draft, { again: draft.intent === "save" });
    return data({ ...nothing, preview, refusal: null });
  }
  const answer = await saveRuleVersion(db(), {
    rules: draft.rules,
    ...draft.terms,
    seen: draft.seen,
    ...actorOf(staff, context),
  });
  if (answer.ok) throw redirect(`/admin/rules?saved=${answer.version}`);
  return data({ ...nothing, preview: null, refusal: answer }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ChangeRules() {
  const t = useT();
  const { base, typed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const wrong = answer
    ? Object.keys(answer.ruleErrors).length + Object.keys(answer.termErrors).length
    : 0;
  return (
    <>
      <BackLink to="/admin/rules">{t("rules.title")}</BackLink>
      <PageHeader title={t("rules.change")} lead={t("rules.change.lead")} />
      <SaveRefused refusal={answer?.refusal ?? null} wrong={wrong} />
      <RulesForm
        base={base}
        typed={answer?.typed ?? typed}
        ruleErrors={answer?.ruleErrors ?? {}}
        termErrors={answer?.termErrors ?? {}}
        digest={answer?.preview?.digest ?? null}
        preview={answer?.preview && <RulesPreviewed preview={answer.preview} />}
      />
    </>
  );
}
