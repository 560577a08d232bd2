import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import type { Params } from "@remix-run/react";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { fileKinds } from "#app/features.server.ts";
import { fileKindOf } from "#app/modules/imports/file-kind.ts";
import { ReverseForm } from "#app/modules/imports/forms.ts";
import { canBeReversed } from "#app/modules/imports/import-reversal.ts";
import { loadImport } from "#app/modules/imports/load-import.server.ts";
import { previewReversal } from "#app/modules/imports/preview-reversal.server.ts";
import { requestReversal } from "#app/modules/imports/request-reversal.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Textarea } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { ReversalPreviewFacts } from "../parts/reversal-preview.tsx";

/** Admins: what taking an import back would do. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "imports.reverse");
  const run = await importIn(params);
  await requireRecentAuthentication(request);
  if (!canBeReversed(run)) throw redirect(`/admin/imports/${run.id}`);
  const preview = await previewReversal(run.id, fileKindOf(fileKinds, run.kind));
  const { id, kind, fileName } = run;
  return { id, kind, fileName, preview, title: `${t("staff.reversal.ask")} · ${fileName}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Admins, who have just proved that it is them: puts the taking back in line. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "imports.reverse");
  const run = await importIn(params);
  await requireRecentAuthentication(request);
  const form = parseForm(await readFormFields(request), ReverseForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const answer = await requestReversal(db(), {
    importId: run.id,
    ...actorOf(staff, context),
    reason: form.value.reason,
  });
  if (!answer.ok && answer.refusal !== "asked-already") {
    return data({ form: form.reply(), refusal: answer.refusal }, 409);
  }
  return redirect(`/admin/imports/${run.id}#reversal`);
}

async function importIn(params: Params) {
  const run = await loadImport(rowIdIn(params.id));
  if (!run) throw new Response(null, { status: 404 });
  return run;
}

export default function ReverseImport() {
  const t = useT();
  const { id, kind, fileName, preview } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().state === "submitting";
  return (
    <div className="max-w-3xl">
      <BackLink to={`/admin/imports/${id}`}>
        <bdi className="break-all">{fileName}</bdi>
      </BackLink>
      <PageHeader title={t("staff.reversal.ask")} lead={t(`staff.reversal.lead.${kind}`)} />
      {answer?.refusal && (
        <div className="mb-6">
          <Notice tone="refusal">{t(`staff.reversal.refused.${answer.refusal}`)}</Notice>
        </div>
      )}
      <ReversalPreviewFacts kind={kind} preview={preview} />
      <Form method="post" className="mt-8 grid gap-5">
        <Textarea
          id="reason"
          name="reason"
          required
          maxLength={REASON_AT_MOST}
          rows={3}
          label={t("staff.reversal.reason")}
          hint={t("staff.reversal.reasonHint")}
          defaultValue={String(answer?.form.initialValue?.reason ?? "")}
          errors={formErrors(answer?.form, t).reason}
        />
        <div className="flex flex-wrap gap-3">
          <Button look="danger" pending={pending}>
            {t("staff.reversal.confirm")}
          </Button>
          <ButtonLink to={`/admin/imports/${id}`} look="quiet">
            {t("staff.reversal.leaveIt")}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
