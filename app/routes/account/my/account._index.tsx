import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SignOutIcon } from "#app/ui/icons.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { AccountPlaces } from "../parts/account-places.tsx";

/** Members: what their account has to offer. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  return { name: member.person.name, number: member.number, title: t("account.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Account() {
  const t = useT();
  const { name, number } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("account.title")}
        lead={
          <>
            <bdi>{name}</bdi> · <span className="figure">{number}</span>
          </>
        }
      />
      <AccountPlaces />
      <form method="post" action="/sign-out" className="mt-12">
        <Button look="quiet" icon={<SignOutIcon />}>
          {t("account.signOut")}
        </Button>
      </form>
    </>
  );
}
