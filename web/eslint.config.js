import svelte from "eslint-plugin-svelte";
import ts from "typescript-eslint";

/** A folder may import only from the folders listed for it. */
const allowed = {
  model: [],
  messages: [],
  ui: [],
  api: [],
  local: ["model"],
  sync: ["model", "local", "api"],
  state: ["model", "local", "sync", "api", "messages"],
  screens: ["model", "state", "ui", "messages"],
};
const folders = Object.keys(allowed);

const directions = folders.map((folder) => ({
  files: [`src/${folder}/**/*.{ts,svelte}`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: folders
          .filter((other) => other !== folder && !allowed[folder].includes(other))
          .map((other) => ({
            group: [`**/../${other}/**`, `../${other}/**`, `../../${other}/**`],
            message: `${folder}/ must not import ${other}/`,
          })),
      },
    ],
  },
}));

export default ts.config(
  { ignores: ["node_modules", "src/api/schema.ts"] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    rules: {
      "no-undef": "off",
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": [
        "error",
        { max: 60, skipBlankLines: true, skipComments: true },
      ],
      "svelte/no-navigation-without-resolve": "off",
    },
  },
  {
    files: ["**/*.test.ts"],
    rules: { "max-lines-per-function": "off", "max-lines": ["error", { max: 500 }] },
  },
  {
    files: ["src/messages/**"],
    rules: { "max-lines": ["error", { max: 400 }] },
  },
  ...directions,
);
