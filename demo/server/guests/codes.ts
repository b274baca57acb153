import { randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, string, number, Buffer>(scrypt);

/** Six digits nobody can foresee. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** What of a code is stored. Slow on purpose: six digits are few. */
export async function hashOfCode(guest: string, code: string): Promise<string> {
  return (await derive(code, guest, 32)).toString('base64url');
}

/** Whether it is the code, taking as long for a wrong one. */
export async function isCode(guest: string, code: string, hash: string): Promise<boolean> {
  return timingSafeEqual(Buffer.from(await hashOfCode(guest, code)), Buffer.from(hash));
}
