import { mount } from "svelte";
import App from "./App.svelte";
import { updates } from "./state/updates.svelte.ts";
import "./styles/index.css";

const target = document.getElementById("app");
if (target) mount(App, { target });
void updates.watch();
