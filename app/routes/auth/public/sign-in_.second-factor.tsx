import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { RecoveryForm, SecondFactorForm } from "#app/modules/auth/forms.ts";
import { giveSecondFactor } from "#app/modules/security/give-second-factor.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { sameSitePath } from "#app/platform/http/same-site-path.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type HalfSignedIn, halfSignedIn } from "#app/routes/shell/guards.server.ts";
import {
  landingPath,
  refused,
  renewed,
  titled,
  tooOften,
} from "#app/routes/shell/sign-in-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { FormSaid } from "#app/site/form-said.tsx";
import { PasskeyButton } from "#app/site/passkey.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { CodeInput, Input } from "#app/ui/input.tsx";
import { PageHeader } from "#app/ui/page.tsx";

/** Whoever has given a first factor and has a second; whoever is in, or not even here, is led on. */
export async function loader({ request }: LoaderFunctionArgs) {
  const to = sameSitePath(new URL(request.url).searchParams.get("to") ?? "/");
  const { hasAuthenticator, hasPasskey } = await whoIsHalfIn(request, to);
  return titled(request, "secondFactor.title", { to, hasAuthenticator, hasPasskey });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The same: takes the code of an authenticator, or a recovery code (`intent=recovery`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const body = await readFormFields(request);
  const to = sameSitePath(String(body.get("to") ?? "/"));
  const half = await whoIsHalfIn(request, to);
  const recovery = body.get("intent") === "recovery";
  const form = recovery ? parseForm(body, RecoveryForm) : parseForm(body, SecondFactorForm);
  const hideFields = ["code", "recovery"];
  if (form.status !== "success") return refused(form.reply({ hideFields }));
  const given =
    "recovery" in form.value
      ? ({ kind: "recovery", code: form.value.recovery } as const)
      : ({ kind: "authenticator", code: form.value.code } as const);
  const who = {
    personId: half.person.id,
    sessionId: half.sessionId,
    address: requestAddress(context),
  };
  const answer = await giveSecondFactor(db(), who, given);
  if (answer.ok) {
    return redirect(landingOf(half, to), { headers: await renewed(answer.session) });
  }
  if (answer.refusal === "too-many") return tooOften(form.reply({ hideFields }), answer.retryAt);
  return refused(
    form.reply({
      hideFields,
      fieldErrors: recovery
        ? { recovery: ["secondFactor.wrongRecovery"] }
        : { code: ["secondFactor.wrong"] },
    }),
  );
}

async function whoIsHalfIn(request: Request, to: string): Promise<HalfSignedIn> {
  const half = await halfSignedIn(request);
  if (!half) throw redirect(`/sign-in?${new URLSearchParams({ to })}`);
  if (half.need !== "give") throw redirect(landingOf(half, to));
  return half;
}

const landingOf = ({ roles, member }: HalfSignedIn, to: string) =>
  landingPath({ roles, isMember: member !== null }, to);

export default function SecondFactor() {
  const t = useT();
  const { to, hasAuthenticator, hasPasskey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().formData?.get("intent");
  const errors = formErrors(answer?.form, t);
  return (
    <>
      <PageHeader
        title={t("secondFactor.title")}
        lead={t(hasAuthenticator ? "secondFactor.lead" : "secondFactor.leadPasskey")}
      />
      <FormSaid answer={answer} />
      <div className="grid gap-5">
        {hasPasskey && (
          <PasskeyButton
            purpose="sign-in"
            action="/sign-in"
            to={to}
            look={hasAuthenticator ? "quiet" : "primary"}
          />
        )}
        {hasAuthenticator && (
          <>
            <Form method="post" className="grid gap-5">
              <input type="hidden" name="to" value={to} />
              <CodeInput
                id="code"
                name="code"
                required
                label={t("secondFactor.code")}
                errors={errors.code}
              />
              <Button name="intent" value="code" wide pending={pending === "code"}>
                {t("signIn.submit")}
              </Button>
            </Form>
            <Disclosure summary={t("secondFactor.lost")} open={Boolean(errors.recovery)}>
              <Form method="post" className="grid gap-5 pt-2">
                <input type="hidden" name="to" value={to} />
                <Input
                  id="recovery"
                  name="recovery"
                  required
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  label={t("secondFactor.recovery")}
                  hint={t("secondFactor.recoveryHint")}
                  errors={errors.recovery}
                />
                <Button
                  name="intent"
                  value="recovery"
                  look="quiet"
                  wide
                  pending={pending === "recovery"}
                >
                  {t("secondFactor.useRecovery")}
                </Button>
              </Form>
            </Disclosure>
          </>
        )}
      </div>
      <form method="post" action="/sign-out" className="mt-8">
        <Button look="bare">{t("secondFactor.leave")}</Button>
      </form>
    </>
  );
}
