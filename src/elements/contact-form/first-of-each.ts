/** A backend may list something twice; the first stands. */
export function firstOfEach<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return items.filter(({ id }, place) => items.findIndex((item) => item.id === id) === place);
}
