import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadStage } from "#app/modules/draws/load-stage.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Stage } from "../parts/stage.tsx";

/** Whoever keeps draws or hands prizes over: a draw before people, on a big screen. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await readStaffRequest(request, "draws.serve");
  const stage = await loadStage(db(), rowIdIn(params.id));
  if (!stage) throw new Response(null, { status: 404 });
  return { stage, title: inLanguage(locale, stage.title) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function StagePage() {
  const { stage } = useLoaderData<typeof loader>();
  return <Stage stage={stage} />;
}
