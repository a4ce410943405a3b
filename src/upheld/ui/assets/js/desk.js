// Every act of the desk works without this file. It adds keys, and what makes long lists quicker to work through.
import { Radios } from "govuk-frontend/dist/govuk/components/radios/radios.mjs";
import { createAll } from "govuk-frontend/dist/govuk/init.mjs";
import { checkByKeys } from "./checking.js";
import { takeDrops } from "./dropping.js";
import { offerSwitch, takeKeys } from "./keys.js";
import { usePasskeys } from "./passkey.js";
import { countChosen } from "./picking.js";

createAll(Radios);
takeKeys();
for (const place of document.querySelectorAll("[data-keys-switch]")) offerSwitch(place);
for (const form of document.querySelectorAll("form[data-picks]")) countChosen(form);
for (const form of document.querySelectorAll("form[data-passkey]")) usePasskeys(form);
checkByKeys();
takeDrops();
