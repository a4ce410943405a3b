// What is ticked for a pack stays in the addresses that lead on, so that it is kept over pages of results.

const boxes = (form) => [...form.querySelectorAll("input[type=checkbox][name=ref]")];

function chosen(form) {
  const kept = [...form.querySelectorAll("input[type=hidden][name=ref]")].flatMap((node) => node.value.split(","));
  const ticked = boxes(form).filter((box) => box.checked).map((box) => box.value);
  return [...new Set([...kept, ...ticked])].filter(Boolean);
}

function withChoice(href, references) {
  const address = new URL(href, location.href);
  address.searchParams.delete("ref");
  if (references.length) address.searchParams.set("ref", references.join(","));
  return address.pathname + address.search.replaceAll("%2C", ",") + address.hash;
}

function say(form, references) {
  const count = form.querySelector("[data-pack-count]");
  const things = references.length === 1 ? "1 decision" : `${references.length} decisions`;
  count.textContent = references.length ? `${things} chosen.` : "No decision is chosen.";
}

export function keepChoice(form) {
  if (!form) return;
  form.addEventListener("change", (event) => {
    if (!event.target.matches("input[type=checkbox][name=ref]")) return;
    const references = chosen(form);
    for (const link of form.querySelectorAll('a[href^="/search?"], a[href="/search"]')) {
      link.setAttribute("href", withChoice(link.href, references));
    }
    history.replaceState(history.state, "", withChoice(location.href, references));
    say(form, references);
  });
}
