import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findMember } from "#app/modules/person/find-member.server.ts";
import { HandOverForm } from "#app/modules/redemptions/desk-forms.ts";
import { handOverSeveral } from "#app/modules/redemptions/hand-over.server.ts";
import { loadOpenRedemptions } from "#app/modules/redemptions/load-member-redemptions.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { figureIn, memberNumberIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { GiftBoxDrawing } from "#app/ui/drawings/gift-box.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { OpenRedemptions } from "../parts/open-redemptions.tsx";

/** Whoever sees redemptions: what a member still waits for. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, t, may } = await readStaffRequest(request, "redemptions.see");
  const member = await findMember(db(), memberNumberIn(params));
  if (!member) throw new Response(null, { status: 404 });
  const own = member.personId === staff.id;
  return {
    member: { number: member.number, name: member.person.name },
    redemptions: await loadOpenRedemptions(db(), member.id),
    own,
    mayServe: may("redemptions.serve") && !own,
    handedOver: figureIn(request, "handed-over"),
    left: figureIn(request, "left"),
    title: t("redemptions.desk.ofMember", { name: member.person.name }),
  };
}

/** Whoever serves: hands over those that are ticked, if they are this member's. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "redemptions.serve");
  const member = await findMember(db(), memberNumberIn(params));
  if (!member) throw new Response(null, { status: 404 });
  const form = parseForm(await readFormFields(request), HandOverForm);
  if (form.status !== "success") return data(form.reply(), { status: 400 });
  const { chosen, collector } = form.value;
  const to = { memberId: member.id, collector };
  const answers = await handOverSeveral(chosen, to, actorOf(staff, context));
  const handedOver = answers.filter(({ answer }) => answer.ok).length;
  const query = new URLSearchParams({ "handed-over": String(handedOver) });
  if (handedOver < answers.length) query.set("left", String(answers.length - handedOver));
  return redirect(`/admin/members/${member.number}/redemptions?${query}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function MemberRedemptions() {
  const t = useT();
  const { member, redemptions, own, mayServe, handedOver, left, title } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="max-w-2xl">
      <BackLink to={`/admin/members/${member.number}`}>
        <bdi>{member.name}</bdi>
      </BackLink>
      <PageHeader title={title} lead={<span className="figure">{member.number}</span>} />
      <div className="mb-6 grid gap-3 empty:hidden">
        {own && (
          <Notice tone="warn" announce={false}>
            {t("redemptions.desk.refused.own")}
          </Notice>
        )}
        {handedOver > 0 && (
          <Notice tone="ok">{t("redemptions.desk.handedOver", { count: handedOver })}</Notice>
        )}
        {left > 0 && (
          <Notice tone="refusal">{t("redemptions.desk.notHanded", { count: left })}</Notice>
        )}
      </div>
      {redemptions.length === 0 ? (
        <EmptyState drawing={<GiftBoxDrawing />}>{t("redemptions.desk.ofMember.none")}</EmptyState>
      ) : (
        <OpenRedemptions
          member={member}
          redemptions={redemptions}
          mayServe={mayServe}
          errors={refused && formErrors(refused, t)}
        />
      )}
    </div>
  );
}
