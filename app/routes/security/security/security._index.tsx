import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isStaff } from "#app/modules/access/roles.ts";
import { endDevice } from "#app/modules/auth/end-device.server.ts";
import { loadDevices } from "#app/modules/auth/load-devices.server.ts";
import { endOtherSessions } from "#app/modules/auth/renew-session.server.ts";
import { loadSecurity } from "#app/modules/security/load-security.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requirePerson } from "#app/routes/shell/guards.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { titled } from "#app/routes/shell/sign-in-request.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SignOutIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { SecondFactorNeeded, SecurityFacts } from "../parts/security-facts.tsx";
import { SecurityPasskeys } from "../parts/security-passkeys.tsx";
import { SignedInBrowsers } from "../parts/signed-in-browsers.tsx";

/** What was done on the page that led back here. */
const DONE = [
  "browser",
  "browsers",
  "authenticator",
  "passkey",
  "passkeys",
  "password",
  "email",
] as const;

/** Whoever is signed in: how they sign in, and where they are signed in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person, roles, need, sessionId } = await requirePerson(request);
  const [security, browsers] = await Promise.all([
    loadSecurity(db(), person.id),
    loadDevices(db(), person.id, sessionId, isStaff(roles)),
  ]);
  const done = noticeIn(request, DONE);
  return titled(request, "security.title", {
    name: person.name,
    needed: need === "set-up",
    security,
    browsers,
    done,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Whoever is signed in: signs one of their own other browsers out, or all of them. */
export async function action({ request }: ActionFunctionArgs) {
  const { person, sessionId } = await requirePerson(request);
  const form = await readFormFields(request);
  if (form.get("intent") === "end-others") {
    await endOtherSessions(db(), person.id, sessionId);
    return redirect("/security?done=browsers");
  }
  await endDevice(db(), person.id, typedText(String(form.get("session"))));
  return redirect("/security?done=browser");
}

export default function SecurityPage() {
  const t = useT();
  const { name, needed, security, browsers, done } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("security.title")} lead={t("security.lead", { name })} />
      {needed && <SecondFactorNeeded />}
      {done && (
        <div className="mb-6">
          <Notice tone="ok">{t(`security.done.${done}`)}</Notice>
        </div>
      )}
      <Section id="ways" title={t("security.ways")}>
        <SecurityFacts security={security} />
      </Section>
      <Section id="passkeys" title={t("security.passkeys")}>
        <SecurityPasskeys passkeys={security.passkeys} />
      </Section>
      <Section id="browsers" title={t("security.browsers")}>
        <SignedInBrowsers browsers={browsers} />
      </Section>
      <form method="post" action="/sign-out" className="mt-12 border-t border-rule pt-6">
        <Button look="quiet" icon={<SignOutIcon />}>
          {t("nav.signOut")}
        </Button>
      </form>
    </>
  );
}
