/** An e-mail address that its owner knows again and nobody else can use: `w•••@e•••.com`. */
export function maskEmail(email: string): string {
  const [local = "", domain = ""] = email.split("@");
  const dot = domain.lastIndexOf(".");
  const host = dot > 0 ? `${first(domain)}•••${domain.slice(dot)}` : `${first(domain)}•••`;
  return `${first(local)}•••@${host}`;
}

const first = (text: string) => [...text][0] ?? "";
