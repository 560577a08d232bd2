const registry = globalThis as unknown as { marque?: Map<string, unknown> };

/**
 * One value for the whole process, however often a module is loaded: the server's own code and the
 * built site are two bundles, and the development server loads modules anew at every change.
 */
export function singleton<T>(name: string, create: () => T): T {
  registry.marque ??= new Map();
  if (!registry.marque.has(name)) registry.marque.set(name, create());
  return registry.marque.get(name) as T;
}

/** Forgets every value but those named, as a new process would begin: for tests that share one process. */
export function forgetSingletons(...but: string[]): void {
  for (const name of registry.marque?.keys() ?? []) {
    if (!but.includes(name)) registry.marque?.delete(name);
  }
}
