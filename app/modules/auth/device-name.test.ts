import { expect, test } from "vitest";
import { deviceName } from "./device-name.ts";

test.each([
  [
    "a phone's own browser",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    "iPhone",
    "Safari",
  ],
  [
    "a messenger's browser, which also claims to be Chrome and Safari",
    "Mozilla/5.0 (Linux; Android 14; V2304A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50",
    "Android",
    "WeChat",
  ],
  [
    "Edge, which also claims to be Chrome",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0",
    "Windows",
    "Edge",
  ],
  ["a program that names nothing we know", "curl/8.5.0", null, null],
  ["nothing at all", "", null, null],
])("%s", (_case, userAgent, system, browser) => {
  expect(deviceName(userAgent)).toEqual({ system, browser });
});
