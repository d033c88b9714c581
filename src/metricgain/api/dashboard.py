"""The dashboard: where a lifter stands today."""

import msgspec

from metricgain.api.analytics_shapes import DashboardShape
from metricgain.api.routes import keep
from metricgain.api.session import Asker
from metricgain.reads.dashboard import dashboard


@keep("/dashboard", tags=["analytics"])
async def get_dashboard(asker: Asker) -> DashboardShape:
    """Return everything that a dashboard shows of today."""
    async with asker.past() as past:
        found = await dashboard(past, today=asker.today())
    return msgspec.convert(found, DashboardShape, from_attributes=True)


ROUTES = [get_dashboard]
