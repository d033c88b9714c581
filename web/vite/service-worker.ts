import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Plugin } from "vite";
import { build } from "vite";

const UNCACHED = /\.(map|webmanifest)$|^(sw\.js|screenshots\/)/;

/** Build the service worker after the app, with the list of everything to keep. */
export function serviceWorker(): Plugin {
  let out = "";
  let root = "";
  let hasFailed = false;
  return {
    name: "metricgain-service-worker",
    apply: "build",
    configResolved(config) {
      root = config.root;
      out = join(config.root, config.build.outDir);
    },
    buildEnd(error) {
      hasFailed = error !== undefined;
    },
    async closeBundle() {
      if (hasFailed) return;
      const files = everyFile(out).filter((file) => !UNCACHED.test(file));
      const hash = createHash("sha256");
      for (const file of files) hash.update(file).update(readFileSync(join(out, file)));
      await build({
        configFile: false,
        root,
        logLevel: "warn",
        define: {
          __FILES__: JSON.stringify(files.map((file) => "/" + file)),
          __VERSION__: JSON.stringify(hash.digest("hex").slice(0, 12)),
        },
        build: {
          outDir: out,
          emptyOutDir: false,
          copyPublicDir: false,
          lib: {
            entry: "src/worker/sw.ts",
            formats: ["es"],
            fileName: () => "sw.js",
          },
        },
      });
      writeFileSync(join(out, ".built"), "");
    },
  };
}

function everyFile(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith("."))
    .sort();
}
