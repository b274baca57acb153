import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

let key: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } | undefined;

/** Who is signed in, in words that can be checked: a JWT, signed with a key that lives as long as this process. */
export function idToken(claims: Readonly<Record<string, unknown>>): string {
  const said = [{ alg: 'RS256', typ: 'JWT', kid: 'demo' }, claims].map(encode).join('.');
  return `${said}.${sign('RSA-SHA256', Buffer.from(said), keys().privateKey).toString('base64url')}`;
}

/** The key to check them with, as a JWK set. */
export function publicKeys(): object {
  return { keys: [{ ...keys().publicKey.export({ format: 'jwk' }), kid: 'demo', alg: 'RS256', use: 'sig' }] };
}

function keys(): NonNullable<typeof key> {
  return (key ??= generateKeyPairSync('rsa', { modulusLength: 2048 }));
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
