import type { Thing } from "./stripe-books.ts";

const safe = (text: unknown) =>
  String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${safe(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:16px/1.5 system-ui;max-width:26rem;margin:3rem auto;padding:0 1rem;color:#1a1a1a;background:#f6f6f8}
main{background:#fff;padding:1.5rem;border:1px solid #ddd;border-radius:8px}
button,a.back{display:block;width:100%;margin:.6rem 0;padding:.7rem;font:inherit;text-align:center;box-sizing:border-box;
border-radius:6px;border:1px solid #635bff;background:#635bff;color:#fff;cursor:pointer;text-decoration:none}
button.other{background:#fff;color:#3a34b0}a.back{background:none;color:#444;border-color:#bbb}
.wrong{color:#a40000}</style></head>
<body><main>${body}</main></body></html>`;

/** A page that asks for money as Stripe's does, with a button for each way in which it can go. */
export function checkoutPage(session: Thing, wrong = ""): string {
  if (session.status !== "open") {
    return page(
      "Checkout",
      `<h1>This session is over</h1><a class="back" href="${safe(session.cancel_url)}">Back</a>`,
    );
  }
  const sum = `${session.amount_total} ${String(session.currency).toUpperCase()} (smallest unit)`;
  const way = (ending: string, label: string, look = "other") =>
    `<button class="${look}" name="ending" value="${ending}">${label}</button>`;
  return page(
    "Checkout",
    `<p>Stand-in for Stripe · test mode</p><h1>Pay ${safe(sum)}</h1>
${wrong ? `<p role="alert" class="wrong">${safe(wrong)}</p>` : ""}
<form method="post">${way("paid", "Pay", "pay")}${way("secure", "Pay by a card with 3-D Secure")}
${way("declined", "Pay by a card that is declined")}${way("delayed", "Pay by a bank transfer")}</form>
<a class="back" href="${safe(session.cancel_url)}">Back without paying</a>`,
  );
}

/** The bank's page in between. */
export const securePage = () =>
  page(
    "3-D Secure",
    `<h1>Your bank asks whether it is you</h1><form method="post">
<button name="ending" value="paid">It is me</button>
<button class="other" name="ending" value="declined">It is not</button></form>`,
  );
