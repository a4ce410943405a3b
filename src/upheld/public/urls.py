"""Addresses of the room. What no line names is looked up: a reference, a subject, an address that has moved."""

from django.urls import path, re_path

from upheld.public.exports.forms import ENDINGS
from upheld.public.views.about import about
from upheld.public.views.accessibility import accessibility
from upheld.public.views.address import address
from upheld.public.views.cases_like_mine import cases_like_mine
from upheld.public.views.category import everything
from upheld.public.views.cookies import cookies
from upheld.public.views.dictionary import dictionary
from upheld.public.views.exports import about as export_about
from upheld.public.views.exports import export
from upheld.public.views.feed import feed
from upheld.public.views.home import home
from upheld.public.views.how_to_read import how_to_read
from upheld.public.views.law import law
from upheld.public.views.laws import laws
from upheld.public.views.organisation import organisation
from upheld.public.views.organisations import organisations
from upheld.public.views.pack import pack, pack_file
from upheld.public.views.privacy_settings import privacy_settings
from upheld.public.views.reading import reading
from upheld.public.views.recognised import recognised, recognised_sent
from upheld.public.views.references import references
from upheld.public.views.robots import robots
from upheld.public.views.search import search
from upheld.public.views.search_help import search_help
from upheld.public.views.sitemap import sitemap, sitemap_index
from upheld.public.views.suggest import suggestions
from upheld.public.views.take_away import take_away

urlpatterns = [
    path("", reading(home)),
    path("about", reading(about)),
    path("accessibility", reading(accessibility)),
    path("cases-like-mine", cases_like_mine),
    path("cookies", reading(cookies)),
    path("decisions", reading(everything)),
    path("how-to-read-a-decision", reading(how_to_read)),
    path("law", reading(laws)),
    path("law/<slug:act>", reading(law)),
    path("law/<slug:act>/<slug:section>", reading(law)),
    path("organisations", reading(organisations)),
    path("organisations/<slug:slug>", reading(organisation)),
    path("pack", reading(pack)),
    path("pack.docx", reading(pack_file), {"ending": "docx"}),
    path("pack.pdf", reading(pack_file), {"ending": "pdf"}),
    path("privacy-settings", privacy_settings),
    path("recognised/<slug:slug>", recognised),
    path("recognised/<slug:slug>/sent", reading(recognised_sent)),
    path("references", reading(references)),
    path("robots.txt", reading(robots)),
    path("search", reading(search)),
    path("search.about.json", reading(export_about)),
    path("search.atom", reading(feed)),
    re_path(rf"^search\.(?P<ending>{ENDINGS})$", reading(export)),
    path("search/dictionary", reading(dictionary)),
    path("search/help", reading(search_help)),
    path("search/suggest", reading(suggestions)),
    path("search/take-away", reading(take_away)),
    path("sitemap.xml", reading(sitemap_index)),
    path("sitemaps/<slug:name>.xml", reading(sitemap)),
    re_path(r"^(?P<path>[\s\S]*)$", reading(address)),
]
