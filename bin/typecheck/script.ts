const TAG = /<%([=\-#]?)([\s\S]*?)(-?)%>/g
const LAST_COMMENT = /(?:^|\s)\/\/\s[^\n]*$/

/**
 * The script has exactly the length of the template, so that positions are the same in both. What is printed goes
 * to `_(…)` (escaped) and `$(…)` (as it is), markup becomes space, and an include becomes a call of the part.
 */
export function scriptOf(template: string): string {
  let at = 0
  let script = ''
  for (const tag of template.matchAll(TAG)) {
    const [whole, kind = '', inner = '', trim = ''] = tag
    script += blank(template.slice(at, tag.index))
    at = tag.index + whole.length
    // A comment to the end of the line would swallow the tags after it.
    const code = withCalls(inner.replace(LAST_COMMENT, blank)) + blank(trim)
    if (kind === '#') script += blank(whole)
    else if (kind === '') script += `; ${code}  `
    else script += `;${kind === '=' ? '_' : '$'}(${code}) `
  }
  return script + blank(template.slice(at))
}

function withCalls(code: string): string {
  return code
    .replace(/\binclude\('([^']*)', /g, "include['$1'](")
    .replace(/\binclude\('([^']*)'\)/g, "include['$1']")
}

/** Keeps the line ends. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
