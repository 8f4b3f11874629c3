// Shows one part of the screen after the other. Whoever wants less motion, or stops it, sees all of them below each other.
const TURN_MS = 12000;
const turning = document.querySelector(".turning");
const stopper = turning.querySelector("button");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

let at = 0;
let stopped = calm.matches;

/** The parts as they are now: what follows the log puts new ones in their place. */
function show() {
  const parts = [...document.querySelectorAll("[data-rotate] > .part")];
  at = parts.length ? at % parts.length : 0;
  parts.forEach((part, place) => { part.hidden = !stopped && place !== at; });
  document.body.classList.toggle("turns", !stopped);
  stopper.textContent = stopped ? stopper.dataset.go : stopper.dataset.stop;
}

stopper.addEventListener("click", () => {
  stopped = !stopped;
  show();
});
new MutationObserver(show).observe(document.querySelector("[data-rotate]"), { childList: true });
setInterval(() => {
  if (stopped) return;
  at += 1;
  show();
}, TURN_MS);
turning.hidden = false;
show();
