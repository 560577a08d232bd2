import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { loadReferrer } from "#app/modules/referrers/load-referrer.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readReferrerRequest } from "#app/routes/shell/referrer-request.server.ts";
import { useClub } from "#app/site/root-data.ts";
import { Button } from "#app/ui/button.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { FriendFields } from "../parts/friend-fields.tsx";
import { FriendRefused } from "../parts/friend-refused.tsx";
import { handInFrom, loadFriendForm } from "../parts/friend-request.server.ts";

/** Members, and others who recommend friends: the form for one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readReferrerRequest(request);
  return { unseen: await loadFriendForm(), title: t("referrers.new.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Members, and others who recommend friends: hands one in, as theirs. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { person } = await readReferrerRequest(request);
  await loadReferrer(db(), person.id);
  const handedIn = await handInFrom(
    { request, context },
    { referrerId: person.id, source: "form" },
  );
  if ("leadId" in handedIn) return redirect(`/my/referrals/${handedIn.leadId}?done=handed-in`);
  return data(handedIn.reply, { status: handedIn.status });
}

export default function NewReferral() {
  const t = useT();
  const { name: club } = useClub();
  const { unseen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to="/my/referrals">{t("referrers.back")}</BackLink>
      <PageHeader title={t("referrers.new.title")} />
      <FriendRefused
        reply={reply}
        wordsOf={(refused, say) => say(`referrers.refused.${refused}`)}
      />
      <Form method="post" className="grid gap-4">
        <FriendFields of="friend" club={club} unseen={unseen} reply={reply} />
        <Button wide pending={pending} pendingLabel={t("referrers.sending")}>
          {t("referrers.new.submit")}
        </Button>
      </Form>
    </div>
  );
}
