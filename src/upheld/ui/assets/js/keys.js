// Keys of the desk. What an element's data-key names presses or focuses it; single letters can be switched off, because
// somebody who speaks to their computer would set them off by accident.
const NAME = "upheld-desk-keys";

export const keysAreOn = () => localStorage.getItem(NAME) !== "off";

const isTyping = (target) =>
  target.isContentEditable || target.closest("textarea, select, input:not([type=checkbox]):not([type=radio])");

export function onKey(key, act) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.defaultPrevented || isTyping(event.target) || !keysAreOn()) return;
    event.preventDefault();
    act(event);
  });
}

export function takeKeys() {
  const keys = new Set([...document.querySelectorAll("[data-key]")].map((one) => one.dataset.key));
  for (const key of keys) onKey(key, () => press(document.querySelector(`[data-key="${CSS.escape(key)}"]`)));
  onKey("?", () => location.assign("/desk/help"));
}

function press(element) {
  if (!element) return;
  element.focus();
  if (!element.matches("input:not([type=checkbox]), textarea, select")) element.click();
}

export function offerSwitch(place) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "govuk-button govuk-button--secondary" });
  const say = () => {
    button.textContent = keysAreOn() ? "Switch keys off in this browser" : "Switch keys on in this browser";
  };
  button.addEventListener("click", () => {
    localStorage.setItem(NAME, keysAreOn() ? "off" : "on");
    say();
  });
  say();
  place.append(button);
}
