/** Text within a page. */
export const safe = (text: unknown) =>
  String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page of the stand-in. */
export const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${safe(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:16px/1.5 system-ui;max-width:26rem;margin:3rem auto;padding:0 1rem;color:#1a1a1a;background:#f6f6f8}
main{background:#fff;padding:1.5rem;border:1px solid #ddd;border-radius:8px}
button,a.back{display:block;width:100%;margin:.6rem 0;padding:.7rem;font:inherit;text-align:center;box-sizing:border-box;
border-radius:6px;border:1px solid #635bff;background:#635bff;color:#fff;cursor:pointer;text-decoration:none}
button.other{background:#fff;color:#3a34b0}a.back{background:none;color:#444;border-color:#bbb}
.wrong{color:#a40000}</style></head>
<body><main>${body}</main></body></html>`;
