import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { AskCodeForm } from "#app/modules/auth/forms.ts";
import { askToJoin } from "#app/modules/joining/ask-to-join.server.ts";
import { loadJoining } from "#app/modules/joining/load-joining.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { optionalPerson } from "#app/routes/shell/guards.server.ts";
import { keepCodeRequest, readKnownBrowser } from "#app/routes/shell/sign-in-cookies.server.ts";
import { minutesUntil } from "#app/routes/shell/sign-in-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { CarFrontDrawing } from "#app/ui/drawings/car-front.tsx";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { readJoiningToken } from "../parts/joining-request.server.ts";

/**
 * Open to everybody: joining begins with an e-mail address. A member is led to their card, and whoever has
 * proved an address in this browser goes on, unless they want another one (`?other`).
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const known = await optionalPerson(request);
  if (known?.member) throw redirect("/my");
  const token = asked.has("other") || asked.has("late") ? null : await readJoiningToken(request);
  if (token && (await loadJoining(db(), token))) throw redirect("/join/details");
  const { locale } = await readPreferences(request);
  return {
    email: known?.person.email ?? "",
    late: asked.has("late"),
    title: translator(locale)("join.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Open to everybody: sends a code, and gives one answer whoever the address is. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = parseForm(await readFormFields(request), AskCodeForm);
  if (form.status !== "success") return data({ form: form.reply(), minutes: 0 }, 400);
  const { email } = form.value;
  const { locale } = await readPreferences(request);
  const answer = await askToJoin(db(), {
    email,
    locale,
    address: requestAddress(context),
    known: await readKnownBrowser(request),
  });
  if (!answer.ok) return data({ form: form.reply(), minutes: minutesUntil(answer.retryAt) }, 429);
  return redirect("/join/code", {
    headers: { "Set-Cookie": await keepCodeRequest({ email, to: "/my" }) },
  });
}

export default function Join() {
  const t = useT();
  const { email, late } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().state === "submitting";
  return (
    <>
      <div className="mb-4 max-w-56">
        <CarFrontDrawing />
      </div>
      <PageHeader title={t("join.title")} lead={t("join.lead")} />
      {late && !answer && (
        <div className="mb-6">
          <Notice tone="info">{t("join.late")}</Notice>
        </div>
      )}
      {answer && answer.minutes > 0 && (
        <div className="mb-6">
          <Notice tone="refusal" title={t("join.notYet")}>
            {t("join.tooMany", { minutes: answer.minutes })}
          </Notice>
        </div>
      )}
      <Form method="post" className="grid gap-5">
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          required
          label={t("join.email")}
          hint={t("join.emailHint")}
          defaultValue={String(answer?.form.initialValue?.email ?? email)}
          errors={formErrors(answer?.form, t).email}
        />
        <Button wide pending={pending}>
          {t("join.sendCode")}
        </Button>
      </Form>
      <p className="mt-8">
        {t("join.already")} <Link to="/sign-in">{t("join.signIn")}</Link>
      </p>
    </>
  );
}
