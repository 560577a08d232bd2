import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { AgreeForm } from "#app/modules/account/forms.ts";
import { agreeToRules, loadRulesAgreement } from "#app/modules/account/rules-agreement.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { sameSitePath } from "#app/platform/http/same-site-path.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { TextBody } from "../parts/text-body.tsx";
import { readableText } from "../parts/text-request.server.ts";

const onwards = (to: string) => {
  const path = sameSitePath(to);
  return path === "/" ? "/my" : path;
};

/** Members: the club's rules as they hold now, to be agreed to, or not now. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const [text, { agreed }] = await Promise.all([
    readableText(locale, "rules"),
    loadRulesAgreement(db(), member.person.id),
  ]);
  return {
    ...text,
    agreed,
    to: onwards(new URL(request.url).searchParams.get("to") ?? "/"),
    locale,
    words: packedCatalog(locale, ["texts"]),
    title: t("texts.rules"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members: agree to the version that they were shown. */
export async function action({ request }: ActionFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  const form = parseForm(await readFormFields(request), AgreeForm);
  if (form.status !== "success") return data(null, { status: 400 });
  const { version, to } = form.value;
  await agreeToRules(member.person.id, { version, locale });
  return redirect(onwards(to));
}

export default function RulesToAgree() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Asked />
    </WordsProvider>
  );
}

function Asked() {
  const t = useT();
  const figures = useFigures();
  const { title, blocks, version, since, agreed, to } = useLoaderData<typeof loader>();
  const done = agreed !== null && agreed >= version;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={title}
        lead={[
          t("texts.version", { version }),
          since && t("texts.since", { day: figures.day(since) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      />
      {!done && agreed !== null && (
        <div className="mb-6">
          <Notice announce={false} title={t("texts.changed")}>
            {t("texts.changed.body")}{" "}
            <Link to={`/about/rules?version=${agreed}`}>{t("texts.changed.before")}</Link>
          </Notice>
        </div>
      )}
      <TextBody blocks={blocks} />
      <div className="mt-8 flex flex-wrap items-center gap-3 border-t border-rule pt-5">
        {!done && (
          <Form method="post">
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="to" value={to} />
            <Button>{t("texts.agree")}</Button>
          </Form>
        )}
        <Link to={to} className="button button-quiet">
          {t(done ? "texts.back" : "texts.notNow")}
        </Link>
      </div>
    </div>
  );
}
