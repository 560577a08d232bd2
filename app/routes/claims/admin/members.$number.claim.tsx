import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { findOpenMember } from "#app/modules/person/find-member.server.ts";
import { db } from "#app/platform/db.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { memberNumberIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Button } from "#app/ui/button.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { ClaimFields } from "../parts/claim-fields.tsx";
import { claimFormErrors } from "../parts/claim-form-news.tsx";
import { fileFromForm, loadClaimForm } from "../parts/claim-request.server.ts";
import { DeskClaimNews } from "../parts/desk-claim-news.tsx";

/** The desk and admins: the form for a visit that a member misses. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "claims.take");
  const member = await findOpenMember(db(), memberNumberIn(params));
  if (!member) throw new Response(null, { status: 404 });
  const { name } = member.person;
  const title = t("claims.desk.file.title", { name });
  return { number: member.number, name, ...(await loadClaimForm()), title };
}

/** The desk and admins: files it for the member. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff, may } = await readStaffRequest(request, "claims.take");
  const member = await findOpenMember(db(), memberNumberIn(params));
  if (!member) throw new Response(null, { status: 404 });
  const filed = await fileFromForm(request, {
    memberId: member.id,
    filedBy: { personId: staff.id, desk: { address: requestAddress(context) } },
  });
  if ("reply" in filed) return data(filed.reply, { status: filed.status });
  return redirect(
    may("claims.decide") ? `/admin/claims/${filed.claimId}` : `/admin/members/${member.number}`,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function TakeClaim() {
  const t = useT();
  const { number, name, stores, today, requestKey, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  return (
    <div className="max-w-2xl">
      <BackLink to={`/admin/members/${number}`}>
        <bdi>{name}</bdi>
      </BackLink>
      <PageHeader title={title} lead={t("claims.desk.file.lead")} />
      <DeskClaimNews refused={reply?.refused} memberNumber={number} />
      <Form method="post" encType="multipart/form-data" className="grid gap-4">
        <ClaimFields
          requestKey={requestKey}
          stores={stores}
          today={today}
          typed={reply?.form.initialValue ?? {}}
          errors={claimFormErrors(reply, t)}
        />
        <div>
          <Button pending={pending} pendingLabel={t("claims.sending")}>
            {t("claims.submit")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
