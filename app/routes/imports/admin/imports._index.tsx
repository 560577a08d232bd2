import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Permission } from "#app/modules/access/permissions.ts";
import {
  beginUploadedImport,
  type UploadRefusal,
} from "#app/modules/imports/begin-uploaded-import.server.ts";
import { type ImportKind, importKinds } from "#app/modules/imports/import-run.ts";
import { listImports } from "#app/modules/imports/list-imports.server.ts";
import { UPLOAD_LIMIT } from "#app/modules/imports/receive-upload.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readForm } from "#app/platform/http/multipart.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { ImportForm } from "../parts/import-form.tsx";
import { ImportsTable } from "../parts/imports-table.tsx";

const LISTED = 20;
/** What somebody may bring in. */
const kindsFor = (may: (permission: Permission) => boolean): ImportKind[] =>
  importKinds.filter((kind) => kind !== "members" || may("imports.roll"));

const Query = z.object({
  kind: z.enum(importKinds).catch("service-orders"),
  before: OptionalRowId,
});

/** The desk and admins: what came in, and the form to bring in more; admins alone the roster. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may } = await readStaffRequest(request, "imports.run");
  const { searchParams } = new URL(request.url);
  const { kind: asked, before } = Query.parse(Object.fromEntries(searchParams));
  const kinds = kindsFor(may);
  const kind = kinds.includes(asked) ? asked : "service-orders";
  const list = await listImports(db(), { before, limit: LISTED });
  return { kind, kinds, before, ...list, limit: UPLOAD_LIMIT, title: t("staff.imports") };
}

/** Takes the file in and puts it in line; its own page then tells how it goes. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff, may } = await readStaffRequest(request, "imports.run");
  // In Node the body of a request can be iterated; the DOM's types do not say so.
  const body = request.body as unknown as AsyncIterable<Uint8Array> | null;
  const begun = await beginUploadedImport(
    readForm(body, request.headers.get("Content-Type")),
    actorOf(staff, context),
    kindsFor(may),
  );
  if (begun.ok) throw redirect(`/admin/imports/${begun.importId}`);
  return data({ refusal: begun.refusal }, { status: STATUS[begun.refusal] });
}

const STATUS: Record<UploadRefusal, number> = {
  "no-file": 400,
  "not-a-form": 400,
  "not-allowed": 403,
  "too-large": 413,
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Imports() {
  const t = useT();
  const { kind, kinds, imports, before, olderBefore, limit } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const page = (query: { kind: ImportKind; before?: number | null }) => {
    const parameters = new URLSearchParams({ kind: query.kind });
    if (query.before) parameters.set("before", String(query.before));
    return `/admin/imports?${parameters}`;
  };
  return (
    <>
      <PageHeader
        title={t("staff.imports")}
        lead={t(kinds.includes("members") ? "staff.import.lead" : "staff.import.lead.orders")}
      />
      <ImportForm kind={kind} kinds={kinds} refusal={refused?.refusal} limit={limit} />
      <Section id="past" title={t("staff.import.past")}>
        <ImportsTable imports={imports} />
        <Pager
          label={t("staff.import.pages")}
          newer={before ? { to: page({ kind }), label: t("staff.newest") } : undefined}
          older={
            olderBefore
              ? { to: page({ kind, before: olderBefore }), label: t("staff.older") }
              : undefined
          }
        />
      </Section>
    </>
  );
}
