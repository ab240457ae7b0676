// What waits and what is said comes by itself; what is being typed is never touched.
const every = 4000;

async function look() {
  if (document.hidden) {
    return;
  }
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
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

setInterval(() => look().catch(() => {}), every);
