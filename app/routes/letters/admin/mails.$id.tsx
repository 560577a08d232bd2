import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { openMail } from "#app/modules/letters/open-mail.server.ts";
import { sendAgain } from "#app/modules/letters/send-again.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Sheet } from "#app/ui/page.tsx";
import { LetterSubject } from "../parts/letter-subject.tsx";
import { MailFacts } from "../parts/mail-facts.tsx";

/** Admins: one letter as it went out, without its code. That it was opened is written down. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "mails.see");
  const mail = await openMail(db(), { mailId: rowIdIn(params.id), ...actorOf(staff, context) });
  if (!mail) throw notFound();
  return { mail, title: `${mail.subject} · ${t("staff.mails.title")}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Admins: sends a letter that did not get through once more. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "mails.see");
  const mailId = rowIdIn(params.id);
  const again = await sendAgain(db(), { mailId, ...actorOf(staff, context) });
  if (!again) return data({ refused: true }, 409);
  return redirect(`/admin/mails/${mailId}`);
}

const notFound = () => new Response(null, { status: 404 });

export default function Mail() {
  const t = useT();
  const { mail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().state === "submitting";
  return (
    <div className="max-w-3xl">
      <BackLink to="/admin/mails">{t("staff.mails.title")}</BackLink>
      <PageHeader
        title={<LetterSubject>{mail.subject}</LetterSubject>}
        actions={
          mail.again && (
            <Form method="post">
              <Button look="quiet" pending={pending}>
                {t("staff.mails.again")}
              </Button>
            </Form>
          )
        }
      />
      {answer?.refused && (
        <div className="mb-6">
          <Notice tone="refusal">{t("staff.mails.notAgain")}</Notice>
        </div>
      )}
      <MailFacts mail={mail} />
      <div className="mt-6">
        <Sheet>
          <p className="break-words whitespace-pre-wrap">{mail.text}</p>
        </Sheet>
        <p className="mt-3 text-ink-soft">{t("staff.mails.withoutCode")}</p>
      </div>
    </div>
  );
}
