import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { changeRoles } from "#app/modules/staff/change-roles.server.ts";
import { RolesForm } from "#app/modules/staff/forms.ts";
import { loadStaffMember } from "#app/modules/staff/load-staff.server.ts";
import { rolesInOrder } from "#app/modules/staff/role-change.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { RoleBoxes } from "../parts/role-boxes.tsx";
import { StaffTable } from "../parts/staff-table.tsx";

/** Admins who have proved that it is them: somebody who works here, and their roles. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "staff.manage");
  const id = rowIdIn(params.id);
  await requireRecentAuthentication(request);
  const person = await loadStaffMember(db(), id);
  if (!person) throw new Response(null, { status: 404 });
  return { person, me: staff.id, title: `${t("staffList.title")} · ${person.name}` };
}

/** Admins who have proved that it is them: changes roles, or ends the access (`intent=end`). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "staff.manage");
  const personId = rowIdIn(params.id);
  await requireRecentAuthentication(request);
  const body = await readFormFields(request);
  const form = parseForm(body, RolesForm);
  if (form.status !== "success") throw new Response(null, { status: 400 });
  const ending = body.get("intent") === "end";
  const wanted = ending ? [] : form.value.roles;
  if (!ending && wanted.length === 0) return data({ refusal: "no-roles" as const }, 400);
  const seen = rolesInOrder(form.value.seen.split(" "));
  const answer = await changeRoles(db(), { personId, wanted, seen, ...actorOf(staff, context) });
  if (answer.ok) {
    const done = ending ? "ended" : "changed";
    return redirect(personId === staff.id ? "/admin" : `/admin/staff?done=${done}`);
  }
  if (answer.refusal === "no-such-person") throw new Response(null, { status: 404 });
  if (answer.refusal === "not-an-admin") throw new Response("Forbidden", { status: 403 });
  return data({ refusal: answer.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function StaffMemberPage() {
  const t = useT();
  const { person, me } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().formData?.get("intent");
  const seen = person.roles.join(" ");
  return (
    <>
      <BackLink to="/admin/staff">{t("staffList.title")}</BackLink>
      <PageHeader title={<bdi>{person.name}</bdi>} />
      {answer && (
        <div className="mb-6 max-w-xl">
          <Notice tone="refusal" title={t("staffOne.refused")}>
            {t(`staffOne.refusal.${answer.refusal}`)}
          </Notice>
        </div>
      )}
      <StaffTable people={[person]} me={me} />
      <Section id="roles-part" title={t("staffOne.roles")} className="max-w-xl">
        <Form method="post" className="grid gap-4" key={seen}>
          <input type="hidden" name="seen" value={seen} />
          <RoleBoxes ticked={person.roles} />
          <div>
            <Button name="intent" value="change" pending={pending === "change"}>
              {t("staffOne.save")}
            </Button>
          </div>
        </Form>
      </Section>
      <Section id="end-part" title={t("staffOne.end")} className="max-w-xl">
        <p className="mb-3 text-ink-soft">{t("staffOne.end.what", { name: person.name })}</p>
        <Form method="post">
          <input type="hidden" name="seen" value={seen} />
          <Button name="intent" value="end" look="danger" pending={pending === "end"}>
            {t("staffOne.end.do")}
          </Button>
        </Form>
      </Section>
    </>
  );
}
