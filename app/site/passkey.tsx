import { useSubmit } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { Button, type ButtonLook } from "#app/ui/button.tsx";
import { KeyIcon } from "#app/ui/icons.tsx";
import { useRootData } from "./root-data.ts";

/**
 * Whether this browser can use passkeys here; false until the page runs. They are tied to the name that people
 * know the club by: an address in figures has none, and at another name they would be offered and fail.
 */
export function usePasskeys(): boolean {
  const [able, setAble] = useState(false);
  const host = useRootData()?.passkeyHost;
  useEffect(() => {
    const named = location.hostname === host && !/^[\d.]+$|:/.test(location.hostname);
    setAble(named && isSecureContext && "PublicKeyCredential" in window);
  }, [host]);
  return able;
}

/**
 * Asks the device for a passkey, or to make one.
 *
 * @returns what it answers, as text for a form's field.
 * @throws when it does not: mostly because its owner thought better of it.
 */
export async function askDevice(purpose: "sign-in" | "confirm" | "add"): Promise<string> {
  const [{ startAuthentication, startRegistration }, answer] = await Promise.all([
    import("@simplewebauthn/browser"),
    fetch("/passkeys/challenge", { method: "POST", body: new URLSearchParams({ purpose }) }),
  ]);
  if (!answer.ok) throw new Error(`No challenge: ${answer.status}`);
  const optionsJSON = await answer.json();
  const credential =
    purpose === "add"
      ? await startRegistration({ optionsJSON })
      : await startAuthentication({ optionsJSON });
  return JSON.stringify(credential);
}

interface PasskeyButtonProps {
  purpose: "sign-in" | "confirm";
  /** The page whose action takes what the device answers, as `intent=passkey`. */
  action: string;
  to: string;
  look?: ButtonLook;
}

/** Signs in, or confirms, with a passkey; not there where the browser has none. */
export function PasskeyButton({ purpose, action, to, look = "quiet" }: PasskeyButtonProps) {
  const t = useT();
  const submit = useSubmit();
  const [state, setState] = useState<"ready" | "asking" | "failed">("ready");
  if (!usePasskeys()) return null;
  async function ask() {
    setState("asking");
    try {
      const passkey = await askDevice(purpose);
      setState("ready");
      submit({ intent: "passkey", passkey, to }, { method: "post", action });
    } catch {
      setState("failed");
    }
  }
  return (
    <div className="grid gap-2">
      <Button
        type="button"
        look={look}
        wide
        icon={<KeyIcon />}
        pending={state === "asking"}
        onClick={ask}
      >
        {t(purpose === "sign-in" ? "signIn.passkey" : "signIn.passkey.confirm")}
      </Button>
      <p role="status" className="text-[0.9375rem] text-ink-soft empty:hidden">
        {state === "failed" && t("signIn.passkey.failed")}
      </p>
    </div>
  );
}
