// Passkeys: the browser makes or shows one when the button is pressed; what it gives is sent with the form.
const ACTS = {
  create: (options) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  get: (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};

export function usePasskeys(form) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return tell(form, "This browser knows no passkeys. Use another way.");
  const { publicKey } = JSON.parse(form.dataset.options);
  form.querySelector("button[type=submit]").disabled = false;
  form.addEventListener("submit", (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    ask(form, publicKey);
  });
}

async function ask(form, options) {
  try {
    const credential = await ACTS[form.dataset.passkey](options);
    form.elements.credential.value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch {
    tell(form, "The browser did not give a passkey. Try again, or use another way.");
  }
}

function tell(form, sentence) {
  const place = form.querySelector(".passkey__fault");
  place.textContent = sentence;
  place.hidden = false;
}
