import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HeartForm } from "#app/modules/gallery/forms.ts";
import { giveHeart } from "#app/modules/gallery/give-heart.server.ts";
import { loadGallery } from "#app/modules/gallery/load-gallery.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { packedCatalog, translator } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords, WordsProvider } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { readCursor } from "../parts/gallery-cursor.ts";
import { GalleryGrid } from "../parts/gallery-grid.tsx";
import { heartGiver, newBrowser, visitorOf } from "../parts/visitor-request.server.ts";

export const handle = { wide: true };

/** Open to everybody: what children drew, with numbers and without names, as far as their guardians agree now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const slug = params.slug ?? "";
  const after = readCursor(new URL(request.url).searchParams.get("after"));
  const visitor = await visitorOf(request);
  const gallery = await loadGallery(db(), slug, { visitor, after });
  if (!gallery) throw new Response(null, { status: 404 });
  return {
    ...{
      locale,
      slug,
      gallery,
      isFirst: after === null,
      browser: visitor ? null : newBrowser(),
      words: packedCatalog(locale, ["gallery"]),
    },
    title: `${translator(locale)("gallery.title")} · ${inLanguage(locale, gallery.title)}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Gives a picture a heart, or takes it back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = parseForm(await readFormFields(request), HeartForm);
  if (form.status !== "success") return data({ refusal: "not-shown" as const }, 400);
  const { entry: entryId, given, browser } = form.value;
  const { visitor, headers } = await heartGiver(request, browser);
  const heart = { slug: params.slug ?? "", entryId, given: given === "yes" };
  const answer = await giveHeart(heart, visitor, requestAddress(context));
  if (!answer.ok) {
    return data({ refusal: answer.refusal }, answer.refusal === "too-many" ? 429 : 409);
  }
  const { searchParams } = new URL(request.url);
  const after = searchParams.get("after");
  const page = `/events/${params.slug}/gallery${after ? `?after=${encodeURIComponent(after)}` : ""}`;
  return redirect(`${page}#entry-${entryId}`, { headers });
}

export default function GalleryPage() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Gallery />
    </WordsProvider>
  );
}

function Gallery() {
  const { t, locale } = useWords();
  const { slug, gallery, isFirst, browser } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const page = `/events/${slug}/gallery`;
  const { next } = gallery;
  return (
    <>
      <BackLink to={`/events/${slug}`}>{inLanguage(locale, gallery.title)}</BackLink>
      <PageHeader title={t("gallery.title")} lead={t("gallery.lead")} />
      {refused && (
        <div className="mb-6">
          <Notice tone="refusal">{t(`gallery.refused.${refused.refusal}`)}</Notice>
        </div>
      )}
      <GalleryGrid pictures={gallery.pictures} browser={browser} />
      <Pager
        label={t("gallery.pages")}
        newer={isFirst ? undefined : { to: page, label: t("gallery.first") }}
        older={
          next
            ? { to: `${page}?after=${next.contestId}.${next.number}`, label: t("gallery.more") }
            : undefined
        }
      />
      <p className="mt-8 max-w-prose text-[0.9375rem] text-ink-soft">{t("gallery.honest")}</p>
    </>
  );
}
