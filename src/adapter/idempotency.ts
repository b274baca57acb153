/**
 * What a backend does with a key it has seen. `key`, `put` and `conditional-create` may be sent again blindly; where it
 * is `none` nothing is ever sent twice without asking the reader.
 */
export type Idempotency = 'key' | 'put' | 'conditional-create' | 'none';
