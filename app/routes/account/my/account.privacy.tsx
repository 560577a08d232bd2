import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadExports } from "#app/modules/account/load-exports.server.ts";
import { requestDataExport } from "#app/modules/account/request-data-export.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readReferrerRequest } from "#app/routes/shell/referrer-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { AccountHead } from "../parts/account-head.tsx";
import { ExportPart } from "../parts/export-part.tsx";

/** Members, and others who recommend friends: copies of their own data, and the way out. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person, t } = await readReferrerRequest(request);
  const exports = await loadExports(db(), person.id);
  return { exports, title: t("account.privacy") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members, and others who recommend friends: a copy of their own data asked for. */
export async function action({ request }: ActionFunctionArgs) {
  const { person, locale } = await readReferrerRequest(request);
  const answer = await requestDataExport(person.id, locale);
  if (!answer.ok) return data({ refusal: answer.refusal }, 409);
  return redirect("/my/account/privacy");
}

export default function Privacy() {
  const t = useT();
  const { exports } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <AccountHead title={t("account.privacy")} />
      <Section id="export" title={t("account.export")}>
        <ExportPart exports={exports} refusal={answer?.refusal ?? null} />
      </Section>
      <Section id="close" title={t("account.closing")}>
        <p className="max-w-prose">{t("account.closing.short")}</p>
        <ButtonLink to="/my/account/closing" look="quiet" className="mt-3">
          {t("account.closing.open")}
        </ButtonLink>
      </Section>
    </>
  );
}
