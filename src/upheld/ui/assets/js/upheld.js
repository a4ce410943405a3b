// Everything works without this file. It adds what makes a page quicker to use.
import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { NotificationBanner } from "govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs";
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs";
import { createAll } from "govuk-frontend/dist/govuk/init.mjs";
import { narrowAsTyped } from "./narrowing.js";
import { searchAsChosen } from "./choosing.js";
import { countAsTyped } from "./counting.js";
import { copyAsFollowed, fillInDays, offerCitations } from "./copying.js";
import { markWhereOneIs } from "./following.js";
import { suggestAsTyped } from "./suggesting.js";
import { tellWhatIsCut } from "./fitting.js";
import { Leaving, SAID } from "./leaving.js";
import { tellInPlace } from "./telling.js";
import { keepChoice } from "./packing.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
function startForms(within) {
  for (const component of [Button, ErrorSummary, NotificationBanner]) createAll(component, undefined, within);
  for (const field of within.querySelectorAll("textarea[data-most]")) countAsTyped(field);
}
startForms(document);
createAll(SkipLink);
createAll(Leaving, { i18n: SAID });
for (const list of document.querySelectorAll("[data-narrow]")) narrowAsTyped(list);
for (const field of document.querySelectorAll('form[action="/search"] input[name="q"]')) {
  suggestAsTyped(field);
  tellWhatIsCut(field);
}
searchAsChosen(document.querySelector("form[data-filters]"));
keepChoice(document.querySelector("form[data-filters]"));
tellInPlace(startForms);
fillInDays();
offerCitations();
for (const text of document.querySelectorAll("[data-paragraphs]")) copyAsFollowed(text);
for (const contents of document.querySelectorAll(".reading__contents .contents")) markWhereOneIs(contents);
