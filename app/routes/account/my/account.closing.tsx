import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ClosingForm } from "#app/modules/account/forms.ts";
import { keepAccount } from "#app/modules/account/keep-account.server.ts";
import { loadClosing } from "#app/modules/account/load-closing.server.ts";
import { requestClosing } from "#app/modules/account/request-closing.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication, requireReferrer } from "#app/routes/shell/guards.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { readHolderRequest } from "#app/routes/shell/referrer-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { AccountHead } from "../parts/account-head.tsx";
import { ClosingFields } from "../parts/closing-fields.tsx";
import { ClosingList } from "../parts/closing-list.tsx";
import { ClosingStands } from "../parts/closing-stands.tsx";

/** Members, and others who recommend friends: what closing their own account means, once they have proved that it is them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person, member, accountId, t } = await readHolderRequest(request);
  const facts = await loadClosing(db(), { id: member?.id ?? null, accountId, person });
  const kept = noticeIn(request, ["kept"]) !== null && !facts.closesAt;
  // Keeping an account needs no proof: whoever is signed in is not to lose a day over it.
  if (!facts.closesAt && !kept) await requireRecentAuthentication(request);
  return { facts, kept, title: t("account.closing") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members, and others who recommend friends: their own account closed, or kept after all. */
export async function action({ request }: ActionFunctionArgs) {
  const { person } = await requireReferrer(request);
  const sent = Object.fromEntries(await readFormFields(request));
  if (sent.intent === "keep") {
    await keepAccount(person.id);
    return redirect("/my/account/closing?done=kept");
  }
  await requireRecentAuthentication(request);
  if (!ClosingForm.safeParse(sent).success) return data({ unsure: true }, 400);
  const answer = await requestClosing(person.id);
  if (answer.ok || answer.refusal === "asked-already") return redirect("/my/account/closing");
  // The page says by itself that whoever works here has to give that up first.
  return data({ unsure: false }, 409);
}

export default function Closing() {
  const t = useT();
  const { facts, kept } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <AccountHead
        title={t("account.closing")}
        done={kept && t("account.closing.kept")}
        back={{ to: "/my/account/privacy", label: t("account.privacy") }}
      />
      {facts.closesAt ? (
        <ClosingStands closesAt={facts.closesAt} />
      ) : (
        !kept && (
          <>
            {facts.worksHere ? (
              <Notice tone="refusal" title={t("account.closing.worksHere")}>
                {facts.admins.length > 0
                  ? t("account.closing.askThem", { names: facts.admins.join(", ") })
                  : t("account.closing.askNobody")}
              </Notice>
            ) : (
              <p className="max-w-prose">{t("account.closing.lead")}</p>
            )}
            <ClosingList facts={facts} />
            {!facts.worksHere && <ClosingFields unsure={answer?.unsure ?? false} />}
          </>
        )
      )}
    </>
  );
}
