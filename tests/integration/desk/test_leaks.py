"""What is not public is looked for through every surface of a running server, by somebody who knows it is there.

Each text has a word that is asked for, which pages may repeat, and one that is only looked for in what they answer.
"""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.build.deployment import Deployment, fresh_copy
from tests.build.server import serving

pytestmark = pytest.mark.slow

WORDS = {"21 000 901": "Zanthippe", "21 000 902": "Wolverquist", "21 000 903": "Xylophonia", "21 000 904": "Quorndon"}
ASKED = {"21 000 901": "Blimmer", "21 000 902": "Grundel", "21 000 903": "Haspick", "21 000 904": "Jorvel"}
DRAFT, HELD, WITHDRAWN, REVIEWED = WORDS
MAKE = """
import json
from tests.build.decision import NOON, record
from upheld.editorial.actions.hold import hold
from upheld.editorial.actions.open_review import open_review
from upheld.editorial.actions.report_recognition import report_recognition
from upheld.editorial.actions.start_draft import FORM, start_draft
from upheld.editorial.actions.withdraw import withdraw
from upheld.lib.clock import now
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.publish import publish
from upheld.register.models import Decision
from upheld.scheme import get_scheme
words, asked = json.loads({words!r}), json.loads({asked!r})
def text(reference, more=""):
    word = words[reference]
    body = [{{"name": f"{{asked[reference]}} Parish Council"}}]
    blocks = [{{"number": 1, "text": f"{{word}} waited, see Care Act 2014, section 9{{more}}."}}]
    summary = f"{{word}} complained of the tide at {{asked[reference]}}{{more}}."
    sections = [{{"heading": f"About {{word}}", "blocks": blocks}}]
    return record(reference, summary=summary, sections=sections, organisations=body, category="Housing")
draft, held, withdrawn, reviewed = words
start_draft(text(draft), by="ada", at=now(), source=FORM, outside={{"file name": words[draft]}})
publish([text(one) for one in (held, withdrawn, reviewed)], by="ada", at=now())
found = {{one.reference: one for one in Decision.objects.all()}}
correct([Correction(found[held].pk, 1, text(held, " again"))], by="ada", at=now())
report_recognition(found[held].pk, "known", words[held], words[held], by="a reader", at=now())
hold([found[held].pk], by="ada", at=now())
withdraw([found[withdrawn].pk], by="ada", at=now())
open_review(get_scheme().pattern.parse(reviewed), "court", by="ada", at=now())
print(json.dumps([one.uid for one in found.values()]))
"""


@dataclass
class Seen:
    """All that a reader was answered: addresses, statuses, headers, bodies."""

    address: str
    said: str = ""
    paths: set[str] = field(default_factory=set)

    def get(self, path: str, **headers: str) -> str:
        """Asks once, keeps the answer whatever it is, and gives its body."""
        request = urllib.request.Request(self.address + path, headers=headers)
        try:
            with urllib.request.urlopen(request) as answer:
                status, told, body = answer.status, str(answer.headers), answer.read()
        except urllib.error.HTTPError as error:
            status, told, body = error.code, str(error.headers), error.read()
        text: str = body.decode("utf-8", "replace")
        self.paths.add(path)
        self.said += f"\n{path} {status}\n{told}\n{text}"
        return text


@dataclass(frozen=True)
class Live:
    deployment: Deployment
    address: str
    log: Path
    uids: tuple[str, ...]


@pytest.fixture(scope="module")
def live(template_deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    deployment = fresh_copy(template_deployment, tmp_path_factory.mktemp("leaks") / "var")
    deployment.env["UPHELD_ACCESS_LOG"] = "1"
    with serving(deployment) as address:
        deployment.do("import", deployment.write_records("a.jsonl", "21 000 001", "21 000 002", category="Housing"))
        made = deployment.python(MAKE.format(words=json.dumps(WORDS), asked=json.dumps(ASKED)))
        output, _ = made.communicate()
        assert made.returncode == 0, output
        deployment.do("check", "--repair")
        [log] = deployment.folder.parent.glob("serve-*.log")
        yield Live(deployment, address, log, tuple(json.loads(output.splitlines()[-1])))


def follow_links(seen: Seen, most: int = 400) -> None:
    """Everything that leads on from the home page, the sitemap among it."""
    waiting = ["/", "/sitemap.xml", "/robots.txt", "/search", "/organisations", "/law", "/decisions"]
    while waiting and len(seen.paths) < most:
        path = waiting.pop(0)
        if path in seen.paths:
            continue
        body = seen.get(path)
        found = re.findall(rf"(?:href=\"|<loc>)(?:{re.escape(seen.address)})?(/[^\"#<]*)", body)
        waiting += [one.replace("&amp;", "&") for one in found if not one.startswith(("/static", "/desk"))]


def addresses(reference: str, word: str, uids: tuple[str, ...]) -> Iterator[str]:
    slug = reference.replace(" ", "-")
    for place in ("housing/homelessness", "housing", "anything"):
        for tail in ("", "/v/1", "/v/2", "/v/2/changes", "/v/1/changes?view=side", "/chapter/1", ".json", ".md", ".txt",
                     ".pdf", ".docx", "/v/1.json", "/v/1.pdf", "?page=2"):  # fmt: skip
            yield f"/decisions/{place}/{slug}{tail}"
    yield from (f"/recognised/{slug}", f"/recognised/{slug}/sent", f"/{slug}", f"/decisions/{slug.upper()}")
    yield from (f"/organisations/{word.lower()}-parish-council", f"/organisations?q={word}")
    yield from (f"/search?q={quote(asked)}" for asked in (word, f'"{word}"', reference, f"{word[:5]}*", "tide"))
    yield from (f"/search?organisation={word.lower()}-parish-council", "/law/care-act-2014", "/law/care-act-2014/9")
    yield from (f"/{uid}" for uid in uids)
    yield from (f"/decisions/{uid}" for uid in uids)
    yield from (f"/desk/decisions/{uid}" for uid in uids)
    yield "/desk/find?q=" + word


def test_nothing_of_them_is_found_on_any_surface(live: Live) -> None:
    seen = Seen(live.address)
    follow_links(seen)
    assert len(seen.paths) > 60
    for reference, word in ASKED.items():
        for path in addresses(reference, word, live.uids):
            seen.get(path)
            seen.get(path, **{"If-None-Match": "*", "Accept-Encoding": "identity", "Accept": "application/json"})
    told = seen.said.lower()
    assert [word for word in WORDS.values() if word.lower() in told] == []
    assert "complained of the tide" not in told
    assert "lost her papers" in told  # what is public was found
    assert [word for word in ASKED.values() if f"{word.lower()} parish council (" in told] == []


def test_no_count_has_them(live: Live) -> None:
    seen = Seen(live.address)
    assert "2 decisions" in seen.get("/search")
    for word in (*WORDS.values(), *ASKED.values()):
        assert "No decisions" in seen.get(f"/search?q={word}")
    assert "21-000-90" not in seen.get("/sitemaps/decisions-1.xml") + seen.get("/decisions/housing")


def test_no_tag_tells_a_held_one_from_one_never_taken_in(live: Live) -> None:
    """A draft's reference is answered word for word like one that nobody has ever used."""
    seen = Seen(live.address)
    draft = seen.get(f"/decisions/housing/homelessness/{DRAFT.replace(' ', '-')}")
    unknown = seen.get("/decisions/housing/homelessness/21-000-909")
    assert draft.replace(DRAFT, "").replace("21-000-901", "") == unknown.replace("21 000 909", "").replace(
        "21-000-909", ""
    )


def test_neither_the_export_nor_the_logs_have_them(live: Live) -> None:
    exported = "".join(json.dumps(one) for one in live.deployment.export())
    log = live.log.read_text(encoding="utf-8", errors="replace")
    for word in WORDS.values():
        assert word not in exported
        assert word not in re.sub(r"/organisations/\S+", "", log)
