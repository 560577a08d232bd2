/** What a browser says it is, in two words its owner knows; null where it says nothing we know. */
export type DeviceName = { system: string | null; browser: string | null };

// The order matters: most browsers also claim to be the ones below them.
const systems: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/HarmonyOS/, "HarmonyOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/Linux/, "Linux"],
];
const browsers: [RegExp, string][] = [
  [/MicroMessenger/, "WeChat"],
  [/EdgA?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
];

/** Reads a User-Agent header. It is what the browser says, not proof. */
export function deviceName(userAgent: string): DeviceName {
  const named = (list: [RegExp, string][]) =>
    list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
  return { system: named(systems), browser: named(browsers) };
}
