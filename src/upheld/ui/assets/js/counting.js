// Says below a long text field how much has been written, as it is written; read out only after a pause.
const PAUSE = 1000; // milliseconds

const inWords = (number) => number.toLocaleString("en-GB");

function sentence(length, most) {
  const left = most - length;
  if (left < 0) return `${inWords(length)} characters: ${inWords(-left)} too many.`;
  return `${inWords(length)} of ${inWords(most)} characters.`;
}

export function countAsTyped(field) {
  const shown = document.getElementById(`${field.id}-count`);
  const most = Number(field.dataset.most);
  if (!shown || !most) return;
  const spoken = shown.cloneNode(false);
  spoken.removeAttribute("id");
  spoken.className = "govuk-visually-hidden";
  spoken.setAttribute("role", "status");
  shown.after(spoken);
  let waiting;
  field.addEventListener("input", () => {
    // A browser sends line breaks as two characters and the server counts each as one, as here.
    const said = sentence([...field.value.trim()].length, most);
    shown.textContent = said;
    clearTimeout(waiting);
    waiting = setTimeout(() => (spoken.textContent = said), PAUSE);
  });
}
