import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { chooseNotification } from "#app/modules/letters/choose-notification.server.ts";
import { ChooseLettersForm } from "#app/modules/letters/forms.ts";
import { loadNotificationChoices } from "#app/modules/letters/load-notification-choices.server.ts";
import {
  readUnsubscribeToken,
  type Subscription,
} from "#app/modules/letters/unsubscribe-token.server.ts";
import { db } from "#app/platform/db.server.ts";
import { FORM_BYTES, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readBody } from "#app/platform/http/read-body.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog, translator } from "#app/platform/words/catalogs.server.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { Button } from "#app/ui/button.tsx";
import { EnvelopeCodeDrawing } from "#app/ui/drawings/envelope-code.tsx";
import { PageHeader } from "#app/ui/page.tsx";

/**
 * Open to everybody who has a letter's link. Asking for the page stops nothing: programs that look
 * through letters follow every link in them.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const page = {
    locale,
    words: packedCatalog(locale, ["letters"]),
    title: translator(locale)("letters.title"),
    resumed: noticeIn(request, ["resumed"]) !== null,
  };
  const subscription = await readUnsubscribeToken(params.token ?? "");
  if (!subscription) return data({ ...page, kind: null, wanted: false }, 404);
  const { kind, personId } = subscription;
  const choices = await loadNotificationChoices(db(), personId);
  return data({ ...page, kind, wanted: choices[kind].wanted });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

/** Open to everybody who has a letter's link: a press on the page, or a mail provider's one click. */
export async function action({ request, params }: ActionFunctionArgs) {
  const subscription = await readUnsubscribeToken(params.token ?? "");
  if (!subscription) throw new Response(null, { status: 404 });
  const sent = await readPress(request);
  const { intent } = ChooseLettersForm.parse(Object.fromEntries(sent));
  const wanted = intent === "resume";
  await choose(subscription, wanted);
  // A mail provider wants an answer, not to be led anywhere.
  if (!sent.has("intent")) return null;
  return redirect(`${new URL(request.url).pathname}?done=${wanted ? "resumed" : "stopped"}`);
}

/**
 * What a press on the page sent. A body of any other kind, or one that is no form, is a mail provider's: what
 * it asks for is in the address.
 *
 * @throws Response 413 for a body without end.
 */
async function readPress(request: Request): Promise<FormData> {
  const body = await readBody(request, FORM_BYTES).catch(() => Buffer.alloc(0));
  if (body === null) throw new Response(null, { status: 413 });
  const { url, method, headers } = request;
  const read = new Request(url, { method, headers, body: new Uint8Array(body) });
  return readFormFields(read).catch(() => new FormData());
}

const choose = (subscription: Subscription, wanted: boolean) =>
  db().$transaction((tx) =>
    chooseNotification(tx, { ...subscription, wanted, source: "unsubscribe" }),
  );

export default function StopLetters() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <div className="mb-4 max-w-48">
        <EnvelopeCodeDrawing />
      </div>
      <Answer />
    </WordsProvider>
  );
}

function Answer() {
  const t = useT();
  const { kind, wanted, resumed: justResumed } = useLoaderData<typeof loader>();
  if (!kind) return <PageHeader title={t("letters.unknown")} lead={t("letters.unknownBody")} />;
  const named = { kind: t(`letters.kind.${kind}`) };
  const resumed = wanted && justResumed;
  return (
    <>
      {!wanted ? (
        <PageHeader title={t("letters.stopped", named)} lead={t("letters.stoppedBody")} />
      ) : resumed ? (
        <PageHeader title={t("letters.resumed", named)} lead={t("letters.resumedBody")} />
      ) : (
        <PageHeader title={t("letters.ask", named)} lead={t("letters.askBody")} />
      )}
      <Form method="post" className="grid gap-5">
        {wanted ? (
          <Button wide look={resumed ? "quiet" : undefined} name="intent" value="stop">
            {t("letters.stopButton")}
          </Button>
        ) : (
          <Button wide look="quiet" name="intent" value="resume">
            {t("letters.resumeButton")}
          </Button>
        )}
      </Form>
      <p className="mt-8">
        <Link to="/my/account">{t("letters.account")}</Link>
      </p>
    </>
  );
}
