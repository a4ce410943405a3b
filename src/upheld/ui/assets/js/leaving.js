// “Leave this page quickly”: by a press or by Shift three times. What was written is wiped, and Back does not return here.
import { ExitThisPage } from "govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs";

export const SAID = {
  activated: "Leaving.",
  timedOut: "You are still on this page.",
  pressTwoMoreTimes: "Shift: press 2 more times to leave.",
  pressOneMoreTime: "Shift: press 1 more time to leave.",
};

export class Leaving extends ExitThisPage {
  // The component's own way out would add to the history; this takes the place of the page in it.
  exitPage() {
    document.querySelector("main").replaceChildren();
    document.body.classList.add("govuk-exit-this-page-hide-content");
    const cover = Object.assign(document.createElement("div"), { className: "govuk-exit-this-page-overlay", role: "alert" });
    document.body.append(cover);
    cover.textContent = SAID.activated;
    addEventListener("pageshow", () => location.reload()); // should a browser keep the page all the same
    location.replace(this.$button.href);
  }
}
