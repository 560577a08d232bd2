import { useFetcher } from "@remix-run/react";
import type { FormEvent, ReactNode } from "react";
import { cx } from "./cx.ts";

interface PreferenceSwitchProps {
  /** What is chosen ("Language"): heard as the group's name. */
  legend: string;
  /** Where the choice is posted to. */
  action: string;
  /** The field's name in that post. */
  name: string;
  current: string;
  options: {
    value: string;
    label: string;
    /** Shown instead of the label, which is then only heard. */
    icon?: ReactNode;
    /** The option's own language, when the label is written in it. */
    lang?: string;
  }[];
  /** Where to come back to, for a browser that loads the page anew. */
  back: string;
}

/**
 * With a script the page stays as it is: what was typed stays typed, and what was opened stays open. Without one it
 * is a plain form, which comes back to where it was sent from.
 */
function PreferenceSwitch({ legend, action, name, current, options, back }: PreferenceSwitchProps) {
  const { submit } = useFetcher();
  function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter;
    if (pressed instanceof HTMLButtonElement) {
      submit({ [pressed.name]: pressed.value }, { method: "post", action });
    }
  }
  return (
    <form method="post" action={action} onSubmit={choose}>
      <input type="hidden" name="back" value={back} />
      <fieldset className="flex">
        <legend className="sr-only">{legend}</legend>
        {options.map(({ value, label, icon, lang }) => (
          <button
            key={value}
            type="submit"
            name={name}
            value={value}
            lang={lang}
            aria-pressed={value === current}
            className={cx(
              "flex min-h-11 min-w-11 cursor-pointer items-center justify-center rounded-sm px-2.5",
              value === current ? "bg-well font-semibold text-ink" : "text-ink-soft hover:text-ink",
            )}
          >
            {icon}
            <span className={cx(Boolean(icon) && "sr-only")}>{label}</span>
          </button>
        ))}
      </fieldset>
    </form>
  );
}

/** Each language under its own name. */
export function LanguageSwitch(props: Omit<PreferenceSwitchProps, "name">) {
  return <PreferenceSwitch {...props} name="locale" />;
}

/** Light, dark, or as the system has it. */
export function ThemeSwitch(props: Omit<PreferenceSwitchProps, "name">) {
  return <PreferenceSwitch {...props} name="theme" />;
}
