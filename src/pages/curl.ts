import type { DocumentOperation } from '../routes/api-document.ts'

/** A word for a POSIX shell, in single quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function withExamples(path: string, operation: DocumentOperation): string {
  return (operation.parameters ?? [])
    .filter((parameter) => parameter.in === 'path')
    .reduce((filled, { name, example }) => filled.replace(`{${name}}`, String(example ?? name)), path)
}

/** A ready command line for an operation; `origin` like `http://127.0.0.1:8787`. The token is read from the variable TOKEN. */
export function curlExample(origin: string, method: string, path: string, operation: DocumentOperation): string {
  const verb = method === 'get' ? '' : ` -X ${method.toUpperCase()}`
  const parts = [`curl -sS${verb} ${quoted(origin + withExamples(path, operation))}`]
  if (operation['x-roles']) parts.push('-H "Authorization: Bearer $TOKEN"')
  const example = operation.requestBody?.content['application/json']?.example
  if (example !== undefined) parts.push("-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(example, null, 2))}`)
  return parts.join(' \\\n  ')
}
