import { useSubmit } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { askDevice, usePasskeys } from "#app/site/passkey.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface NewPasskeyProps {
  /** A name to begin with. */
  suggestion: string;
  errors?: string[];
}

/** Names a new passkey and has the device make it; says so where the browser has none. */
export function NewPasskey({ suggestion, errors }: NewPasskeyProps) {
  const t = useT();
  const submit = useSubmit();
  const able = usePasskeys();
  const [state, setState] = useState<"ready" | "asking" | "failed">("ready");
  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setState("asking");
    try {
      fields.set("passkey", await askDevice("add"));
      setState("ready");
      submit(fields, { method: "post" });
    } catch {
      setState("failed");
    }
  }
  if (!able) return <Notice>{t("passkey.new.unable")}</Notice>;
  return (
    <form method="post" onSubmit={make} className="grid max-w-md gap-5">
      {state === "failed" && <Notice tone="refusal">{t("signIn.passkey.failed")}</Notice>}
      <Input
        id="name"
        name="name"
        required
        maxLength={60}
        defaultValue={suggestion}
        label={t("passkey.name")}
        hint={t("passkey.nameHint")}
        errors={errors}
      />
      <Button wide pending={state === "asking"}>
        {t("passkey.new.submit")}
      </Button>
    </form>
  );
}
