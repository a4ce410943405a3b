// Files may be dropped on the field, and how many were chosen is said.
export function takeDrops() {
  for (const place of document.querySelectorAll("[data-drop]")) watch(place, place.querySelector("input[type=file]"));
}

function watch(place, field) {
  const said = place.querySelector("[data-drop-said]");
  const tell = () => {
    const count = field.files.length;
    const size = [...field.files].reduce((sum, file) => sum + file.size, 0) / 1048576;
    said.textContent = count ? `${count} ${count === 1 ? "file" : "files"}, ${size.toFixed(1)} MB, ready to be read.` : "";
  };
  const over = (event, is) => {
    event.preventDefault();
    place.classList.toggle("drop--over", is);
  };
  field.addEventListener("change", tell);
  place.addEventListener("dragover", (event) => over(event, true));
  place.addEventListener("dragleave", (event) => over(event, false));
  place.addEventListener("drop", (event) => {
    over(event, false);
    if (event.dataTransfer.files.length === 0) return;
    field.files = event.dataTransfer.files;
    tell();
  });
}
