import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { readReferrerRequest } from "#app/routes/shell/referrer-request.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SignOutIcon } from "#app/ui/icons.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { AccountPlaces } from "../parts/account-places.tsx";

/** Members, and others who recommend friends: what their account has to offer. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person, member, t } = await readReferrerRequest(request);
  return { name: person.name, number: member?.number ?? null, title: t("account.title") };
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
            <bdi>{name}</bdi>
            {number && (
              <>
                {" "}
                · <span className="figure">{number}</span>
              </>
            )}
          </>
        }
      />
      <AccountPlaces isMember={number !== null} />
      <form method="post" action="/sign-out" className="mt-12">
        <Button look="quiet" icon={<SignOutIcon />}>
          {t("account.signOut")}
        </Button>
      </form>
    </>
  );
}
