// One click copies: the address of a paragraph or section whose mark is followed, its words with their citation, and
// each way of citing the decision. What was copied is said aloud. Without a clipboard nothing is offered.

const canonical = () => document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];
const addressOf = (hash) => canonical() + hash;
const today = new Date();
const days = {
  long: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" }).format(today),
  iso: [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, "0")).join("-"),
};

let said;

function say(words) {
  if (!said) {
    said = document.createElement("p");
    said.className = "govuk-visually-hidden";
    said.setAttribute("role", "status");
    document.body.append(said);
  }
  said.textContent = "";
  setTimeout(() => { said.textContent = words; }, 50); // the same words twice are said twice
}

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} copied`);
    return true;
  } catch {
    say(`${what} could not be copied`);
    return false;
  }
}

function button(words, what, text) {
  const made = document.createElement("button");
  const shown = document.createElement("span");
  made.type = "button";
  made.className = "copy";
  shown.textContent = words;
  made.append(shown);
  made.addEventListener("click", async () => {
    shown.textContent = (await copy(text(), what)) ? "Copied" : "Not copied";
    setTimeout(() => { shown.textContent = words; }, 4000);
  });
  return made;
}

// The day on which the reader has this page before them: the server cannot know it, because pages are kept.
export function fillInDays() {
  for (const node of document.querySelectorAll("[data-accessed]")) {
    node.textContent = node.dataset.lead + days[node.dataset.accessed] + node.dataset.tail;
  }
  for (const node of document.querySelectorAll("[data-without-script]")) node.hidden = true;
}

export function offerCitations() {
  if (!navigator.clipboard) return;
  for (const node of document.querySelectorAll("[data-copy]")) {
    const made = button("Copy", node.dataset.copy, () => node.textContent);
    const aloud = document.createElement("span");
    aloud.className = "govuk-visually-hidden";
    aloud.textContent = ` the ${node.dataset.copy}`;
    made.append(aloud);
    node.before(made);
  }
}

function wordsOf(shown) {
  const paragraph = shown.cloneNode(true);
  for (const hop of paragraph.querySelectorAll(".hop")) hop.remove(); // the ways from match to match are not its words
  const lines = [...paragraph.querySelectorAll("p, li, caption, tr")].map((node) => {
    const own = [...node.childNodes].filter((child) => !(child instanceof HTMLUListElement || child instanceof HTMLDivElement));
    return own.map((child) => child.textContent).join(node.matches("tr") ? "\t" : "").trim().replace(/[ \n]+/g, " ");
  });
  return lines.filter(Boolean).join("\n");
}

function citationOf(link) {
  const whole = document.getElementById("cite-plain")?.textContent ?? `${document.title}, ${canonical()}`;
  return `${whole.replace(canonical(), addressOf(link.hash))}, ${link.dataset.label.toLowerCase().split(",")[0]}`;
}

function offerTools(link) {
  document.querySelector(".tools")?.remove();
  const paragraph = link.closest(".para");
  const tools = document.createElement("div");
  tools.className = "tools";
  const where = link.dataset.label.split(",")[0];
  const done = document.createElement("span");
  done.textContent = "Link copied.";
  tools.append(done);
  if (paragraph) {
    const text = () => `“${wordsOf(paragraph)}”\n${citationOf(link)}`;
    tools.append(button("Copy text with citation", `${where}, with its citation`, text));
  }
  (paragraph ?? link.closest(".heading")).append(tools);
}

export function copyAsFollowed(text) {
  if (!navigator.clipboard) return;
  text.addEventListener("click", async (event) => {
    const link = event.target.closest(".para__number");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (await copy(addressOf(link.hash), `Link to ${link.dataset.label.split(",")[0].toLowerCase()}`)) offerTools(link);
  });
}
