// Data that lies compressed in the page.

/** The JSON in a block of the page that was deflated and written in base64; undefined where there is no such block. */
export async function unpack<T>(id: string): Promise<T | undefined> {
  const text = document.getElementById(id)?.textContent;
  if (text === undefined || text === null) return undefined;
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return (await new Response(stream).json()) as T;
}
