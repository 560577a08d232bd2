import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { cx } from "./cx.ts";
import { SpinnerIcon } from "./icons.tsx";

/** `primary`: the one thing to do here. `danger`: takes something away. `bare`: inside a line. */
export type ButtonLook = "primary" | "quiet" | "danger" | "bare";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
  icon?: ReactNode;
  /** While what it started is under way: shown, announced, and deaf to a second press. */
  pending?: boolean;
  /** Replaces the label while pending ("Saving …"). */
  pendingLabel?: string;
  wide?: boolean;
}

/** A button that submits its form unless told otherwise. */
export function Button({
  look = "primary",
  icon,
  pending = false,
  pendingLabel,
  wide = false,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="submit"
      {...rest}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={cx("button", `button-${look}`, wide && "w-full", className)}
    >
      {pending ? <SpinnerIcon className="spinner" size={18} /> : icon}
      <span>{pending && pendingLabel ? pendingLabel : children}</span>
    </button>
  );
}

interface ButtonLinkProps extends LinkProps {
  look?: ButtonLook;
  icon?: ReactNode;
  wide?: boolean;
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({
  look = "primary",
  icon,
  wide = false,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link {...rest} className={cx("button", `button-${look}`, wide && "w-full", className)}>
      {icon}
      <span>{children}</span>
    </Link>
  );
}

/** Prints the page that it stands on; it is not on the paper itself. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <span className="print:hidden">
      <Button type="button" look="quiet" onClick={() => window.print()}>
        {children}
      </Button>
    </span>
  );
}
