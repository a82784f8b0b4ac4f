/** What an EJS template prints becomes a statement of its own. */
export function templateScript(template: string): string {
  return [...template.matchAll(/<%([=\-#_]?)(.*?)[-_]?%>/gs)]
    .map(([, mark = '', code = '']) => {
      if (mark === '#') return ''
      return mark === '=' || mark === '-' ? `;(${code}\n);` : `${code}\n`
    })
    .join('')
}
