import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { chooseLetters } from "#app/modules/membership/choose-letters.server.ts";
import { loadAccount } from "#app/modules/membership/load-account.server.ts";
import { db } from "#app/platform/db.server.ts";
import { isLocale } from "#app/platform/words/locale.ts";
import { useT } from "#app/platform/words/words.tsx";
import { AccountFacts } from "#app/site/account-facts.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Choices } from "#app/ui/choice.tsx";
import { SignOutIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { requireMember } from "./guards.server.ts";
import { readOwnerRequest } from "./owner-request.server.ts";

/** Members: their own account. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const account = await loadAccount(db(), member.id);
  return {
    account,
    letters: account.letters ?? locale,
    saved: new URL(request.url).searchParams.has("saved"),
    title: t("account.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members: the language of their own letters. */
export async function action({ request }: ActionFunctionArgs) {
  const { person } = await requireMember(request);
  const letters = (await request.formData()).get("letters");
  if (!isLocale(letters)) return data(null, { status: 400 });
  await chooseLetters(db(), person.id, letters);
  return redirect("/my/account?saved");
}

export default function Account() {
  const t = useT();
  const { account, letters, saved } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t("account.title")} />
      <Section id="details" title={t("account.details")}>
        <AccountFacts account={account} />
        <p className="mt-3 text-[0.9375rem] text-ink-soft">{t("account.change")}</p>
      </Section>
      <Section id="sign-in" title={t("account.signIn")}>
        <p>{t(account.hasPassword ? "account.hasPassword" : "account.noPassword")}</p>
        <ButtonLink to="/password" look="quiet" className="mt-3">
          {t(account.hasPassword ? "account.changePassword" : "account.setPassword")}
        </ButtonLink>
      </Section>
      <section className="mt-10">
        {saved && (
          <div className="mb-4">
            <Notice tone="ok">{t("account.letters.saved")}</Notice>
          </div>
        )}
        <Form method="post" className="grid justify-items-start gap-3">
          <Choices
            name="letters"
            legend={t("account.letters")}
            defaultValue={letters}
            options={[
              { value: "en", label: <span lang="en">English</span> },
              { value: "zh-CN", label: <span lang="zh-CN">中文</span> },
            ]}
          />
          <Button look="quiet">{t("account.letters.save")}</Button>
        </Form>
      </section>
      <form method="post" action="/sign-out" className="mt-12 border-t border-rule pt-6">
        <Button look="quiet" icon={<SignOutIcon />}>
          {t("account.signOut")}
        </Button>
      </form>
    </div>
  );
}
