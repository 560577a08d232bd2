import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadStores } from "#app/modules/club/load-stores.server.ts";
import {
  recordVoucherUse,
  undoVoucherUse,
} from "#app/modules/redemptions/record-voucher-use.server.ts";
import type { StepRefusal } from "#app/modules/redemptions/take-step.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { VoucherActForm } from "#app/modules/vouchers/forms.ts";
import { readVoucherCode } from "#app/modules/vouchers/gift-code.ts";
import { loadVoucher } from "#app/modules/vouchers/load-voucher.server.ts";
import { tryCode } from "#app/modules/vouchers/try-code.server.ts";
import { voucherStanding } from "#app/modules/vouchers/voucher-standing.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { showCode } from "#app/platform/unguessable-code.ts";
import type { WordKey } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readDeskStore } from "#app/routes/shell/desk-store.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { VoucherAtDesk } from "../parts/voucher-at-desk.tsx";

/** Why it was not used, where it is not the voucher itself that says so. */
const NOT_USED: Partial<Record<StepRefusal["refusal"], WordKey>> = {
  own: "vouchers.desk.own",
  unpaid: "vouchers.desk.unpaid",
  "no-such-store": "vouchers.desk.noStore",
};

/** Whoever serves: what a voucher is, by its code. Looking does not use it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "redemptions.serve");
  const typed = new URL(request.url).searchParams.get("code") ?? "";
  const [looked, stores, { timeZone }, book] = await Promise.all([
    typed === "" ? null : lookAt(typed, staff.id),
    loadStores(db()),
    loadClub(),
    loadRuleBook(),
  ]);
  const deskStore = await readDeskStore(request, stores);
  const now = new Date();
  const voucher = looked?.ok ? looked.found : null;
  const { undoUseMinutes } = rulesAt(book, now).rules.gifts;
  return {
    typed,
    problem: looked && !looked.ok ? looked.why : null,
    voucher,
    own: voucher?.ownerId === staff.id,
    standing: voucher && voucherStanding(voucher, clubTime(timeZone).dayOf(now)),
    undoFrom: new Date(now.getTime() - undoUseMinutes * 60_000).toISOString(),
    stores,
    deskStore,
    done: noticeIn(request, ["used", "undone"]),
    requestKey: randomUUID(),
    title: t("vouchers.desk.title"),
  };
}

/** Whoever serves: uses it, or takes the use back. Its code is the proof that its owner is there. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "redemptions.serve");
  const fields = await readFormFields(request);
  const form = parseForm(fields, VoucherActForm);
  if (form.status !== "success") {
    return data({ form: form.reply(), refusal: null }, { status: 400 });
  }
  const { value } = form;
  const looked = await lookAt(value.code, staff.id);
  // The page says itself why it shows no voucher.
  if (!looked.ok) return redirect(addressOf(value.code));
  const { code } = looked.found;
  const actor = actorOf(staff, context);
  const answer =
    value.intent === "use"
      ? await recordVoucherUse(
          code,
          { storeId: value.store ?? null, requestKey: value.requestKey },
          actor,
        )
      : await undoVoucherUse(code, { useId: value.use, reason: value.reason }, actor);
  if (answer.ok) return redirect(addressOf(code, value.intent === "use" ? "used" : "undone"));
  return data({ form: form.reply(), refusal: answer.refusal }, { status: 409 });
}

async function lookAt(typed: string, staffId: number) {
  const code = readVoucherCode(typed);
  return tryCode(staffId, async () => (code === null ? null : loadVoucher(db(), code)));
}

function addressOf(code: string, done?: "used" | "undone"): string {
  return `/admin/vouchers?${new URLSearchParams({ code, ...(done && { done }) })}`;
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Vouchers() {
  const t = useT();
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { voucher, standing, problem, done, typed } = loaded;
  return (
    <div className="max-w-3xl">
      <PageHeader title={t("vouchers.desk.title")} lead={t("vouchers.desk.lead")} />
      <Form method="get" action="/admin/vouchers" className="mb-8 flex flex-wrap items-end gap-2">
        <Input
          key={voucher?.code ?? typed}
          id="code"
          name="code"
          required
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          className="w-72 max-w-full"
          label={t("vouchers.desk.code")}
          defaultValue={voucher ? `MQV-${showCode(voucher.code)}` : typed}
        />
        <Button look={voucher ? "quiet" : "primary"}>{t("vouchers.desk.look")}</Button>
      </Form>
      <div className="mb-6 grid gap-3 empty:hidden">
        {problem && <Notice tone="refusal">{t(`vouchers.desk.problem.${problem}`)}</Notice>}
        {refused?.refusal === "too-late" && (
          <Notice tone="refusal">{t("vouchers.desk.tooLate")}</Notice>
        )}
        {refused?.refusal && refused.refusal !== "too-late" && (
          <Notice tone="refusal">{t(NOT_USED[refused.refusal] ?? "vouchers.desk.notUsed")}</Notice>
        )}
        {done && !refused && <Notice tone="ok">{t(`vouchers.desk.done.${done}`)}</Notice>}
      </div>
      {voucher && standing && (
        <VoucherAtDesk
          voucher={voucher}
          standing={standing}
          undoFrom={loaded.undoFrom}
          stores={loaded.stores}
          deskStore={loaded.deskStore}
          requestKey={loaded.requestKey}
          justUsed={done === "used"}
          own={loaded.own}
          errors={refused?.form ? formErrors(refused.form, t) : {}}
        />
      )}
    </div>
  );
}
