"""A follower process that follows nothing: it waits to be ended, like the real one."""

import sys
import time

from upheld.lib.parent import end_with_parent

if __name__ == "__main__":
    end_with_parent(int(sys.argv[1]))
    while True:
        time.sleep(1)
