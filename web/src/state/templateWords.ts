/** The built-in templates in the lifter's language. */

import { named, speech } from "../messages/index.svelte.ts";
import type { ListedTemplate } from "../model/plan/choose.ts";
import type { Draft } from "../model/plan/draft.ts";
import type { Source } from "../model/plan/start.ts";

/** Return a template as the language calls it; one of the lifter's own as it is. */
export function inWords<T extends ListedTemplate>(template: T): T {
  const name = named(keyOf(template.id), template.name);
  return {
    ...template,
    name,
    description: textOf(template.id) ?? template.description,
  };
}

/** Return the plan of a source, with the workouts of a built-in template in words. */
export function planInWords(source: Source): Draft {
  if (source.kind !== "template" || !speech.has(keyOf(source.templateId))) {
    return source.draft;
  }
  return source.draft.map((day) => ({
    ...day,
    name: named(`templateDay.${day.name}`, day.name),
  }));
}

/** Return what a block that is started from here is described with, if that is known. */
export function aboutInWords(source: Source): { readonly description?: string } {
  const text = source.kind === "template" ? textOf(source.templateId) : null;
  return text === null ? {} : { description: text };
}

function textOf(id: string): string | null {
  return named(`${keyOf(id)}.text`, "") || null;
}

function keyOf(id: string): string {
  return `template.${id}`;
}
