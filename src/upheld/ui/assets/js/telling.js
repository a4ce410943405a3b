// “Cases like mine”: sends what was written without leaving the page. A browser keeps what a form sends among its own
// files, so that it can send it again; what a script sends it does not. And Back leads to the form as it was left.
const UNSENT = "What you wrote could not be sent. It is still here: please try again when you are connected.";
const TOO_LONG = "This is far longer than we can compare, and was not read. It is still here. Take out what matters least and try again.";
const UNREAD = "We could not take in what you sent. It is still here: please try again in a few seconds.";
const SENDING = "Looking for similar decisions. This takes a few seconds.";

const main = () => document.querySelector("main");

export function tellInPlace(start) {
  if (!document.getElementById("tell")) return;
  let before = null; // what stood here before the first answer, and the answer, for Back and Forward
  let after = null;
  let sending = false;

  function put(next, title) {
    main().replaceWith(next);
    document.title = title;
    if (!document.querySelector("base")) document.head.append(Object.assign(document.createElement("base"), { target: "_blank" }));
  }

  function show(page, submitter) {
    const next = document.adoptNode(page.querySelector("main"));
    const more = submitter?.name === "show" && next.querySelector(new URL(submitter.formAction).hash);
    if (!before) {
      before = { main: main(), title: document.title };
      history.pushState({ answer: true }, "");
    }
    put(next, page.title);
    after = { main: next, title: page.title };
    start(next);
    settle(next, more);
  }

  // To the first of those that were asked for, else to what is said first.
  function settle(next, more) {
    const summary = next.querySelector(".govuk-error-summary");
    if (!more) window.scrollTo(0, 0);
    if (summary) return; // it takes the focus itself
    const first = more || next.querySelector("h1, h2");
    first.tabIndex = -1;
    first.focus({ preventScroll: !more });
  }

  function say(button, words, role) {
    main().querySelector(".tell__said")?.remove();
    const line = Object.assign(document.createElement("p"), { className: "tell__said", role });
    button.after(line);
    line.textContent = words; // after it stands there, so that it is read out
  }

  async function send(form, submitter) {
    const button = submitter || form.querySelector("button");
    sending = true;
    say(button, SENDING, "status");
    try {
      const data = new FormData(form);
      if (submitter?.name) data.set(submitter.name, submitter.value);
      const body = new URLSearchParams(data);
      const answer = await fetch(form.action, { method: "POST", body, cache: "no-store", redirect: "error" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const unread = data.get("words").trim() && !page.querySelector("#words").value.trim(); // else they come back
      if (unread) say(button, answer.status === 413 ? TOO_LONG : UNREAD, "alert");
      else show(page, submitter);
    } catch {
      say(button, UNSENT, "alert");
    } finally {
      sending = false;
    }
  }

  document.addEventListener("submit", (event) => {
    if (event.target.id !== "tell") return;
    event.preventDefault();
    if (!sending) send(event.target, event.submitter);
  });
  addEventListener("popstate", ({ state }) => {
    const wanted = state?.answer ? after : before;
    if (!wanted || wanted.main === main()) return;
    put(wanted.main, wanted.title);
    main().querySelector(".tell__said")?.remove();
  });
}
