"""The dashboard: where a lifter stands today."""

from litestar import Response

from metricgain.api.analytics_shapes import DashboardShape
from metricgain.api.routes import table
from metricgain.api.session import Asker
from metricgain.api.tables import Shown
from metricgain.reads.dashboard import dashboard


@table("/dashboard", tags=["analytics"])
async def get_dashboard(asker: Asker, shown: Shown) -> Response[DashboardShape]:
    """Return everything that a dashboard shows of today."""
    async with asker.past() as past:
        found = await dashboard(past, today=asker.today())
    return shown.answer(found, DashboardShape)


ROUTES = [get_dashboard]
