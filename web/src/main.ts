import { mount } from "svelte";
import App from "./App.svelte";
import { LocalWriteFailed } from "./state/change.ts";
import "./state/installing.svelte.ts";
import { updates } from "./state/updates.svelte.ts";
import "./styles/index.css";

// A tap that could not be kept was undone and the lifter told: nothing is left to do.
addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof LocalWriteFailed) event.preventDefault();
});

const target = document.getElementById("app");
if (target) mount(App, { target });
void updates.watch();
