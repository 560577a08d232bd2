import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endDevice } from "#app/modules/auth/end-device.server.ts";
import { loadDevices } from "#app/modules/auth/load-devices.server.ts";
import { isStaff } from "#app/modules/auth/roles.ts";
import { loadAccount } from "#app/modules/membership/load-account.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { AccountPlaces } from "#app/site/account-places.tsx";
import { DeviceList } from "#app/site/device-list.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SignOutIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { requireMember, requirePerson } from "./guards.server.ts";
import { readOwnerRequest } from "./owner-request.server.ts";

/** Members: their own account. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  const { sessionId } = await requirePerson(request);
  const [account, devices] = await Promise.all([
    loadAccount(db(), member.id),
    loadDevices(db(), member.person.id, sessionId, isStaff(member.roles)),
  ]);
  const done = new URL(request.url).searchParams.get("done");
  return { account, devices, ended: done === "device", title: t("account.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members: their own browsers signed out. */
export async function action({ request }: ActionFunctionArgs) {
  const { person } = await requireMember(request);
  const form = await request.formData();
  await endDevice(db(), person.id, String(form.get("session")));
  return redirect("/my/account?done=device");
}

export default function Account() {
  const t = useT();
  const { account, devices, ended } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("account.title")}
        lead={
          <>
            <bdi>{account.name}</bdi> · <span className="figure">{account.number}</span>
          </>
        }
      />
      <AccountPlaces />
      <Section id="sign-in" title={t("account.signIn")}>
        <p>{t(account.hasPassword ? "account.hasPassword" : "account.noPassword")}</p>
        <ButtonLink to="/password" look="quiet" className="mt-3">
          {t(account.hasPassword ? "account.changePassword" : "account.setPassword")}
        </ButtonLink>
      </Section>
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
    </>
  );
}
