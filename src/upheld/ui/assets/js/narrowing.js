// A long list gets shorter as its reader types. The form around the field still asks the server when it is sent.

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘`´]/g, "'").toLowerCase();

export function narrowAsTyped(list) {
  const field = document.getElementById(list.dataset.narrow);
  const said = document.getElementById(list.dataset.said);
  if (!field || !said) return;
  const entries = [...list.querySelectorAll("[data-words]")].map((node) => [node, fold(node.dataset.words)]);
  const groups = [...list.querySelectorAll("[data-group]")];
  const letters = list.querySelector(".alphabet");

  function narrow() {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [node, text] of entries) {
      node.hidden = !words.every((word) => text.includes(word));
      shown += node.hidden ? 0 : 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-words]:not([hidden])");
    if (letters) letters.hidden = words.length > 0; // its links would lead to what is hidden
    const help = shown ? "" : ". Try one word of the name, or fewer letters";
    said.textContent = `${shown.toLocaleString("en-GB")} of ${entries.length.toLocaleString("en-GB")} shown${help}`;
  }

  // A list that the server has narrowed already is not whole: typing then needs the server again.
  if (!list.hasAttribute("data-whole")) return;
  field.addEventListener("input", narrow);
  if (field.value) narrow();
}
