import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";

/** What an authenticator may be made to get wrong. */
type Faults = Partial<{
  /** Nobody's face, finger or PIN was asked for. */
  unverified: boolean;
  origin: string;
  rpID: string;
  /** What it says of how often it was used. */
  counter: number;
}>;

/**
 * A passkey in software: a P-256 key that registers with attestation "none" and signs challenges, as a
 * phone's does (WebAuthn 2, 6.5).
 */
export class SoftwarePasskey {
  readonly id = randomBytes(16);
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  readonly #site: { rpID: string; origin: string };
  counter: number;

  /** @param counter how often it says it was used; most passkeys never count, and say 0. */
  constructor(site: { rpID: string; origin: string }, counter = 0) {
    this.#site = site;
    this.counter = counter;
  }

  register(challenge: string, faults: Faults = {}): RegistrationResponseJSON {
    const credential = Buffer.concat([
      Buffer.alloc(16), // AAGUID of nobody in particular
      uint16(this.id.length),
      this.id,
      coseKey(this.#keys.publicKey),
    ]);
    const authData = this.#authData(0x40, faults, credential);
    const attestationObject = cborMap([
      [cborText("fmt"), cborText("none")],
      [cborText("attStmt"), cborMap([])],
      [cborText("authData"), cborBytes(authData)],
    ]);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: this.#clientData("webauthn.create", challenge, faults).toString(
          "base64url",
        ),
        attestationObject: attestationObject.toString("base64url"),
        transports: ["internal"],
      },
    };
  }

  sign(challenge: string, faults: Faults = {}): AuthenticationResponseJSON {
    if (this.counter > 0) this.counter += 1;
    const authData = this.#authData(0, faults);
    const clientData = this.#clientData("webauthn.get", challenge, faults);
    const hash = createHash("sha256").update(clientData).digest();
    const signature = sign("sha256", Buffer.concat([authData, hash]), this.#keys.privateKey);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: clientData.toString("base64url"),
        authenticatorData: authData.toString("base64url"),
        signature: signature.toString("base64url"),
      },
    };
  }

  #named() {
    const id = this.id.toString("base64url");
    return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
  }

  #authData(flags: number, faults: Faults, credential: Buffer = Buffer.alloc(0)): Buffer {
    const rpIdHash = createHash("sha256")
      .update(faults.rpID ?? this.#site.rpID)
      .digest();
    const present = faults.unverified ? 0x01 : 0x05;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(faults.counter ?? this.counter);
    return Buffer.concat([rpIdHash, Buffer.of(flags | present), counter, credential]);
  }

  #clientData(type: string, challenge: string, faults: Faults): Buffer {
    const origin = faults.origin ?? this.#site.origin;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }
}

/** A P-256 key as COSE writes it (RFC 9053): kty EC2, alg ES256, crv P-256, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: "jwk" });
  return cborMap([
    [cborInt(1), cborInt(2)],
    [cborInt(3), cborInt(-7)],
    [cborInt(-1), cborInt(1)],
    [cborInt(-2), cborBytes(Buffer.from(String(x), "base64url"))],
    [cborInt(-3), cborBytes(Buffer.from(String(y), "base64url"))],
  ]);
}

/** As much of CBOR (RFC 8949) as this needs: small integers, texts, bytes and maps. */
function cborHead(major: number, value: number): Buffer {
  if (value < 24) return Buffer.of((major << 5) | value);
  if (value < 256) return Buffer.of((major << 5) | 24, value);
  return Buffer.concat([Buffer.of((major << 5) | 25), uint16(value)]);
}

const cborInt = (value: number) => (value < 0 ? cborHead(1, -value - 1) : cborHead(0, value));
const cborText = (text: string) => Buffer.concat([cborHead(3, text.length), Buffer.from(text)]);
const cborBytes = (bytes: Buffer) => Buffer.concat([cborHead(2, bytes.length), bytes]);
const cborMap = (entries: [Buffer, Buffer][]) =>
  Buffer.concat([cborHead(5, entries.length), ...entries.flat()]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
