"""Tables of the room."""

from upheld.editorial.models.draft import Draft, DraftNote, DraftRevision, FindingAnswer
from upheld.editorial.models.examination import Examination, ExaminerCursor
from upheld.editorial.models.notice import Notice, Outgoing
from upheld.editorial.models.report import RecognitionReport
from upheld.editorial.models.review import OpenReview
from upheld.editorial.models.saved_view import SavedView
from upheld.editorial.models.vocabulary import KnownWord, SeenWord

__all__ = [
    "Draft", "DraftNote", "DraftRevision", "Examination", "ExaminerCursor", "FindingAnswer", "KnownWord", "Notice",
    "OpenReview", "Outgoing", "RecognitionReport", "SavedView", "SeenWord",
]  # fmt: skip
