// Working through the findings of a draft with single keys, and to where the last answer led.
import { keysAreOn, onKey } from "./keys.js";

const cards = () => [...document.querySelectorAll("[data-checking] [data-finding]")];
const open = () => cards().filter((card) => card.dataset.finding === "open");

export function checkByKeys() {
  if (!document.querySelector("[data-checking]")) return;
  document.documentElement.classList.toggle("keys-work", keysAreOn());
  onKey("n", () => step(1));
  onKey("p", () => step(-1));
  onKey("r", () => act("r"));
  onKey("x", () => act("x"));
  onKey("e", () => act("e"));
  goToTarget();
  addEventListener("hashchange", goToTarget);
}

function current() {
  return document.activeElement?.closest("[data-finding]") ?? null;
}

function step(way) {
  const all = open();
  if (all.length === 0) return;
  const order = cards();
  const here = order.indexOf(current());
  const places = all.map((card) => order.indexOf(card));
  const after = places.find((place) => place > here) ?? places[0];
  const before = places.findLast((place) => here < 0 || place < here) ?? places[places.length - 1];
  show(order[way > 0 ? after : before]);
}

function show(card) {
  card.focus({ preventScroll: true });
  const row = card.closest(".draft-row") ?? card;
  const fits = row.getBoundingClientRect().height < innerHeight;
  (fits ? row : card).scrollIntoView({ block: "center" });
}

function act(key) {
  const card = current();
  if (!card) {
    step(1);
    return;
  }
  const wanted = card.querySelector(`[data-act="${key}"]`);
  if (!wanted) return;
  const folded = wanted.closest("details:not([open])");
  if (folded && !wanted.matches("summary")) folded.open = true;
  if (wanted.matches("summary")) {
    openAll(wanted, card);
    wanted.parentElement.querySelector("textarea")?.focus();
    return;
  }
  wanted.focus();
  wanted.click();
}

function openAll(element, card) {
  for (let one = element.closest("details"); one && card.contains(one); one = one.parentElement.closest("details")) one.open = true;
}

// An answer leads to the next finding by its own anchor: the card takes the focus, so that keys go on from there.
function goToTarget() {
  const anchor = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const card = anchor?.closest("[data-finding]");
  if (card) show(card);
}
