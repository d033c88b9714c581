"""Passkeys as WebAuthn level 2 has them: what is asked of a browser, and checked."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import webauthn
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from metricgain.config import Settings
from metricgain.kit.errors import Conflict, Invalid

_NAME: Final = "MetricGain"
_LOCAL: Final = "localhost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Whom passkeys are for: the name of the host, and the address of its pages."""

    host: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPasskey:
    """A new passkey that keeps to what was asked."""

    credential_id: bytes
    public_key: bytes
    sign_count: int


def party_of(settings: Settings, *, asked_at: str) -> Party | None:
    """Return whom passkeys are for, None where browsers offer none.

    `asked_at` is the address at which a browser asked. It is believed only on the same
    machine; elsewhere METRICGAIN_PUBLIC_URL says it, and it has to be https and a name.
    """
    given = urlsplit(settings.public_url or asked_at)
    host = given.hostname or ""
    is_local = host == _LOCAL
    is_named = given.scheme == "https" and not _is_number(host)
    if not is_local and not (settings.public_url and is_named):
        return None
    return Party(host=host, origin=f"{given.scheme}://{given.netloc}")


def options_to_make(
    party: Party, *, user_id: int, account: str, challenge: str, known: Sequence[bytes]
) -> str:
    """Return the JSON of what a browser is asked for a new passkey."""
    return webauthn.options_to_json(
        webauthn.generate_registration_options(
            rp_id=party.host,
            rp_name=_NAME,
            user_id=str(user_id).encode(),
            user_name=account,
            challenge=challenge.encode(),
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=[PublicKeyCredentialDescriptor(id=i) for i in known],
        )
    )


def options_to_enter(party: Party, *, challenge: str) -> str:
    """Return the JSON of what a browser is asked to sign in with any passkey."""
    return webauthn.options_to_json(
        webauthn.generate_authentication_options(
            rp_id=party.host,
            challenge=challenge.encode(),
            user_verification=UserVerificationRequirement.REQUIRED,
        )
    )


def challenge_in(client_data: str) -> str:
    """Return the challenge that an answer says it answers; empty if it says none."""
    try:
        said = json.loads(_bytes(client_data))
        return _bytes(said["challenge"]).decode()
    except (ValueError, TypeError, KeyError):
        return ""


def check_new(party: Party, credential: str, *, challenge: str) -> CheckedPasskey:
    """Check what a new passkey says of itself. Raises Invalid."""
    try:
        found = webauthn.verify_registration_response(
            credential=credential,
            expected_challenge=challenge.encode(),
            expected_rp_id=party.host,
            expected_origin=party.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError) as error:
        raise Invalid(
            f"this passkey is not taken: {error}", field="credential"
        ) from error
    return CheckedPasskey(
        credential_id=found.credential_id,
        public_key=found.credential_public_key,
        sign_count=found.sign_count,
    )


def sign_count_of(
    party: Party,
    credential: str,
    *,
    challenge: str,
    public_key: bytes,
    sign_count: int,
) -> int | None:
    """Return the new counter of a passkey that answered right, None for a wrong one."""
    try:
        found = webauthn.verify_authentication_response(
            credential=credential,
            expected_challenge=challenge.encode(),
            expected_rp_id=party.host,
            expected_origin=party.origin,
            credential_public_key=public_key,
            credential_current_sign_count=sign_count,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError):
        return None
    return found.new_sign_count


def bytes_of(text: str) -> bytes:
    """Return what base64url stands for. Raises Invalid."""
    try:
        return _bytes(text)
    except ValueError:
        raise Invalid("must be base64url", field="credential") from None


def handle_of(user_id: int) -> str:
    """Return how a passkey names its user, in base64url."""
    return urlsafe_b64encode(str(user_id).encode()).rstrip(b"=").decode()


def no_party() -> Conflict:
    """Return the refusal of an installation that passkeys cannot be for."""
    return Conflict(
        "browsers offer passkeys over https and for a name only",
        remedy="Whoever runs this sets METRICGAIN_PUBLIC_URL, such as https://gym.example.",
    )


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _is_number(host: str) -> bool:
    return not host or ":" in host or host.rpartition(".")[2].isdigit()
