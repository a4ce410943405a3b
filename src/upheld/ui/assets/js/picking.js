// A list of which some are picked: how many are, and one press for all that are on the page.
export function countChosen(form) {
  const boxes = [...form.querySelectorAll(`input[type=checkbox][name="${form.dataset.picks}"]`)];
  const said = form.querySelector("[data-picked]");
  if (!said || boxes.length === 0) return;
  const all = Object.assign(document.createElement("button"), { type: "button", className: "govuk-button govuk-button--secondary desk-small" });
  const say = () => {
    const count = boxes.filter((box) => box.checked).length;
    said.textContent = count ? `${count} of ${boxes.length} on this page chosen` : "None chosen";
    all.textContent = count === boxes.length ? "Choose none" : `Choose all ${boxes.length} on this page`;
  };
  all.addEventListener("click", () => {
    const wanted = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = wanted;
    say();
  });
  form.addEventListener("change", say);
  said.before(all);
  say();
}
