import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { askToRefer } from "#app/modules/joining/ask-to-refer.server.ts";
import { BeginForm } from "#app/modules/joining/begin-form.ts";
import { loadListedReferrers } from "#app/modules/lead-figures/load-listed-referrers.server.ts";
import { NAME_AT_MOST } from "#app/modules/person/name.ts";
import { loadReferralPoints } from "#app/modules/referrals/load-referrals.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { optionalPerson } from "#app/routes/shell/guards.server.ts";
import { readKnownBrowser } from "#app/routes/shell/sign-in-cookies.server.ts";
import { minutesUntil } from "#app/routes/shell/sign-in-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { KeyRingDrawing } from "#app/ui/drawings/key-ring.tsx";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { keepBeginner } from "../parts/begin-request.server.ts";
import { TopReferrers } from "../parts/top-referrers.tsx";

/** Open to everybody: recommending friends begins with an e-mail address. Whoever may already is led to their page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const known = await optionalPerson(request);
  if (known && (known.member || known.roles.includes("referrer"))) {
    throw redirect("/my/referrals");
  }
  const { locale } = await readPreferences(request);
  const [points, top] = await Promise.all([loadReferralPoints(db()), loadListedReferrers(db())]);
  return {
    ...{ points, top },
    title: translator(locale)("referrers.begin.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Open to everybody: sends a code, and gives one answer whoever the address is. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = parseForm(await readFormFields(request), BeginForm);
  if (form.status !== "success") return data({ form: form.reply(), minutes: 0 }, 400);
  const { email, name } = form.value;
  const { locale } = await readPreferences(request);
  const answer = await askToRefer(db(), {
    email,
    locale,
    address: requestAddress(context),
    known: await readKnownBrowser(request),
  });
  if (!answer.ok) return data({ form: form.reply(), minutes: minutesUntil(answer.retryAt) }, 429);
  return redirect("/refer/code", {
    headers: { "Set-Cookie": await keepBeginner({ email, name }) },
  });
}

export default function Begin() {
  const t = useT();
  const figures = useFigures();
  const { points, top } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().state === "submitting";
  const was = (field: string) => String(answer?.form.initialValue?.[field] ?? "");
  const errors = formErrors(answer?.form, t);
  return (
    <>
      <div className="mb-4 max-w-48">
        <KeyRingDrawing />
      </div>
      <PageHeader title={t("referrers.begin.title")} lead={t("referrers.begin.lead")} />
      <p className="-mt-4 mb-6">
        {t("referrers.begin.brings", {
          accepted: figures.points(points.accepted),
          drive: figures.points(points["test-drive"]),
          delivered: figures.points(points.delivered),
        })}
      </p>
      {answer && answer.minutes > 0 && (
        <div className="mb-6">
          <Notice tone="refusal" title={t("referrers.begin.notYet")}>
            {t("referrers.begin.tooMany", { minutes: answer.minutes })}
          </Notice>
        </div>
      )}
      <Form method="post" className="grid gap-5">
        <Input
          id="name"
          name="name"
          autoComplete="name"
          required
          maxLength={NAME_AT_MOST}
          label={t("referrers.begin.name")}
          defaultValue={was("name")}
          errors={errors.name}
        />
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          required
          label={t("referrers.begin.email")}
          hint={t("referrers.begin.emailHint")}
          defaultValue={was("email")}
          errors={errors.email}
        />
        <Checkbox
          id="agree"
          name="agree"
          label={t("referrers.begin.agree")}
          hint={
            <a href="/about/privacy" target="_blank" rel="noreferrer">
              {t("referrers.privacy")}
            </a>
          }
          defaultChecked={was("agree") === "on"}
          errors={errors.agree}
        />
        <Button wide pending={pending}>
          {t("referrers.begin.send")}
        </Button>
      </Form>
      <p className="mt-8">
        {t("referrers.begin.member")}{" "}
        <Link to="/sign-in?to=%2Fmy%2Freferrals">{t("referrers.begin.signIn")}</Link>
      </p>
      <TopReferrers list={top} />
    </>
  );
}
