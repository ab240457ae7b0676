// What waits and what is said comes by itself; what is being typed is never touched.
const every = 4000;

async function look() {
  if (document.hidden) {
    return;
  }
  const answer = await fetch(location.href, { headers: { accept: "text/html", "x-by-itself": "1" } });
  if (answer.redirected && !isTyping()) {
    // The shift is over: what stands here is for nobody who passes by.
    location.assign(answer.url);
  }
  if (!answer.ok || answer.redirected) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const old of document.querySelectorAll("[data-fresh]")) {
    const fresh = page.querySelector(`[data-fresh="${old.dataset.fresh}"]`);
    if (fresh && fresh.innerHTML !== old.innerHTML && !old.contains(document.activeElement)) {
      old.innerHTML = fresh.innerHTML;
    }
  }
}

function isTyping() {
  return [...document.querySelectorAll("textarea")].some(field => field.value.trim() !== "");
}

setInterval(() => look().catch(() => {}), every);
