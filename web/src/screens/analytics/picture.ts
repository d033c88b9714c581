/** Makes an image of a chart: its drawings and words as one SVG, painted as a PNG. */

const SCALE = 2;
const MARGIN = 24;
const FOOT = 28;
const SVG = "http://www.w3.org/2000/svg";
const SHAPES = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "fill-opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "visibility",
  "paint-order",
  "stroke-opacity",
] as const;

/**
 * Return a PNG of what an element shows, with a line of text below it.
 *
 * Buttons and what is only read aloud are left out. Rejects when the browser cannot
 * paint an SVG.
 */
export async function pictureOf(element: HTMLElement, caption: string): Promise<Blob> {
  const box = element.getBoundingClientRect();
  const width = Math.ceil(box.width) + 2 * MARGIN;
  const height = Math.ceil(box.height) + 2 * MARGIN + FOOT;
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("xmlns", SVG);
  drawing.setAttribute("width", String(width));
  drawing.setAttribute("height", String(height));
  const style = getComputedStyle(document.documentElement);
  drawing.append(rectangle({ x: 0, y: 0, width, height }, surfaceOf(element)));
  const origin = { x: box.left - MARGIN, y: box.top - MARGIN };
  draw(element, drawing, origin);
  const foot = { x: MARGIN, y: height - MARGIN / 2 - 6 };
  drawing.append(words(caption, foot, style, "0.8em"));
  return painted(drawing, width, height);
}

/**
 * Hand an image on as the browser can: to another app, else as a download.
 *
 * Returns whether it was handed to another app, or the person changed their mind.
 */
export async function share(picture: Blob, name: string): Promise<boolean> {
  const plain = name.replace(/[^\p{L}\p{N}]+/gu, "-").toLowerCase();
  const file = new File([picture], `${plain}.png`, { type: "image/png" });
  if ("canShare" in navigator && navigator.canShare({ files: [file] })) {
    await navigator.share({ files: [file], title: name }).catch(() => undefined);
    return true;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return false;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function draw(node: Element, into: Element, origin: Place): void {
  const style = getComputedStyle(node);
  if (isLeftOut(node, style)) return;
  if (node instanceof SVGSVGElement) {
    into.append(placed(node, origin));
    return;
  }
  const box = node.getBoundingClientRect();
  const isColoured = !/^(transparent|rgba\(.*, 0\))$/.test(style.backgroundColor);
  if (isColoured) {
    const at = { x: box.left - origin.x, y: box.top - origin.y };
    const { width, height } = box;
    const ground = rectangle({ ...at, width, height }, style.backgroundColor);
    ground.setAttribute("rx", String(Number.parseFloat(style.borderRadius) || 0));
    into.append(ground);
  }
  for (const child of node.childNodes) {
    if (child instanceof Element) draw(child, into, origin);
    else if (child instanceof Text) write(child, into, origin, style);
  }
}

function isLeftOut(node: Element, style: CSSStyleDeclaration): boolean {
  return (
    style.display === "none" ||
    style.visibility === "hidden" ||
    node.classList.contains("unseen") ||
    node.classList.contains("icon-button") ||
    node.classList.contains("said")
  );
}

/** Write a text where it stands, line by line as it is broken there. */
function write(
  text: Text,
  into: Element,
  origin: Place,
  style: CSSStyleDeclaration,
): void {
  const range = document.createRange();
  let line = "";
  let start: DOMRect | null = null;
  const finish = () => {
    if (!start || !line.trim()) return;
    const at = {
      x: start.left - origin.x,
      y: start.top - origin.y + start.height * 0.78,
    };
    into.append(words(line.trim(), at, style));
  };
  for (const found of text.data.matchAll(/\S+\s*/gu)) {
    range.setStart(text, found.index);
    range.setEnd(text, found.index + found[0].trimEnd().length);
    const box = range.getClientRects()[0];
    if (!box) continue;
    if (start && Math.abs(box.top - start.top) > 2) {
      finish();
      line = "";
      start = null;
    }
    start ??= box;
    line += found[0];
  }
  finish();
}

/** A drawing with the looks that style sheets gave it, where it stands. */
function placed(svg: SVGSVGElement, origin: Place): Element {
  const box = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  originals.forEach((original, at) => {
    const style = getComputedStyle(original);
    for (const name of SHAPES) {
      const value = style.getPropertyValue(name);
      if (value) copies[at]?.setAttribute(name, value);
    }
    copies[at]?.removeAttribute("class");
    copies[at]?.removeAttribute("style");
  });
  copy.setAttribute("x", String(box.left - origin.x));
  copy.setAttribute("y", String(box.top - origin.y));
  copy.setAttribute("width", String(box.width));
  copy.setAttribute("height", String(box.height));
  copy.setAttribute("overflow", "visible");
  return copy;
}

function words(
  text: string,
  at: Place,
  style: CSSStyleDeclaration,
  size = style.fontSize,
): Element {
  const element = document.createElementNS(SVG, "text");
  element.textContent = text;
  element.setAttribute("x", String(at.x));
  element.setAttribute("y", String(at.y));
  element.setAttribute("fill", style.color);
  element.setAttribute("font-family", style.fontFamily);
  element.setAttribute("font-size", size);
  element.setAttribute("font-weight", style.fontWeight);
  return element;
}

function rectangle(
  { x, y, width, height }: Place & { readonly width: number; readonly height: number },
  fill: string,
): Element {
  const element = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ x, y, width, height })) {
    element.setAttribute(name, String(value));
  }
  element.setAttribute("fill", fill);
  return element;
}

/** Return the colour that lies behind an element. */
function surfaceOf(element: Element | null): string {
  if (!element) return "white";
  const { backgroundColor } = getComputedStyle(element);
  const isClear = /^(transparent|rgba\(.*, 0\))$/.test(backgroundColor);
  return isClear ? surfaceOf(element.parentElement) : backgroundColor;
}

async function painted(drawing: Element, width: number, height: number): Promise<Blob> {
  const text = new XMLSerializer().serializeToString(drawing);
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("there is no canvas");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error("the canvas gave no image"));
    }, "image/png");
  });
}
