import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { ClaimFields } from "../parts/claim-fields.tsx";
import { ClaimFormNews, claimFormErrors } from "../parts/claim-form-news.tsx";
import { fileFromForm, loadClaimForm } from "../parts/claim-request.server.ts";

/** Members: the form for a visit that is not on their statement. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readOwnerRequest(request);
  return { ...(await loadClaimForm()), title: t("claims.new.title") };
}

/** Members: files it for themselves. */
export async function action({ request }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const filed = await fileFromForm(request, {
    memberId: member.id,
    filedBy: { personId: member.person.id },
  });
  if ("claimId" in filed) return redirect(`/my/claims/${filed.claimId}?filed`);
  return data(filed.reply, { status: filed.status });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function NewClaim() {
  const t = useT();
  const figures = useFigures();
  const { stores, today, dueAt, requestKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to="/my/claims">{t("claims.back")}</BackLink>
      <PageHeader
        title={t("claims.new.title")}
        lead={t("claims.new.lead", { day: figures.lastWeekday(dueAt) })}
      />
      <ClaimFormNews refused={reply?.refused} />
      <Form method="post" encType="multipart/form-data" className="grid gap-5">
        <ClaimFields
          requestKey={requestKey}
          stores={stores}
          today={today}
          typed={reply?.form.initialValue ?? {}}
          errors={claimFormErrors(reply, t)}
        />
        <Button wide pending={pending} pendingLabel={t("claims.sending")}>
          {t("claims.submit")}
        </Button>
      </Form>
    </div>
  );
}
