/** Signs in at a reference server as a seeded person, and gives the token. */
export async function signInAt(url: string, person: string): Promise<string> {
  const response = await fetch(`${url}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  });
  if (!response.ok) throw new Error(`signing in as ${person}: ${response.status}`);
  return ((await response.json()) as { token: string }).token;
}
