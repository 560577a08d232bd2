import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { VipBenefitsForm } from "#app/modules/campaigns/forms.ts";
import { loadVipText, saveVipBenefits } from "#app/modules/campaigns/vip-benefits.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { enabledLocales } from "#app/platform/words/enabled-locales.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Textarea } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";

/** Admins: what VIP referrers get, in their words. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "campaigns.keep");
  return {
    text: await loadVipText(db()),
    done: noticeIn(request, ["vip"]),
    title: t("campaigns.admin.vip"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Admins: saves it as a next version. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "campaigns.keep");
  const form = parseForm(await readFormFields(request), VipBenefitsForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { en, zh } = form.value;
  const speaksBoth = enabledLocales().length > 1;
  if (speaksBoth && (en === "") !== (zh === "")) {
    return data({ form: form.reply(), refusal: "both" as const }, 400);
  }
  const saved = await saveVipBenefits(form.value, actorOf(staff, context));
  if (saved.ok) return redirect("/admin/campaigns/vip?done=vip");
  return data({ form: form.reply(), refusal: "changed" as const }, 409);
}

export default function VipBenefits() {
  const t = useT();
  const figures = useFigures();
  const { text, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().state === "submitting";
  const errors = formErrors(answer?.form, t);
  const sent = answer?.form.initialValue;
  const was = (field: "en" | "zh") => (sent ? String(sent[field] ?? "") : text[field]);
  return (
    <div className="max-w-3xl">
      <BackLink to="/admin/campaigns">{t("campaigns.admin.title")}</BackLink>
      <PageHeader title={t("campaigns.admin.vip")} lead={t("campaigns.vip.lead")} />
      <div className="mb-6 grid gap-3 empty:hidden">
        {done && !answer && <Notice tone="ok">{t(`campaigns.done.${done}`)}</Notice>}
        {answer && (
          <Notice tone="refusal" title={t("campaigns.refused.title")}>
            {t(answer.refusal ? `campaigns.vip.${answer.refusal}` : "campaigns.refused.mistakes")}
          </Notice>
        )}
      </div>
      <Form method="post" className="grid gap-5">
        <input type="hidden" name="seen" value={String(sent?.seen ?? text.version)} />
        {(["en", "zh"] as const).map((field) => (
          <Textarea
            key={field}
            id={field}
            name={field}
            lang={field === "en" ? "en" : "zh-CN"}
            rows={6}
            maxLength={1_500}
            label={t(`campaigns.vip.${field}`)}
            defaultValue={was(field)}
            errors={errors[field]}
          />
        ))}
        <div>
          <Button pending={pending}>{t("campaigns.save")}</Button>
        </div>
      </Form>
      {text.since && (
        <p className="mt-5 text-ink-soft">
          {t("campaigns.vip.version", { version: text.version, day: figures.day(text.since) })}
        </p>
      )}
    </div>
  );
}
