"""The checksum of an export: which decisions it holds, in which versions, whatever their order and the file's format.

Every row has a line, `21 017 299 2 3b0c…`: reference, version and the content's hash. The checksum is the sum of the
SHA-256 of all lines, each read as a number, modulo 2 to the power of 256, in 64 hexadecimal digits. So it needs no
order, which best match first would not keep, and no memory, and anybody with the rows can work it out.
"""

import hashlib

METHOD = (
    "For every row take the SHA-256 of “reference version hash” (UTF-8, one space between), read each as a "
    "hexadecimal number, add them up, keep the remainder after division by 2 to the power of 256, and write it with "
    "64 hexadecimal digits. The order of the rows does not matter."
)
RECIPE = (
    "sum(int(sha256(f'{reference} {version} {hash}'.encode()).hexdigest(), 16) for each row) % 2**256, "
    "written as f'{total:064x}'"
)
_MODULUS = 1 << 256


class Checksum:
    """Adds up rows as they go by."""

    def __init__(self) -> None:
        """Of nothing yet."""
        self._sum = 0
        self.rows = 0

    def add(self, reference: str, version: int, content_hash: str) -> None:
        """Counts one row."""
        line = f"{reference} {version} {content_hash}".encode()
        self._sum = (self._sum + int.from_bytes(hashlib.sha256(line).digest(), "big")) % _MODULUS
        self.rows += 1

    def __str__(self) -> str:
        """The checksum of what was added so far."""
        return f"{self._sum:064x}"
