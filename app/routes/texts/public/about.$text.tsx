import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadContact } from "#app/modules/texts/load-contact.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog, translator } from "#app/platform/words/catalogs.server.ts";
import { WordsProvider } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { PageHeader } from "#app/ui/page.tsx";
import { ContactFacts } from "../parts/contact-facts.tsx";
import { TextBody } from "../parts/text-body.tsx";
import { readableText, textNameIn } from "../parts/text-request.server.ts";
import { TextVersions } from "../parts/text-versions.tsx";

export const handle = { wide: true };

/** Open to everybody: one of the club's texts, as it holds now or as `version` names it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const name = textNameIn(params);
  const { locale } = await readPreferences(request);
  const asked = new URL(request.url).searchParams.get("version");
  const [text, contact] = await Promise.all([
    readableText(locale, name, asked === null ? undefined : rowIdIn(asked)),
    name === "contact" ? loadContact(db()) : null,
  ]);
  return {
    ...text,
    name,
    contact,
    locale,
    words: packedCatalog(locale, ["texts"]),
    title: translator(locale)(`texts.${name}`),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PublicText() {
  const { name, contact, locale, words, title, blocks, ...version } =
    useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <div className="mx-auto max-w-2xl">
        <PageHeader title={title} />
        {contact && <ContactFacts contact={contact} />}
        <TextBody blocks={blocks} />
        <TextVersions name={name} {...version} />
      </div>
    </WordsProvider>
  );
}
