import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ClubForm } from "#app/modules/club/forms.ts";
import { loadClubSettings } from "#app/modules/club/load-club-settings.server.ts";
import { saveClub } from "#app/modules/club/save-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { ClubForm as ClubFields } from "../parts/club-form.tsx";
import { CLUB_DONE, CLUB_REFUSED, ClubNews } from "../parts/club-news.tsx";
import { LogoForm } from "../parts/logo-form.tsx";
import { StoreForms } from "../parts/store-forms.tsx";

/** Admins who have proved that it is them: the club's settings, stores and logo. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "club.change");
  await requireRecentAuthentication(request);
  const page = await loadClubSettings(db());
  if (!page) throw new Response(null, { status: 404 });
  return {
    ...page,
    done: noticeIn(request, CLUB_DONE),
    refused: noticeIn(request, CLUB_REFUSED, "refused"),
    zones: Intl.supportedValuesOf("timeZone"),
    currencies: Intl.supportedValuesOf("currency"),
    title: t("club.title"),
  };
}

/** Admins who have proved that it is them: saves the settings. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "club.change");
  await requireRecentAuthentication(request);
  const form = parseForm(await readFormFields(request), ClubForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { seen, ...settings } = form.value;
  const who = actorOf(staff, context);
  const answer = await saveClub(db(), { settings, seen, ...who });
  if (answer.ok) return redirect("/admin/club?done=saved");
  if (answer.refusal === "no-club") throw new Response(null, { status: 404 });
  return data({ form: form.reply(), refusal: answer.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ClubSettingsPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t("club.title")}
        lead={t("club.lead")}
        actions={
          <ButtonLink to="/admin/club/payment-methods" look="quiet">
            {t("paymentMethods.title")}
          </ButtonLink>
        }
      />
      <ClubNews
        done={answer ? null : page.done}
        refused={answer ? (answer.refusal ?? "mistakes") : page.refused}
      />
      <ClubFields page={page} reply={answer?.form} key={answer ? "answered" : page.seen} />
      <Section id="stores" title={t("club.stores")}>
        <StoreForms stores={page.stores} />
      </Section>
      <Section id="logo-part" title={t("club.logo")}>
        <LogoForm logoId={page.logoId} />
      </Section>
    </div>
  );
}
