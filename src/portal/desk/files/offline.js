// Answers for the desk where the line is gone. What it is of is told by the two lines that the service puts before this one:
// VERSION, and FILES: the pages, and what they ask for.

const PAGE_PATIENCE_MS = 4000;
const cached = (request) => caches.open(VERSION).then((cache) => cache.match(request, { ignoreSearch: true }));

// A newer version waits until no page of the older one is open: a page must find its own files when the line is gone.
addEventListener('install', (event) => {
  const fresh = FILES.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(fresh)));
});

addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name.startsWith('protokol-desk-') && name !== VERSION);
  const drop = caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name))));
  event.waitUntil(drop.then(() => clients.claim()));
});

/** The newest page while the line is quick, and else the one that is kept. */
async function page(request) {
  const kept = await cached(request);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PAGE_PATIENCE_MS) });
    return answer.ok || !kept ? answer : kept;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin || address.pathname.includes('/v1/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else event.respondWith(cached(request).then((kept) => kept ?? fetch(request)));
});
