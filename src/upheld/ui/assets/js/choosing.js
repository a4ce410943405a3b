// A filter that is ticked is applied at once: the new results replace the old ones, focus and place are kept.
// When anything goes wrong the form is sent in the ordinary way.

const PARTS = ["results", "filters"];

function address(form) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) query.append(name, value);
  return `${form.action.split("?")[0]}?${query}`;
}

function replace(text, opened) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = PARTS.map((id) => page.getElementById(id));
  if (fresh.includes(null)) throw new Error("the answer has no results");
  const focused = document.activeElement?.id;
  PARTS.forEach((id, place) => document.getElementById(id).replaceWith(fresh[place]));
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  document.title = page.title;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  const said = document.getElementById("said");
  if (said) said.textContent = document.getElementById("count")?.textContent.trim() ?? "";
}

export function searchAsChosen(form) {
  if (!form || !window.fetch) return;
  let latest = 0;
  let shown = location.search;

  // The way back leads to the search before the first tick, not out of the search.
  function remember(target) {
    if (history.state?.isChosen) history.replaceState(history.state, "", target);
    else history.pushState({ isChosen: true }, "", target);
    shown = location.search;
  }

  addEventListener("popstate", () => {
    if (location.search !== shown) location.reload();
  });
  form.addEventListener("change", async (event) => {
    if (!event.target.matches("input[type=checkbox]:not([name=ref]), select")) return;
    const turn = (latest += 1);
    const target = address(form);
    const opened = [...form.querySelectorAll("details[open][id]")].map((node) => node.id);
    try {
      const answer = await fetch(target, { headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
      const text = await answer.text();
      if (turn !== latest) return;
      replace(text, opened);
      remember(target);
    } catch {
      location.assign(target);
    }
  });
}
