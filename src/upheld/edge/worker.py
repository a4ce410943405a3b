"""What a web worker does first: ties its life to the server's, then loads the application."""

import gc
import multiprocessing
import resource
from wsgiref.types import WSGIApplication

from django.utils.module_loading import import_string

from upheld.lib.parent import end_with_parent


def load_application(target: str) -> WSGIApplication:
    """The WSGI application at the dotted path `target`, in a process that ends with the one that started it."""
    if (parent := multiprocessing.parent_process()) is not None and parent.pid is not None:
        end_with_parent(parent.pid)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump of its memory would hold what readers typed
    application: WSGIApplication = import_string(target)
    gc.collect()
    gc.freeze()  # what is loaded now is never garbage: to look through it made a page wait 80 ms now and then
    return application
