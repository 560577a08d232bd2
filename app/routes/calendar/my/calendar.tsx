import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { endFeed, loadFeedToken, renewFeed } from "#app/modules/calendar/calendar-feed.server.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Sheet } from "#app/ui/page.tsx";

/** Members: the secret address of their own calendar. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const token = await loadFeedToken(db(), member.id);
  const address = token && `${appOrigin()}/calendar/${token}.ics`;
  return {
    address,
    subscribe: address?.replace(/^https?:/, "webcal:") ?? null,
    done: noticeIn(request, ["renewed", "ended"]),
    title: t("calendar.own"),
    locale,
    words: packedCatalog(locale, ["calendar"]),
  };
}

/** Members: give themselves an address, another one, or none. */
export async function action({ request }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const fields = await readFormFields(request);
  const ends = fields.get("intent") === "end";
  await (ends ? endFeed : renewFeed)(db(), member.id);
  return redirect(`/my/calendar?done=${ends ? "ended" : "renewed"}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OwnCalendarPage() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <OwnCalendar />
    </WordsProvider>
  );
}

function OwnCalendar() {
  const t = useT();
  const { address, subscribe, done } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to="/my/events">{t("calendar.events")}</BackLink>
      <PageHeader title={t("calendar.own")} lead={t("calendar.own.lead")} />
      <div className="max-w-xl">
        {done && (
          <div className="mb-5">
            <Notice tone="ok">{t(`calendar.done.${done}`)}</Notice>
          </div>
        )}
        {address && (
          <Sheet className="mb-5">
            <p className="font-semibold break-all select-all">{address}</p>
            <p className="mt-2 text-ink-soft">{t("calendar.own.how")}</p>
            <p className="mt-3">
              <a href={subscribe ?? address} className="button button-quiet">
                {t("calendar.own.subscribe")}
              </a>
            </p>
          </Sheet>
        )}
        <Form method="post" className="flex flex-wrap gap-3">
          <Button look={address ? "quiet" : "primary"} name="intent" value="renew">
            {t(address ? "calendar.own.renew" : "calendar.own.make")}
          </Button>
          {address && (
            <Button look="quiet" name="intent" value="end">
              {t("calendar.own.end")}
            </Button>
          )}
        </Form>
        {address && (
          <p className="mt-3 text-[0.9375rem] text-ink-soft">{t("calendar.own.renew.how")}</p>
        )}
      </div>
    </>
  );
}
