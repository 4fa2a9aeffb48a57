"""The gate is a script with its modules beside it; tests look for them where it does."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "quality"))
