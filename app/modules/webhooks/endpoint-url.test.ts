import { expect, test } from "vitest";
import { LONGEST_URL, readEndpointUrl } from "./endpoint-url.ts";

test.each([
  ["https://crm.example.com/hooks/marque?team=7", "https://crm.example.com/hooks/marque?team=7"],
  ["https://CRM.example.com", "https://crm.example.com/"],
  ["https://crm.example.com:443/", "https://crm.example.com/"],
  ["https://crm.example.com:1024/", "https://crm.example.com:1024/"],
  ["https://crm.example.com:65535/", "https://crm.example.com:65535/"],
  ["https://crm.example.com/#part", "https://crm.example.com/"],
  ["https://车.example.com/", "https://xn--h43a.example.com/"],
  ["https://8.8.8.8/", "https://8.8.8.8/"],
  ["https://[2606:4700::1111]/", "https://[2606:4700::1111]/"],
])("%s is taken as %s", (typed, url) => {
  const read = readEndpointUrl(typed);
  expect(read.ok && read.url.href).toBe(url);
});

test.each([
  ["", "unreadable"],
  ["crm.example.com/hooks", "unreadable"],
  ["https://", "unreadable"],
  ["https://crm.example.com:65536/", "unreadable"],
  ["https://999.1.1.1/", "unreadable"],
  [`https://crm.example.com/${"a".repeat(LONGEST_URL)}`, "unreadable"],
  ["http://crm.example.com/", "not-https"],
  ["ftp://crm.example.com/", "not-https"],
  ["javascript:alert(1)", "not-https"],
  ["https://user@crm.example.com/", "password"],
  ["https://user:word@crm.example.com/", "password"],
  ["https://:word@crm.example.com/", "password"],
  ["https://crm.example.com:80/", "port"],
  ["https://crm.example.com:1023/", "port"],
  ["https://crm.example.com:0/", "port"],
  ["https://localhost/", "not-public"],
  ["https://localhost./", "not-public"],
  ["https://crm.localhost/", "not-public"],
  ["https://intranet/", "not-public"],
  ["https://intranet./", "not-public"],
  ["https://127.0.0.1/", "not-public"],
  ["https://127.1/", "not-public"],
  ["https://2130706433/", "not-public"],
  ["https://0x7f000001/", "not-public"],
  ["https://0x7f.1/", "not-public"],
  ["https://0177.0.0.1/", "not-public"],
  ["https://１２７.０.０.１/", "not-public"],
  ["https://127.0.0.1./", "not-public"],
  ["https://10.0.0.1/", "not-public"],
  ["https://169.254.169.254/latest/meta-data/", "not-public"],
  ["https://[::1]/", "not-public"],
  ["https://[::ffff:127.0.0.1]/", "not-public"],
  ["https://[::ffff:7f00:1]/", "not-public"],
  ["https://[64:ff9b::7f00:1]/", "not-public"],
  ["https://[fd00:ec2::254]/", "not-public"],
])("%s is refused: %s", (typed, problem) => {
  expect(readEndpointUrl(typed)).toEqual({ ok: false, problem });
});
