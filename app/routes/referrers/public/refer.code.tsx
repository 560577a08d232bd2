import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { CodeForm } from "#app/modules/auth/forms.ts";
import { askToRefer } from "#app/modules/joining/ask-to-refer.server.ts";
import { beginReferring } from "#app/modules/joining/begin-referring.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { browserOf, minutesUntil, signedIn } from "#app/routes/shell/sign-in-request.server.ts";
import { CodeEntry } from "#app/site/code-entry.tsx";
import { CodeSent } from "#app/site/code-sent.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import { forgetBeginner, readBeginner } from "../parts/begin-request.server.ts";

/** Whoever has just asked for a code in this browser; others are led to where one asks. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = await readBeginner(request);
  if (!asked) throw redirect("/refer");
  const { locale } = await readPreferences(request);
  return { email: asked.email, title: translator(locale)("referrers.begin.code") };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Whoever has just asked for a code in this browser: takes it, or sends another one (`intent=again`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const asked = await readBeginner(request);
  if (!asked) throw redirect("/refer");
  const body = await readFormFields(request);
  // The address is the one that asked, whatever the form says.
  body.set("email", asked.email);
  const browser = await browserOf(request, context);
  const { locale } = await readPreferences(request);
  const form = parseForm(body, CodeForm);
  const reply = () => form.reply({ hideFields: ["code"] });
  const tooOften = (retryAt: Date) =>
    data({ form: reply(), said: "too-many" as const, minutes: minutesUntil(retryAt) }, 429);
  if (body.get("intent") === "again") {
    const { address, known } = browser;
    const answer = await askToRefer(db(), { email: asked.email, locale, address, known });
    if (!answer.ok) return tooOften(answer.retryAt);
    return data({ form: form.reply({ resetForm: true }), said: "again" as const, minutes: 0 });
  }
  if (form.status !== "success") return data({ form: reply(), said: null, minutes: 0 }, 400);
  const answer = await beginReferring({ ...asked, locale }, form.value.code, browser);
  if (answer.ok) {
    const response = await signedIn(answer, "/my/referrals?done=welcome");
    response.headers.append("Set-Cookie", await forgetBeginner());
    return response;
  }
  if (answer.refusal === "too-many") return tooOften(answer.retryAt);
  return data({ form: reply(), said: "wrong" as const, minutes: 0 }, 400);
}

export default function EnterCode() {
  const t = useT();
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().formData?.get("intent");
  return (
    <>
      <CodeSent title={t("referrers.begin.code")} lead={t("referrers.begin.codeLead", { email })} />
      {answer?.said && (
        <div className="mb-6">
          {answer.said === "again" ? (
            <Notice tone="ok">{t("referrers.begin.again")}</Notice>
          ) : (
            <Notice tone="refusal" title={t("referrers.begin.notYet")}>
              {answer.said === "wrong"
                ? t("referrers.begin.codeWrong")
                : t("referrers.begin.tooMany", { minutes: answer.minutes })}
            </Notice>
          )}
        </div>
      )}
      <CodeEntry
        email={email}
        label={t("referrers.begin.codeLabel")}
        errors={formErrors(answer?.form, t).code}
        submitLabel={t("referrers.begin.open")}
        againLabel={t("referrers.begin.sendAgain")}
        pending={pending}
      />
      <p className="mt-8">
        <Link to="/refer">{t("referrers.begin.other")}</Link>
      </p>
    </>
  );
}
