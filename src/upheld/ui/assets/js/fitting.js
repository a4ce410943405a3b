// A browser cuts off what is pasted into a full field without a word: here it is said, with where there is room.
export function tellWhatIsCut(field) {
  const place = field.closest(".find--large");
  if (!place || field.maxLength < 1) return;
  const said = document.createElement("p");
  said.className = "find__cut";
  said.setAttribute("role", "status");
  place.after(said);

  function tell() {
    const way = document.createElement("a");
    way.href = "/cases-like-mine";
    way.textContent = "Cases like mine";
    said.replaceChildren(`Only ${field.maxLength} characters fit here: the rest of your text was cut off. There is room for all of it in `, way, ".");
  }

  field.addEventListener("paste", (event) => {
    const pasted = event.clipboardData?.getData("text") ?? "";
    const left = field.value.length - (field.selectionEnd - field.selectionStart);
    if (left + pasted.trim().length > field.maxLength) tell();
  });
  field.addEventListener("input", () => {
    if (field.value.length < field.maxLength) said.replaceChildren();
  });
}
