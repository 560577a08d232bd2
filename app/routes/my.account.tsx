import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { endDevice } from "#app/modules/auth/end-device.server.ts";
import { loadDevices } from "#app/modules/auth/load-devices.server.ts";
import { isStaff } from "#app/modules/auth/roles.ts";
import { chooseLetters } from "#app/modules/membership/choose-letters.server.ts";
import { loadAccount } from "#app/modules/membership/load-account.server.ts";
import { db } from "#app/platform/db.server.ts";
import { isLocale } from "#app/platform/words/locale.ts";
import { useT } from "#app/platform/words/words.tsx";
import { AccountFacts } from "#app/site/account-facts.tsx";
import { DeviceList } from "#app/site/device-list.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Choices } from "#app/ui/choice.tsx";
import { SignOutIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { requireMember, requirePerson } from "./guards.server.ts";
import { readOwnerRequest } from "./owner-request.server.ts";

/** Members: their own account. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const { sessionId } = await requirePerson(request);
  const [account, devices] = await Promise.all([
    loadAccount(db(), member.id),
    loadDevices(db(), member.person.id, sessionId, isStaff(member.roles)),
  ]);
  const done = new URL(request.url).searchParams.get("done");
  return {
    account,
    devices,
    letters: account.letters ?? locale,
    saved: done === "letters",
    ended: done === "device",
    title: t("account.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members: the language of their own letters, and their own browsers signed out. */
export async function action({ request }: ActionFunctionArgs) {
  const { person } = await requireMember(request);
  const form = await request.formData();
  if (form.get("intent") === "end-device") {
    await endDevice(db(), person.id, String(form.get("session")));
    return redirect("/my/account?done=device");
  }
  const letters = form.get("letters");
  if (!isLocale(letters)) return data(null, { status: 400 });
  await chooseLetters(db(), person.id, letters);
  return redirect("/my/account?done=letters");
}

export default function Account() {
  const t = useT();
  const { account, devices, letters, saved, ended } = useLoaderData<typeof loader>();
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
      <Section id="devices" title={t("account.devices")}>
        {ended && (
          <div className="mb-4">
            <Notice tone="ok">{t("account.device.ended")}</Notice>
          </div>
        )}
        <DeviceList devices={devices} />
      </Section>
      <form method="post" action="/sign-out" className="mt-12 border-t border-rule pt-6">
        <Button look="quiet" icon={<SignOutIcon />}>
          {t("account.signOut")}
        </Button>
      </form>
    </div>
  );
}
