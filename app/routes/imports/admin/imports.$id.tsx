import {
  type ActionFunctionArgs,
  data as answer,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EncodingForm } from "#app/modules/imports/forms.ts";
import { undoneOutcomes } from "#app/modules/imports/import-reversal.ts";
import { rowOutcomes } from "#app/modules/imports/import-run.ts";
import { loadImport } from "#app/modules/imports/load-import.server.ts";
import { loadNeighbours } from "#app/modules/imports/load-neighbours.server.ts";
import { loadReportRows } from "#app/modules/imports/load-report-rows.server.ts";
import { settleEncoding } from "#app/modules/imports/settle-encoding.server.ts";
import { leavesQuestions } from "#app/modules/order-questions/leaves-questions.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink } from "#app/ui/page.tsx";
import { ImportHead } from "../parts/import-head.tsx";
import { ImportNotices } from "../parts/import-notices.tsx";
import { ImportOutcomes } from "../parts/import-outcomes.tsx";
import { ImportProgress } from "../parts/import-progress.tsx";
import { ImportReport } from "../parts/import-report.tsx";
import { ImportReversal } from "../parts/import-reversal.tsx";

const ROWS = 50;
const Query = z.object({
  outcome: z.enum(rowOutcomes).nullable().catch(null),
  undone: z.enum(undoneOutcomes).nullable().catch(null),
  after: z.coerce.number().int().nonnegative().max(MOST_ROW_ID).catch(0),
});

/** The desk and admins: how an import goes, and its report. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, may } = await readStaffRequest(request, "imports.run");
  const run = await loadImport(rowIdIn(params.id));
  if (!run) throw new Response(null, { status: 404 });
  const query = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [neighbours, report, asks] = await Promise.all([
    loadNeighbours(db(), run.id),
    run.state === "finished" ? loadReportRows(db(), run.id, { ...query, limit: ROWS }) : null,
    may("orders.answer") && leavesQuestions(db(), run.id),
  ]);
  return {
    run,
    neighbours,
    report,
    asks,
    query,
    mayReverse: may("imports.reverse"),
    title: `${run.fileName} · ${t("staff.imports")}`,
  };
}

/** The desk and admins: say how a file is encoded that can be read in two ways. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "imports.run");
  const importId = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), EncodingForm);
  if (form.status !== "success") return answer({ refusal: "no-doubt" as const }, 400);
  const settled = await settleEncoding(importId, form.value.encoding, actorOf(staff, context));
  if (!settled.ok) return answer({ refusal: settled.refusal }, 409);
  return redirect(`/admin/imports/${importId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Import() {
  const { run, neighbours, report, asks, query, mayReverse } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useT();
  const underWay = run.state === "waiting" || run.state === "running";
  return (
    <>
      <BackLink to="/admin/imports">{t("staff.imports")}</BackLink>
      <ImportHead run={run} mayReverse={mayReverse} />
      <ImportNotices run={run} neighbours={neighbours} asks={asks} refusal={refused?.refusal} />
      {run.reversal && <ImportReversal run={run} reversal={run.reversal} undone={query.undone} />}
      {underWay && <ImportProgress run={run} />}
      {run.state !== "failed" && <ImportOutcomes run={run} outcome={query.outcome} />}
      {report && <ImportReport run={run} report={report} query={query} />}
    </>
  );
}
