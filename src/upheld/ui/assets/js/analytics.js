// Loaded only on pages of visitors who have switched analytical cookies on. Google is told the path of a page,
// never its query string and never where the visitor came from.
const { id } = document.currentScript.dataset;
window.dataLayer = window.dataLayer || [];
function gtag() {
  window.dataLayer.push(arguments);
}
gtag("js", new Date());
gtag("config", id, {
  page_location: location.origin + location.pathname,
  page_referrer: "",
  allow_google_signals: false,
  allow_ad_personalization_signals: false,
  cookie_flags: "SameSite=Lax;Secure",
});
