import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { loadOwnClaim } from "#app/modules/claims/load-own-claims.server.ts";
import { withdrawClaim } from "#app/modules/claims/withdraw-claim.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { ClaimSteps } from "../parts/claim-steps.tsx";
import { ClaimSubject } from "../parts/claim-subject.tsx";
import { ClaimTold } from "../parts/claim-told.tsx";

/** Members: one of their own claims; anybody else's does not exist. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  const claim = await loadOwnClaim(db(), member.id, rowIdIn(params.id));
  if (!claim) throw new Response(null, { status: 404 });
  const filed = new URL(request.url).searchParams.has("filed") && claim.state === "open";
  return { claim, filed, title: t("claims.new.title") };
}

/** Members: withdraws their own claim. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const id = rowIdIn(params.id);
  const who = { memberId: member.id, personId: member.person.id };
  const withdrawn = await withdrawClaim(id, who);
  if (!withdrawn) throw new Response(null, { status: 404 });
  if (withdrawn.ok) return redirect(`/my/claims/${id}`);
  return data({ refusal: withdrawn.refusal }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Claim() {
  const t = useT();
  const { claim, filed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to="/my/claims">{t("claims.back")}</BackLink>
      <PageHeader title={<ClaimSubject claim={claim} />} />
      {filed && <Notice tone="ok">{t("claims.filed")}</Notice>}
      {refused && <Notice tone="refusal">{t("claims.answeredMeanwhile")}</Notice>}
      <Section id="steps" title={t("claims.steps")} className="mt-7!">
        <ClaimSteps claim={claim} />
      </Section>
      <Section id="told" title={t("claims.details")}>
        <ClaimTold claim={claim} />
      </Section>
      {claim.state === "open" && (
        <Section id="withdraw" title={t("claims.withdraw.ask")}>
          <p className="mb-3 text-ink-soft">{t("claims.withdraw.why")}</p>
          <Form method="post">
            <Button look="quiet">{t("claims.withdraw")}</Button>
          </Form>
        </Section>
      )}
    </div>
  );
}
