import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { PaymentMethodsForm } from "#app/modules/payment-methods/forms.ts";
import {
  loadPaymentMethods,
  methodsMark,
} from "#app/modules/payment-methods/load-payment-methods.server.ts";
import { methodsFor } from "#app/modules/payment-methods/online-method.ts";
import { savePaymentMethods } from "#app/modules/payment-methods/save-payment-methods.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { stripe } from "#app/platform/stripe.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { MethodsForm } from "../parts/methods-form.tsx";

/** Admins who have proved that it is them: which ways of paying the club takes, and what each can do. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "club.change");
  await requireRecentAuthentication(request);
  const [methods, { currency }] = await Promise.all([loadPaymentMethods(db()), loadClub()]);
  const nothingFor = (recurring: boolean) =>
    methodsFor(methods.online, { currency, recurring })?.length === 0;
  return {
    methods,
    seen: methodsMark(methods),
    currency,
    nothingFits: nothingFor(false),
    nothingRenews: nothingFor(true),
    online: stripe() !== null,
    done: noticeIn(request, ["saved"]),
    title: t("paymentMethods.title"),
  };
}

/** Admins who have proved that it is them: saves them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "club.change");
  await requireRecentAuthentication(request);
  const form = parseForm(await readFormFields(request), PaymentMethodsForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { counter, where, online, seen } = form.value;
  const methods = { counter, online: where === "dashboard" ? null : online };
  const answer = await savePaymentMethods(methods, seen, actorOf(staff, context));
  if (answer.ok) throw redirect("/admin/club/payment-methods?done=saved");
  return data({ form: form.reply(), refusal: answer.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function PaymentMethods() {
  const t = useT();
  const loaded = useLoaderData<typeof loader>();
  const { methods, seen, currency, nothingFits, nothingRenews, online, done } = loaded;
  const answer = useActionData<typeof action>();
  return (
    <div className="max-w-2xl">
      <BackLink to="/admin/club">{t("staff.club")}</BackLink>
      <PageHeader title={t("paymentMethods.title")} lead={t("paymentMethods.lead")} />
      <div className="mb-6 grid gap-4 empty:hidden">
        {answer?.refusal && (
          <Notice tone="refusal">{t(`paymentMethods.refused.${answer.refusal}`)}</Notice>
        )}
        {!answer && done && <Notice tone="ok">{t("paymentMethods.saved")}</Notice>}
        {!online && <Notice announce={false}>{t("paymentMethods.offline")}</Notice>}
        {nothingFits && (
          <Notice tone="warn" announce={false}>
            {t("paymentMethods.fit.none", { currency })}
          </Notice>
        )}
        {!nothingFits && nothingRenews && (
          <Notice announce={false}>{t("paymentMethods.fit.recurring")}</Notice>
        )}
      </div>
      <MethodsForm methods={methods} seen={seen} reply={answer?.form} key={seen} />
    </div>
  );
}
