"""No deadlines for hypothesis: how long one example takes says more of what else the machine does than of the code."""

from hypothesis import settings

settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")
