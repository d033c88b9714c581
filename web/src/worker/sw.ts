/**
 * Keeps the app itself on the device. Data never passes here: it lies in IndexedDB.
 * A new version waits until the person says so; then all tabs change together.
 */
declare const __FILES__: readonly string[];
declare const __VERSION__: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const CACHE = `metricgain-app-${__VERSION__}`;
const PREFIX = "metricgain-app-";
const INDEX = "/index.html";

worker.addEventListener("install", (event) => {
  event.waitUntil(keepEverything());
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(dropOlderVersions());
});

worker.addEventListener("message", (event) => {
  if (event.data === "use the new version") void worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (/^\/(api|calendar|healthz|readyz|metrics|sw\.js)/.test(url.pathname)) return;
  event.respondWith(fromCache(request, url));
});

async function keepEverything(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(__FILES__.map((file) => new Request(file, { cache: "reload" })));
}

async function dropOlderVersions(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function fromCache(request: Request, url: URL): Promise<Response> {
  const cache = await caches.open(CACHE);
  const wanted = request.mode === "navigate" ? INDEX : url.pathname;
  return (await cache.match(wanted)) ?? fetch(request);
}
