import {
  type GivenCredential,
  type MadeCredential,
  optionsToEnter,
  optionsToMake,
  textOf,
} from "../model/passkeys.ts";

/** Whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return "PublicKeyCredential" in globalThis && "credentials" in navigator;
}

/** Let the browser make a passkey; null if the person does not want to. */
export async function makePasskey(options: string): Promise<MadeCredential | null> {
  const made = await asked(() =>
    navigator.credentials.create({ publicKey: optionsToMake(options) }),
  );
  if (!made) return null;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    id: made.id,
    rawId: textOf(made.rawId),
    type: "public-key",
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
    },
  };
}

/** Let the person choose a passkey to sign in with; null if they do not want to. */
export async function usePasskey(options: string): Promise<GivenCredential | null> {
  const given = await asked(() =>
    navigator.credentials.get({ publicKey: optionsToEnter(options) }),
  );
  if (!given) return null;
  const response = given.response as AuthenticatorAssertionResponse;
  return {
    id: given.id,
    rawId: textOf(given.rawId),
    type: "public-key",
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      userHandle: response.userHandle ? textOf(response.userHandle) : null,
    },
  };
}

async function asked(
  ask: () => Promise<Credential | null>,
): Promise<PublicKeyCredential | null> {
  try {
    return (await ask()) as PublicKeyCredential | null;
  } catch {
    // Cancelled, too slow, or there is one on this device already.
    return null;
  }
}
