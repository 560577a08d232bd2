import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { answerFriend } from "#app/modules/leads/answer-friend.server.ts";
import { forgetFriend } from "#app/modules/leads/forget-friend.server.ts";
import { FriendAnswerForm } from "#app/modules/referrals/forms.ts";
import { type FriendPage, loadFriendPage } from "#app/modules/referrals/load-friend-page.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { packedCatalog, translator } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { readKnownBrowser } from "#app/routes/shell/sign-in-cookies.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { PageHeader } from "#app/ui/page.tsx";
import { FriendOwnPage } from "../parts/friend-own-page.tsx";

/** Whoever holds the address: what is known of them as somebody's friend. Opening it does nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [{ locale }, club, page] = await Promise.all([
    readPreferences(request),
    loadClub(),
    loadFriendPage(db(), params.token ?? ""),
  ]);
  if (!page) throw new Response(null, { status: 404 });
  return {
    locale,
    words: packedCatalog(locale, ["referrers", "referrers-public", "campaigns"]),
    page,
    done: noticeIn(request, ["asked", "late"]),
    title: translator(locale)(titleKey(page), {
      club: inLanguage(locale, { en: club.name, zh: club.nameZh }),
    }),
  };
}

function titleKey(page: FriendPage) {
  if (page.forgotten) return "referrers.friend.forgotten";
  return page.themselves ? "referrers.friend.titleAsked" : "referrers.friend.title";
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title },
  { name: "robots", content: "noindex" },
];

/** Whoever holds the address: says yes, says no, or asks to be forgotten, with one press. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const sent = FriendAnswerForm.safeParse(Object.fromEntries(await readFormFields(request)));
  if (!sent.success) return data(null, { status: 400 });
  const { answer } = sent.data;
  if (answer === "forget") {
    if (!(await forgetFriend(token))) throw new Response(null, { status: 404 });
    return redirect(`/f/${token}`);
  }
  const browser = { address: requestAddress(context), known: await readKnownBrowser(request) };
  const answered = await answerFriend({ token, answer, browser });
  if (answered.ok) return redirect(`/f/${token}`);
  if (answered.refusal === "not-found") throw new Response(null, { status: 404 });
  return redirect(`/f/${token}?done=late`);
}

export default function FriendsPage() {
  const { locale, words, page, done } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      {page.forgotten ? (
        <Forgotten until={page.until} />
      ) : (
        <FriendOwnPage page={page} done={done} />
      )}
    </WordsProvider>
  );
}

function Forgotten({ until }: { until: Date | string | null }) {
  const t = useT();
  const figures = useFigures();
  return (
    <PageHeader
      title={t("referrers.friend.forgotten")}
      lead={
        until === null
          ? t("referrers.friend.forgottenWhat")
          : t("referrers.friend.forgottenUntil", { day: figures.lastDay(until) })
      }
    />
  );
}
