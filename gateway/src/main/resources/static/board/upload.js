// Files down, and answers that come line by line.

/** Calls back with each line of JSON as it arrives. */
export async function lines(response, take) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const parts = (rest + next.value).split('\n');
    rest = parts.pop();
    parts.filter(part => part.trim()).forEach(part => take(JSON.parse(part)));
  }
  if (rest.trim()) take(JSON.parse(rest));
}

/** Lets the browser save bytes under a name. */
export function saved(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
