/** What the server and the browser say to each other about passkeys, as JSON and bytes. */

export interface MadeCredential {
  readonly id: string;
  readonly rawId: string;
  readonly type: "public-key";
  readonly response: {
    readonly clientDataJSON: string;
    readonly attestationObject: string;
  };
}

export interface GivenCredential {
  readonly id: string;
  readonly rawId: string;
  readonly type: "public-key";
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
    readonly userHandle: string | null;
  };
}

interface Descriptor {
  readonly id: string;
  readonly type: "public-key";
}

interface CreationJson {
  readonly challenge: string;
  readonly user: { readonly id: string };
  readonly excludeCredentials?: readonly Descriptor[];
}

/** Return the bytes that base64url stands for. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

/** Return bytes in base64url without padding. */
export function textOf(bytes: ArrayBuffer): string {
  const plain = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte));
  return btoa(plain.join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** Return what a browser is asked for a new passkey, with bytes where it wants bytes. */
export function optionsToMake(json: string): PublicKeyCredentialCreationOptions {
  const asked = JSON.parse(json) as CreationJson;
  return {
    ...(asked as unknown as PublicKeyCredentialCreationOptions),
    challenge: bytesOf(asked.challenge),
    user: {
      ...(asked.user as unknown as PublicKeyCredentialUserEntity),
      id: bytesOf(asked.user.id),
    },
    excludeCredentials: (asked.excludeCredentials ?? []).map((one) => ({
      type: one.type,
      id: bytesOf(one.id),
    })),
  };
}

/** Return what a browser is asked to sign in with, with bytes where it wants bytes. */
export function optionsToEnter(json: string): PublicKeyCredentialRequestOptions {
  const { challenge, rpId, userVerification, timeout } = JSON.parse(json) as {
    readonly challenge: string;
    readonly rpId: string;
    readonly userVerification: UserVerificationRequirement;
    readonly timeout: number;
  };
  return { challenge: bytesOf(challenge), rpId, userVerification, timeout };
}
