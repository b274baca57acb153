/** What a practice takes with one message. Sizes are in bytes. */
export interface FileLimits {
  readonly files: number;
  readonly each: number;
  readonly together: number;
}

/** Where the backend names no other. */
export const USUAL_LIMITS: FileLimits = { files: 4, each: 6_000_000, together: 10_000_000 };

/** Why a file does not go along, by its size or the number of files. */
export type OverLimit = 'empty' | 'too-large' | 'too-many' | 'too-large-together';

/** What a file of this size would exceed beside those already there; undefined where it fits. */
export function overLimit(size: number, others: readonly Blob[], limits: FileLimits): OverLimit | undefined {
  if (size === 0) return 'empty';
  if (size > limits.each) return 'too-large';
  if (others.length >= limits.files) return 'too-many';
  const before = others.reduce((sum, other) => sum + other.size, 0);
  return before + size > limits.together ? 'too-large-together' : undefined;
}
