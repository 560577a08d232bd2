import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TextForm } from "#app/modules/texts/forms.ts";
import { loadText } from "#app/modules/texts/load-text.server.ts";
import { saveText } from "#app/modules/texts/save-text.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { TextFields } from "../parts/text-fields.tsx";
import { textNameIn } from "../parts/text-request.server.ts";

/** Admins who have proved that it is them: one of the club's texts, to be written anew. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "club.change");
  const name = textNameIn(params);
  await requireRecentAuthentication(request);
  const text = await loadText(db(), name);
  return { text, name, title: t(`texts.${name}`) };
}

/** Admins who have proved that it is them: saves it as a new version. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "club.change");
  const name = textNameIn(params);
  await requireRecentAuthentication(request);
  const form = parseForm(await readFormFields(request), TextForm);
  if (form.status !== "success") {
    return data({ form: form.reply(), refusal: "mistakes" as const }, 400);
  }
  const answer = await saveText(db(), { name, ...form.value, ...actorOf(staff, context) });
  if (answer.ok) return redirect("/admin/texts?done=saved");
  return data({ form: form.reply(), refusal: answer.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ChangeText() {
  const t = useT();
  const { text, name, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="max-w-3xl">
      <BackLink to="/admin/texts">{t("texts.admin.title")}</BackLink>
      <PageHeader title={title} lead={t("texts.admin.how")} />
      {answer && (
        <div className="mb-6">
          <Notice tone="refusal" title={t("texts.admin.notSaved")}>
            {t(`texts.refused.${answer.refusal}`)}
          </Notice>
        </div>
      )}
      {text && <TextFields name={name} text={text} reply={answer?.form} />}
    </div>
  );
}
