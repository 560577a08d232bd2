import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useNavigation } from "@remix-run/react";
import { STAFF_ROLES } from "#app/modules/access/roles.ts";
import { NAME_AT_MOST } from "#app/modules/person/name.ts";
import { InviteForm } from "#app/modules/staff/forms.ts";
import { inviteStaff } from "#app/modules/staff/invite-staff.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { RoleBoxes } from "../parts/role-boxes.tsx";

/** Admins who have proved that it is them: the invitation to work here. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "staff.manage");
  await requireRecentAuthentication(request);
  return { title: t("staffNew.title") };
}

/** Admins who have proved that it is them: lets somebody work here, and writes to them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff, locale } = await readStaffRequest(request, "staff.manage");
  await requireRecentAuthentication(request);
  const form = parseForm(await readFormFields(request), InviteForm);
  if (form.status !== "success") return data({ form: form.reply(), worksHere: null }, 400);
  const answer = await inviteStaff(db(), {
    ...form.value,
    locale,
    ...actorOf(staff, context),
  });
  if (answer.ok) return redirect("/admin/staff?done=invited");
  if (answer.refusal === "works-here") {
    return data({ form: form.reply(), worksHere: answer.personId }, 409);
  }
  throw new Response("Forbidden", { status: 403 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function InviteStaff() {
  const t = useT();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().state === "submitting";
  const errors = formErrors(answer?.form, t);
  const ticked = [answer?.form.initialValue?.roles ?? []].flat();
  return (
    <div className="max-w-xl">
      <BackLink to="/admin/staff">{t("staffList.title")}</BackLink>
      <PageHeader title={t("staffNew.title")} lead={t("staffNew.lead")} />
      {answer?.worksHere && (
        <div className="mb-6">
          <Notice
            tone="refusal"
            title={t("staffNew.worksHere")}
            action={
              <Link to={`/admin/staff/${answer.worksHere}`}>{t("staffNew.worksHere.open")}</Link>
            }
          />
        </div>
      )}
      <Form method="post" className="grid gap-5">
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="off"
          required
          label={t("staffList.email")}
          defaultValue={typedInto(answer?.form, "email")}
          errors={errors.email}
        />
        <Input
          id="name"
          name="name"
          autoComplete="off"
          required
          maxLength={NAME_AT_MOST}
          label={t("staffList.name")}
          defaultValue={typedInto(answer?.form, "name")}
          errors={errors.name}
        />
        <RoleBoxes
          ticked={STAFF_ROLES.filter((role) => ticked.includes(role))}
          errors={errors.roles}
        />
        <div>
          <Button pending={pending}>{t("staffNew.submit")}</Button>
        </div>
      </Form>
    </div>
  );
}
