import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { AskCodeForm, CodeForm } from "#app/modules/auth/forms.ts";
import { askToJoin } from "#app/modules/joining/ask-to-join.server.ts";
import { enterJoiningCode } from "#app/modules/joining/enter-joining-code.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readCodeRequest } from "#app/routes/shell/sign-in-cookies.server.ts";
import { browserOf, minutesUntil, signedIn } from "#app/routes/shell/sign-in-request.server.ts";
import { CodeEntry } from "#app/site/code-entry.tsx";
import { CodeSent } from "#app/site/code-sent.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import { keepJoiningToken } from "../parts/joining-request.server.ts";

/** Whoever has just asked for a code in this browser; others are led to where one asks. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = await readCodeRequest(request);
  if (!asked) throw redirect("/join");
  const { locale } = await readPreferences(request);
  return { email: asked.email, title: translator(locale)("join.code.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Open to everybody: takes the code, or sends another one (`intent=again`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const body = await readFormFields(request);
  const browser = await browserOf(request, context);
  if (body.get("intent") === "again") {
    const form = parseForm(body, AskCodeForm);
    if (form.status !== "success") throw redirect("/join");
    const { locale } = await readPreferences(request);
    const { address, known } = browser;
    const answer = await askToJoin(db(), { email: form.value.email, locale, address, known });
    return answer.ok
      ? data({ form: form.reply({ resetForm: true }), said: "again" as const, minutes: 0 })
      : tooOften(form.reply(), answer.retryAt);
  }
  const form = parseForm(body, CodeForm);
  const reply = () => form.reply({ hideFields: ["code"] });
  if (form.status !== "success") return data({ form: reply(), said: null, minutes: 0 }, 400);
  const answer = await enterJoiningCode(db(), form.value.email, form.value.code, browser);
  if (answer.ok && answer.way === "signed-in") return signedIn(answer, "/my?joined=there-already");
  if (answer.ok) {
    const kept = await keepJoiningToken(answer.token, answer.expiresAt);
    return redirect("/join/details", { headers: { "Set-Cookie": kept } });
  }
  if (answer.refusal === "too-many") return tooOften(reply(), answer.retryAt);
  return data({ form: reply(), said: "wrong" as const, minutes: 0 }, 400);
}

function tooOften<Reply>(form: Reply, retryAt: Date) {
  return data({ form, said: "too-many" as const, minutes: minutesUntil(retryAt) }, 429);
}

export default function EnterCode() {
  const t = useT();
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().formData?.get("intent");
  return (
    <>
      <CodeSent title={t("join.code.title")} lead={t("join.code.lead", { email })} />
      {answer?.said && (
        <div className="mb-6">
          {answer.said === "again" ? (
            <Notice tone="ok">{t("join.code.again")}</Notice>
          ) : (
            <Notice tone="refusal" title={t("join.notYet")}>
              {answer.said === "wrong"
                ? t("join.code.wrong")
                : t("join.tooMany", { minutes: answer.minutes })}
            </Notice>
          )}
        </div>
      )}
      <CodeEntry
        email={email}
        label={t("join.code.label")}
        errors={formErrors(answer?.form, t).code}
        submitLabel={t("join.code.submit")}
        againLabel={t("join.code.sendAgain")}
        pending={pending}
      />
      <p className="mt-8">
        <Link to="/join?other">{t("join.code.otherAddress")}</Link>
      </p>
    </>
  );
}
