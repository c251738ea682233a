// The kiosk's service worker (rule K5): its pages and what they are made of, so that a kiosk starts without a network
// and a deploy takes nothing from an open one. Answers of the API never come through here.

const staticPath = '/_next/static/';
const pages = 'kiosk-pages';
const buildPrefix = 'kiosk-build-';
const buildsKept = 2;
const patienceMs = 3_000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith(staticPath)) event.respondWith(asset(request));
  else if (request.mode === 'navigate') event.respondWith(page(event, pathname));
});

self.addEventListener('message', (event) => {
  if (event.data?.kind === 'warm') event.waitUntil(warm(event.data));
});

/** Whole answers of our own alone. A worker cannot see Set-Cookie; the pages and files that come here have none. */
const isKeepable = (response) => response.status === 200 && response.type === 'basic' && !response.redirected;

/** Caches of builds, the newest last. */
async function builds() {
  return (await caches.keys()).filter((name) => name.startsWith(buildPrefix));
}

/** Files of a build never change under their name: what is kept is good. */
async function asset(request) {
  const kept = await caches.match(request.url, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  const newest = (await builds()).at(-1);
  if (newest && isKeepable(response)) await (await caches.open(newest)).put(request.url, response.clone());
  return response;
}

/** The network's page if it comes in time, else the last one of this path. */
async function page(event, path) {
  const cache = await caches.open(pages);
  const fresh = fetch(event.request).then(async (response) => {
    if (isKeepable(response)) await cache.put(path, response.clone());
    return response;
  });
  event.waitUntil(fresh.catch(() => undefined));
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs));
  const first = await Promise.race([fresh, late]).catch(() => undefined);
  if (first && first.status < 500) return first;
  return (await cache.match(path, { ignoreVary: true })) ?? fresh;
}

/** Keeps the page and everything it may load later, also what no screen has asked for yet. */
async function warm({ build, page: path, urls }) {
  const name = buildPrefix + build;
  const others = (await builds()).filter((one) => one !== name);
  await Promise.all(
    others.slice(0, Math.max(0, others.length - buildsKept + 1)).map((one) => caches.delete(one)),
  );
  const cache = await caches.open(name);
  const kept = await caches.open(pages);
  await fetch(path, { credentials: 'same-origin' })
    .then((response) => isKeepable(response) && kept.put(path, response))
    .catch(() => undefined);
  const seen = new Set(urls);
  const waiting = [...seen];
  while (waiting.length > 0) {
    const found = await Promise.all(waiting.splice(0, 6).map((url) => keep(cache, url).catch(() => [])));
    for (const url of found.flat()) {
      if (!seen.has(url)) waiting.push(url);
      seen.add(url);
    }
  }
}

/** Keeps one file and answers the addresses of those that it names. */
async function keep(cache, url) {
  let response = await caches.match(url, { ignoreVary: true });
  if (!response || !(await cache.match(url, { ignoreVary: true }))) {
    response ??= await fetch(url);
    if (!isKeepable(response)) return [];
    await cache.put(url, response.clone());
  }
  if (!/\.(js|css)$/.test(new URL(url).pathname)) return [];
  const text = await response.text();
  const chunks = text.matchAll(/["'`/](static\/(?:chunks|media)\/[\w.~-]+\.(?:js|css|woff2|wasm))["'`]/g);
  const files = url.endsWith('.css') ? text.matchAll(/url\(["']?([^"')]+)["']?\)/g) : [];
  return [
    ...[...chunks].map(([, path]) => new URL(`/_next/${path}`, self.location.origin).href),
    ...[...files].map(([, path]) => new URL(path, url).href).filter((one) => one.includes(staticPath)),
  ];
}
