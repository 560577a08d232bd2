import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { forFriends, loadOffers } from "#app/modules/campaigns/load-offers.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadCallBy } from "#app/modules/referrals/load-call-by.server.ts";
import { friendTokenOf } from "#app/modules/referrals/load-friend-page.server.ts";
import { findReferrer } from "#app/modules/referrers/find-referrer.server.ts";
import { referrerLink, referrerPicture } from "#app/modules/referrers/link-of.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog, translator } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { useClub } from "#app/site/root-data.ts";
import { shareTags } from "#app/site/share-tags.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { FriendFields } from "../parts/friend-fields.tsx";
import { FriendRefused } from "../parts/friend-refused.tsx";
import { handInFrom, loadFriendForm } from "../parts/friend-request.server.ts";
import { LinkToNobody } from "../parts/link-to-nobody.tsx";
import { RunningOffers } from "../parts/running-offers.tsx";
import { WelcomeHead } from "../parts/welcome-head.tsx";

/** Open to everybody: the page of a referrer's link. Opening it does nothing, however many robots preview it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [{ locale }, club, found] = await Promise.all([
    readPreferences(request),
    loadClub(),
    findReferrer(db(), params.token ?? ""),
  ]);
  const t = translator(locale);
  const words = packedCatalog(locale, ["referrers", "referrers-public", "campaigns"]);
  const frame = { locale, words };
  if (!found) {
    return data({ ...frame, page: null, title: t("referrers.public.none") }, { status: 404 });
  }
  const clubName = inLanguage(locale, { en: club.name, zh: club.nameZh });
  const title = found.name
    ? t("referrers.public.title", { name: found.name, club: clubName })
    : t("referrers.public.titleFriend", { club: clubName });
  const [unseen, callBy, offers] = await Promise.all([
    loadFriendForm(),
    loadCallBy(db()),
    loadOffers(db(), found.personId),
  ]);
  return data({
    ...frame,
    page: {
      unseen,
      callBy,
      offers: offers.map(forFriends),
      share: {
        title,
        about: t("referrers.public.about"),
        club: clubName,
        url: referrerLink(appOrigin(), found.token),
        picture: {
          url: referrerPicture(appOrigin(), found.token),
          type: "image/png" as const,
          alt: title,
        },
        locale,
      },
    },
    title,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  ...(loaded?.page ? shareTags(loaded.page.share) : [{ title: loaded?.title }]),
  // A personal link is for those whom it is sent to.
  { name: "robots", content: "noindex" },
];

/** Open to everybody: somebody names themselves, with their own consent, and gets their own page. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const found = await findReferrer(db(), params.token ?? "");
  if (!found) throw new Response(null, { status: 404 });
  const handedIn = await handInFrom(
    { request, context },
    { referrerId: found.personId, source: "link" },
  );
  if ("reply" in handedIn) return data(handedIn.reply, { status: handedIn.status });
  return redirect(`/f/${await friendTokenOf(db(), handedIn.leadId)}?done=asked`);
}

export default function ReferrerLinkPage() {
  const { locale, words, page } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      {page ? <Welcome page={page} /> : <LinkToNobody />}
    </WordsProvider>
  );
}

type Page = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["page"]>;

function Welcome({ page }: { page: Page }) {
  const t = useT();
  const { name: club } = useClub();
  const reply = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  return (
    <>
      <WelcomeHead title={page.share.title} callBy={page.callBy} />
      <RunningOffers offers={page.offers} to="friend" />
      <FriendRefused reply={reply} wordsOf={(_refused, say) => say("referrers.public.refused")} />
      <Section id="call" title={t("referrers.public.form")}>
        <Form method="post" className="grid gap-4">
          <FriendFields of="oneself" club={club} unseen={page.unseen} reply={reply} />
          <Button wide pending={pending} pendingLabel={t("referrers.sending")}>
            {t("referrers.public.submit")}
          </Button>
        </Form>
      </Section>
      <Section id="data" title={t("referrers.public.data")}>
        <ul className="grid list-disc gap-1.5 pl-5">
          {(["call", "sees", "forget"] as const).map((what) => (
            <li key={what}>{t(`referrers.public.data.${what}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
