// Suggestions as one types, by the combobox pattern of WAI-ARIA 1.2: the field keeps the focus and its text, the list
// below it is walked through by arrows. Enter sends the search as ever, unless something in the list is chosen.

const LEAST = 2; // letters
const PAUSE = 120; // milliseconds without a key before the server is asked
const SAY = 600; // and before it is said how many there are, so that nobody is talked into
let lists = 0;

function part(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function option(one, id) {
  const said = [part("span", { class: "suggestion__label" }, one.label)];
  if (one.note) said.push(" ", part("span", { class: "suggestion__note" }, one.note));
  const kind = part("span", { class: "suggestion__kind" }, one.kind);
  return part("li", { role: "option", id, class: "suggestion", "aria-selected": "false" }, part("span", { class: "suggestion__name" }, ...said), " ", kind);
}

export function suggestAsTyped(field) {
  const form = field.form;
  const place = field.closest(".find");
  if (!form || !place || !window.fetch) return;
  const id = `suggestions-${(lists += 1)}`;
  const list = part("ul", { role: "listbox", id, class: "suggestions", "aria-label": "Suggestions", hidden: "" });
  const status = part("div", { role: "status", class: "govuk-visually-hidden" });
  place.append(list, status);
  place.classList.add("find--suggests");
  field.type = "text"; // a field of type search may not be a combobox
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", id], ["aria-expanded", "false"]]) field.setAttribute(name, value);

  let found = [];
  let active = -1;
  let waiting = 0;
  let telling = 0;
  let asking = null;

  const isOpen = () => !list.hidden;

  function stop() {
    clearTimeout(waiting);
    asking?.abort();
    asking = null;
  }

  function close() {
    stop();
    clearTimeout(telling);
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    point(-1);
  }

  function point(place) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = place;
    const node = list.children[active];
    if (!node) return field.removeAttribute("aria-activedescendant");
    node.setAttribute("aria-selected", "true");
    node.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", node.id);
  }

  function tell(words) {
    clearTimeout(telling);
    telling = setTimeout(() => { status.textContent = words; }, SAY);
  }

  function open() {
    if (!found.length) return;
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
  }

  function show(suggestions) {
    point(-1);
    found = suggestions;
    list.replaceChildren(...found.map((one, place) => option(one, `${id}-${place + 1}`)));
    list.scrollTop = 0;
    if (!found.length) close();
    else open();
    tell(found.length ? `${found.length} ${found.length === 1 ? "suggestion" : "suggestions"} below` : "No suggestions");
  }

  async function ask(text) {
    stop();
    const turn = (asking = new AbortController());
    try {
      // What is typed is kept nowhere, not even by this browser.
      const answer = await fetch(`/search/suggest?q=${encodeURIComponent(text)}`, { signal: turn.signal, cache: "no-store" });
      const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
      if (!turn.signal.aborted && document.activeElement === field) show(suggestions);
    } catch {
      if (!turn.signal.aborted) close();
    }
  }

  function choose(one) {
    close();
    if (one.href.startsWith("/search?")) { // as part of the form, so that its filters stay
      field.value = one.text;
      form.requestSubmit();
    } else location.assign(one.href);
  }

  function walk(step) {
    if (!isOpen()) {
      open();
      if (isOpen()) point(step > 0 ? 0 : found.length - 1);
      else if (field.value.trim().length >= LEAST) ask(field.value.trim());
    } else point(((active + 1 + step + found.length + 1) % (found.length + 1)) - 1); // one place more: the field itself
  }

  const keys = {
    ArrowDown: (event) => (event.altKey ? open() : walk(1)),
    ArrowUp: (event) => (event.altKey ? close() : walk(-1)),
    Enter: () => (isOpen() && active >= 0 ? choose(found[active]) : false),
    Escape() {
      if (isOpen()) return close();
      if (!field.value) return false;
      field.value = "";
      found = [];
      return undefined;
    },
  };

  field.addEventListener("input", () => {
    stop();
    point(-1);
    const text = field.value.trim();
    if (text.length >= LEAST) waiting = setTimeout(ask, PAUSE, text);
    else {
      found = [];
      close();
      status.textContent = "";
    }
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) point(-1); // they move in the text, as ever
    else if (event.key === "Tab" && isOpen() && active >= 0) field.value = found[active].text;
    else if (keys[event.key] && keys[event.key](event) !== false) event.preventDefault();
  });
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const place = [...list.children].indexOf(event.target.closest("[role=option]"));
    if (place >= 0) choose(found[place]);
  });
}
