"""What a browser hands on from a passkey, as WebAuthn writes it in JSON."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

_Bytes = Annotated[
    str, Meta(pattern="^[A-Za-z0-9_-]+$", max_length=16_000, examples=["AQIDBA"])
]
"""Bytes in base64url without padding."""


class Attestation(msgspec.Struct, kw_only=True):
    """What a new passkey says of itself."""

    client_data: _Bytes = msgspec.field(name="clientDataJSON")
    attestation: _Bytes = msgspec.field(name="attestationObject")


class Assertion(msgspec.Struct, kw_only=True):
    """How a passkey answers a challenge."""

    client_data: _Bytes = msgspec.field(name="clientDataJSON")
    authenticator_data: _Bytes = msgspec.field(name="authenticatorData")
    signature: _Bytes
    user_handle: _Bytes | None = msgspec.field(name="userHandle", default=None)


class NewCredential(msgspec.Struct, kw_only=True):
    """What `navigator.credentials.create` returns, in base64url."""

    id: _Bytes
    raw_id: _Bytes = msgspec.field(name="rawId")
    response: Attestation
    type: Literal["public-key"] = "public-key"


class Credential(msgspec.Struct, kw_only=True):
    """What `navigator.credentials.get` returns, in base64url."""

    id: _Bytes
    raw_id: _Bytes = msgspec.field(name="rawId")
    response: Assertion
    type: Literal["public-key"] = "public-key"
