import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import {
  GIFT_FILE_BYTES,
  type GiftsImported,
  importGifts,
} from "#app/modules/gifts/import-gifts.server.ts";
import { readPictureForm } from "#app/platform/http/picture-form.server.ts";
import { tableEncodings } from "#app/platform/table-encoding.ts";
import { useT } from "#app/platform/words/words.tsx";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { FileInput } from "#app/ui/file-input.tsx";
import { Select } from "#app/ui/input.tsx";
import { BackLink, PageHeader, Sheet } from "#app/ui/page.tsx";
import { GiftImportReport } from "../parts/gift-import-report.tsx";

/** The encodings that a file can be in doubt between. */
const CHOSEN = ["utf-8", "gb18030", "big5", "windows-1252"] as const;

/** Whoever keeps the gifts: the form that brings a file of them in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "gifts.keep");
  return { megabytes: GIFT_FILE_BYTES / 1_000_000, title: t("giftKeeping.import.title") };
}

/** Brings a file in, or says what it would do; either way row by row. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "gifts.keep");
  const { fields, picture: file } = await readPictureForm(request, GIFT_FILE_BYTES);
  const dryRun = fields.get("dryRun") === "on";
  const takeStock = fields.get("takeStock") === "on";
  const none = { dryRun, takeStock, answer: null as GiftsImported | null };
  if (file === null) return data({ ...none, refusal: "no-file" as const }, 400);
  if (file === "too-large") return data({ ...none, refusal: "too-large" as const }, 413);
  const encoding = tableEncodings.find((each) => each === fields.get("encoding"));
  const asked = { bytes: file, dryRun, takeStock, encoding };
  const answer = await importGifts(asked, actorOf(staff, context));
  return data({ dryRun, takeStock, answer, refusal: null }, answer.ok ? 200 : 400);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ImportGifts() {
  const t = useT();
  const { title, megabytes } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const sending = useNavigation().formMethod === "POST";
  const errors = sent?.refusal
    ? [t(`giftKeeping.import.${sent.refusal}`, { megabytes })]
    : undefined;
  return (
    <div className="max-w-4xl">
      <BackLink to="/admin/gifts">{t("giftKeeping.title")}</BackLink>
      <PageHeader title={title} lead={t("giftKeeping.import.lead")} />
      <p className="-mt-3 mb-6 max-w-prose text-ink-soft">{t("giftKeeping.import.sizes")}</p>
      {sent?.answer && <GiftImportReport answer={sent.answer} dryRun={sent.dryRun} />}
      <Sheet className="max-w-2xl">
        <Form method="post" encType="multipart/form-data">
          <FileInput
            id="file"
            name="file"
            accept=".csv,.txt,text/csv"
            required
            label={t("giftKeeping.import.file")}
            invitation={t("giftKeeping.import.invitation")}
            hint={t("giftKeeping.import.hint")}
            errors={errors}
          />
          <Select
            id="encoding"
            name="encoding"
            className="mt-4 max-w-sm"
            label={t("giftKeeping.import.encoding")}
            options={[
              { value: "", label: t("giftKeeping.import.encoding.found") },
              ...CHOSEN.map((value) => ({ value, label: t(`import.encoding.${value}`) })),
            ]}
          />
          <div className="mt-3">
            <Checkbox
              id="dryRun"
              name="dryRun"
              defaultChecked={!sent}
              label={t("giftKeeping.import.dryRun")}
              hint={t("giftKeeping.import.dryRun.hint")}
            />
            <Checkbox
              id="takeStock"
              name="takeStock"
              defaultChecked={sent?.takeStock}
              label={t("giftKeeping.import.takeStock")}
              hint={t("giftKeeping.import.takeStock.hint")}
            />
          </div>
          <div className="mt-4">
            <Button pending={sending}>{t("giftKeeping.import.send")}</Button>
          </div>
        </Form>
      </Sheet>
    </div>
  );
}
