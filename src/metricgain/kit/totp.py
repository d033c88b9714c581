"""Codes of authenticator apps (RFC 6238): six digits that change every 30 seconds."""

import hmac
from datetime import datetime
from typing import Final

import pyotp
import segno

PERIOD_SECONDS: Final = 30
_ISSUER: Final = "MetricGain"


def new_secret() -> str:
    """Draw a secret of 160 bits, as apps write it."""
    return pyotp.random_base32()


def period_of(secret: str, code: str, *, now: datetime) -> int | None:
    """Return the period whose code this is, None if it is of none that is due.

    A code of the period before or after is taken too, because clocks differ.
    """
    maker = pyotp.TOTP(secret)
    present = int(now.timestamp()) // PERIOD_SECONDS
    found = None
    # All are compared, so that the time it takes says nothing.
    for period in (present - 1, present, present + 1):
        if hmac.compare_digest(maker.generate_otp(period), code):
            found = period
    return found


def address_of(secret: str, *, account: str) -> str:
    """Return the otpauth address that an app scans."""
    return pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=_ISSUER)


def drawn(address: str) -> str:
    """Return the QR code of an address as a data address of an SVG, drawn here."""
    code = segno.make_qr(address, error="m")
    return code.svg_data_uri(border=4, omitsize=True, light="#fff", dark="#000")
