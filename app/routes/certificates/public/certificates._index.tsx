import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { readCode } from "#app/platform/unguessable-code.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { CodeForm } from "../parts/code-form.tsx";

/** As much of what was typed as is shown again. */
const MOST = 100;

/** Open to everybody: where the code of a certificate is typed. `?code=` leads to what it says. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const title = translator(locale)("certificates.confirm.title");
  const typed = new URL(request.url).searchParams.get("code");
  if (typed === null) return { title, typed: "", isWrong: false };
  const code = readCode(typed.slice(0, MOST));
  if (code) throw redirect(`/certificates/${code}`);
  return data({ title, typed: typed.slice(0, MOST), isWrong: true }, 400);
}

export const headers: HeadersFunction = () => ({ "X-Robots-Tag": "noindex" });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title },
  { name: "robots", content: "noindex" },
];

export default function Confirm() {
  const t = useT();
  const { typed, isWrong } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("certificates.confirm.title")} lead={t("certificates.confirm.lead")} />
      <CodeForm typed={typed} isWrong={isWrong} />
    </>
  );
}
