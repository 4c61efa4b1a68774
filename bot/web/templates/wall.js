"use strict";
const QUIET_MS = 25000, AGAIN_MS = 2000, STILL_MS = 3000;
const body = document.body, lost = document.getElementById("lost");
let stream = null, heard = Date.now(), deadline = null, period = null;

function connect() {
  if (stream) stream.close();
  heard = Date.now();
  stream = new EventSource(location.pathname.replace(/\/$/, "") + "/events");
  stream.onmessage = (event) => hear(JSON.parse(event.data));
  stream.onerror = () => { say(lost.dataset.lost); if (stream.readyState === EventSource.CLOSED) retry(); };
}

/* An answer other than 200 ends an EventSource for good: the proxy's while the bot starts anew, or a revoked address. */
async function retry() {
  let status = 0;
  try { status = (await fetch(location.pathname, { method: "HEAD", cache: "no-store" })).status; } catch { /* no network */ }
  if (status === 404) { body.classList.add("stale"); say(lost.dataset.revoked); }
  setTimeout(connect, AGAIN_MS);
}

function hear({ times, parts }) {
  heard = Date.now();
  say("");
  body.classList.remove("stale");
  period = times.period;
  deadline = times.left === null ? null : performance.now() + times.left * 1000;
  for (const [name, html] of Object.entries(parts)) {
    const place = document.querySelector(`[data-part="${name}"]`);
    if (place) place.innerHTML = html;
  }
  wind();
}

function say(text) { lost.textContent = text; lost.hidden = !text; }

/* The rings are animated by the browser; the number in them by `count`. */
function wind() {
  for (const circle of document.querySelectorAll(".ring .left")) {
    for (const running of circle.getAnimations()) running.cancel();
    if (deadline === null) continue;
    const ring = circle.animate([{ strokeDashoffset: 0 }, { strokeDashoffset: 100 }], { duration: period * 1000, fill: "forwards" });
    ring.currentTime = period * 1000 - (deadline - performance.now());
  }
  count();
}

function count() {
  const left = deadline === null ? null : Math.max(0, Math.ceil((deadline - performance.now()) / 1000));
  for (const text of document.querySelectorAll(".ring text")) text.textContent = left === null || period < 5 ? "" : left;
  if (Date.now() - heard > QUIET_MS) { body.classList.add("stale"); say(lost.dataset.lost); connect(); }
  /* a code that has run out is not shown on */
  if (deadline !== null && performance.now() > deadline + 5000) body.classList.add("stale");
}

let still = 0;
function move() {
  body.classList.add("moving");
  clearTimeout(still);
  still = setTimeout(() => body.classList.remove("moving"), STILL_MS);
}

function fill() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {});
}

async function stayAwake() {
  try { await navigator.wakeLock.request("screen"); } catch { /* not here */ }
}

document.addEventListener("mousemove", move);
document.addEventListener("keydown", (event) => { if (event.key === "f") fill(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) stayAwake(); });
document.getElementById("full").addEventListener("click", fill);
setInterval(count, 250);
stayAwake();
connect();
