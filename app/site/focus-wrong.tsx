import { useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** Takes the keyboard to the first field that a form's answer finds wrong, so that one goes on typing there. */
export function FocusWrong() {
  const { state, formData } = useNavigation();
  const isSent = useRef(false);
  useEffect(() => {
    if (formData) isSent.current = true;
    if (state !== "idle" || !isSent.current) return;
    isSent.current = false;
    document.querySelector<HTMLElement>("main [aria-invalid=true]")?.focus();
  }, [state, formData]);
  return null;
}
