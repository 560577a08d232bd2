import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { TEXT_NAMES } from "#app/modules/texts/club-texts.ts";
import { loadText } from "#app/modules/texts/load-text.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";

/** Admins: the texts of the club that everybody can read. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "club.change");
  const texts = await Promise.all(TEXT_NAMES.map((name) => loadText(db(), name)));
  return {
    texts: texts.map((text) => text && { ...text, en: "", zh: "" }),
    saved: noticeIn(request, ["saved"]) !== null,
    title: t("texts.admin.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Texts() {
  const t = useT();
  const figures = useFigures();
  const { texts, saved } = useLoaderData<typeof loader>();
  return (
    <div className="max-w-2xl">
      <PageHeader title={t("texts.admin.title")} lead={t("texts.admin.lead")} />
      {saved && (
        <div className="mb-6">
          <Notice tone="ok">{t("texts.admin.saved")}</Notice>
        </div>
      )}
      <ul className="border-t border-rule">
        {texts.map(
          (text) =>
            text && (
              <li
                key={text.name}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-rule py-3"
              >
                <div>
                  <Link to={`/admin/texts/${text.name}`} className="font-semibold">
                    {t(`texts.${text.name}`)}
                  </Link>
                  <p className="text-ink-soft">
                    {t("texts.version", { version: text.version })} ·{" "}
                    {text.since
                      ? t("texts.since", { day: figures.day(text.since) })
                      : t("texts.admin.ours")}
                  </p>
                </div>
                <Link to={`/about/${text.name}`}>{t("texts.admin.read")}</Link>
              </li>
            ),
        )}
      </ul>
    </div>
  );
}
