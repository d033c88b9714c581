import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { serviceWorker } from "./vite/service-worker.ts";

/** Where the API runs while the app is developed with `npx vite`. */
const server = process.env["METRICGAIN_API"] ?? "http://127.0.0.1:8000";

/** What every start loads, in two files: many small ones do not compress as well. */
const FIRST = [
  {
    name: "rows",
    test: /src\/(local\/(device|open|reading|schema|scraps|settings|tabs)|model\/(effects|ids|format)|state\/(app|clock|outbox|rows|sending|server|toasts))\b|node_modules\/idb\//,
  },
  { name: "exchange", test: /src\/(sync|api)\/|node_modules\/openapi-fetch\// },
];

export default defineConfig({
  plugins: [svelte(), serviceWorker()],
  build: {
    outDir: "../src/metricgain/web",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Which part of the build took how long is nothing for whoever starts the app.
      checks: { bundlerTimings: false },
      output: { codeSplitting: { groups: FIRST } },
      // There are no custom elements here, and their module only looks as if it did something.
      treeshake: {
        moduleSideEffects: [{ test: /custom-element\.js$/, sideEffects: false }],
      },
    },
  },
  server: { proxy: { "/api": server } },
  // How long a test takes says how busy the machine is.
  test: {
    include: ["src/**/*.test.ts"],
    environment: "node",
    testTimeout: 120_000,
  },
});
