"""What makes two requests the same: everything a page may depend on, and nothing else."""

from collections.abc import Collection
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode
from wsgiref.types import WSGIEnvironment

from upheld.edge.consent import Consent, consent_of, cookie_header
from upheld.edge.encodings import Encoding, choose

PARAMETERS = frozenset(
    {"q", "outcome", "type", "category", "subcategory", "organisation", "kind", "remedy", "from", "to", "sort", "page"}
    | {"year", "saved", "view"}
    | {"at", "after", "before", "on", "ref", "refs"}
)
"""The parameters by which pages differ. A request with any other is answered, but what it gets is not kept."""

TRACKERS = frozenset({"gclid", "dclid", "gbraid", "wbraid", "fbclid", "msclkid", "yclid", "mc_cid", "mc_eid", "igshid"})
"""Parameters that other sites add to links. They reach neither the pages nor the key, like all that begin `utm_`."""

LONGEST = 2_000  # characters of path and query of a page that is kept
LONGEST_MEMO = 400  # of a request whose spelling is remembered: 10,000 of 2,000 would take 40 MB of a process
MOST_MEMOS = 10_000

Raw = tuple[str, str, str, str, str, Consent]


class Address(NamedTuple):
    """The key of a kept page, and all that Django is told about a reader who asks for it."""

    host: str
    path: str
    query: str
    secure: bool
    consent: Consent
    encoding: Encoding
    kept: bool


class Addresses:
    """Turns requests into addresses; remembers how a request was spelt, so that a repeated one costs one look-up."""

    def __init__(self, parameters: Collection[str] = PARAMETERS) -> None:
        """`parameters` are the names in a query by which pages differ."""
        self._parameters = frozenset(parameters)
        self._memo: dict[Raw, Address] = {}

    def find(self, environ: WSGIEnvironment) -> Address:
        """The address that a GET or HEAD request asks for."""
        get = environ.get
        cookies = get("HTTP_COOKIE")
        raw = (
            environ["PATH_INFO"],
            environ["QUERY_STRING"],
            get("HTTP_HOST", ""),
            get("HTTP_ACCEPT_ENCODING", ""),
            get("HTTP_X_FORWARDED_PROTO") or environ["wsgi.url_scheme"],
            consent_of(cookies) if cookies else "none",
        )
        return self._memo.get(raw) or self._read(raw)

    def _read(self, raw: Raw) -> Address:
        path, query, host, accepted, scheme, consent = raw
        canonical = self._canonical(query) if len(path) + len(query) <= LONGEST else None
        address = Address(
            host=host.lower(),
            path=path,
            query=query if canonical is None else canonical,
            secure=scheme == "https",
            consent=consent,
            encoding=choose(accepted),
            kept=canonical is not None,
        )
        self._remember(raw, address)
        return address

    def _canonical(self, query: str) -> str | None:
        """The query with its parameters in one order and spelling; None when pages do not know one of them."""
        if not query:
            return ""
        try:
            text = query.encode("latin-1").decode("utf-8", "replace")
            pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=50)
        except ValueError:
            return None
        pairs = [pair for pair in pairs if not _is_tracker(pair[0])]
        known = all(name in self._parameters for name, _ in pairs)
        return urlencode(sorted(pairs, key=lambda pair: pair[0])) if known else None

    def _remember(self, raw: Raw, address: Address) -> None:
        if sum(map(len, raw)) > LONGEST_MEMO:
            return
        if len(self._memo) >= MOST_MEMOS:
            self._memo.clear()
        self._memo[raw] = address


def request_for(address: Address, environ: WSGIEnvironment) -> WSGIEnvironment:
    """The request as Django sees it: of the headers only what is in the address, so that a page cannot hang on more."""
    told = {name: value for name, value in environ.items() if not name.startswith("HTTP_")}
    told["REQUEST_METHOD"] = "GET"
    told["QUERY_STRING"] = address.query
    if address.host:
        told["HTTP_HOST"] = address.host
    if "HTTP_X_FORWARDED_PROTO" in environ:
        told["HTTP_X_FORWARDED_PROTO"] = "https" if address.secure else "http"
    if cookie := cookie_header(address.consent):
        told["HTTP_COOKIE"] = cookie
    return told


def _is_tracker(name: str) -> bool:
    return name in TRACKERS or name.startswith("utm_")
