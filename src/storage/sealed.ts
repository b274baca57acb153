/** A value as it lies on the disk. */
export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

const NAME = 'AES-GCM';
/** In bytes, as NIST SP 800-38D, section 8.2, recommends. */
const NONCE_LENGTH = 12;

/** A key that can be stored and used, and not be read out. Rejects on pages without encryption (http). */
export async function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: NAME, length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Encrypts a value, bound to the name it is kept under: moved to another, it cannot be read. */
export async function encrypt(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_LENGTH));
  const bytes = await crypto.subtle.encrypt(how(nonce, name), key, new TextEncoder().encode(JSON.stringify(value)));
  return { nonce, bytes };
}

export async function decrypt(key: CryptoKey, name: string, { nonce, bytes }: Sealed): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how(nonce, name), key, bytes)));
}

const how = (nonce: Uint8Array<ArrayBuffer>, name: string): AesGcmParams => ({
  name: NAME,
  iv: nonce,
  additionalData: new TextEncoder().encode(name),
});
