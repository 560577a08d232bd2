import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { changeNotifications } from "#app/modules/letters/change-notifications.server.ts";
import { loadNotificationChoices } from "#app/modules/letters/load-notification-choices.server.ts";
import { isNotificationKind, NOTIFICATION_KINDS } from "#app/modules/letters/notification-kinds.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { readReferrerRequest } from "#app/routes/shell/referrer-request.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { AccountHead } from "../parts/account-head.tsx";

/** Members, and others who recommend friends: which letters they get. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person, t } = await readReferrerRequest(request);
  const choices = await loadNotificationChoices(db(), person.id);
  const saved = noticeIn(request, ["saved"]) !== null;
  return { choices, saved, title: t("account.notifications") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members, and others who recommend friends: their own letters chosen by kind. What is not named is not wanted. */
export async function action({ request }: ActionFunctionArgs) {
  const { person, locale } = await readReferrerRequest(request);
  const sent = await readFormFields(request);
  const wanted = new Set(sent.getAll("kind").map(String).filter(isNotificationKind));
  await changeNotifications(person.id, wanted, locale);
  return redirect("/my/account/notifications?done=saved");
}

export default function Notifications() {
  const t = useT();
  const { choices, saved } = useLoaderData<typeof loader>();
  const pending = useNavigation().state === "submitting";
  return (
    <>
      <AccountHead
        title={t("account.notifications")}
        lead={t("account.notifications.lead")}
        done={saved && t("account.notifications.saved")}
      />
      <Form method="post">
        <fieldset className="border-y border-rule">
          <legend className="sr-only">{t("account.notifications")}</legend>
          {NOTIFICATION_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              id={kind}
              name="kind"
              value={kind}
              label={t(`account.notify.${kind}`)}
              hint={t(`account.notify.${kind}.what`)}
              defaultChecked={choices[kind].wanted}
            />
          ))}
        </fieldset>
        <p className="mt-4 text-[0.9375rem] text-ink-soft">{t("account.notifications.always")}</p>
        <Button className="mt-5" pending={pending}>
          {t("account.save")}
        </Button>
      </Form>
    </>
  );
}
