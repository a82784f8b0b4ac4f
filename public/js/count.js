/* Sums while figures are typed, and Enter that moves down. The server works the same sums out, and checks them. */
'use strict'

for (const form of document.querySelectorAll('form[data-figures]')) {
  const sums = [...form.querySelectorAll('[data-sum]')]
  form.addEventListener('input', () => {
    sums.forEach((sum) => showSum(form, sum))
    askReasons(form)
  })
  form.addEventListener('keydown', moveDown)
  form.querySelector('button[name=rest]')?.addEventListener('click', fillInZeros)
  sums.forEach((sum) => showSum(form, sum))
  askReasons(form)
  // "Back" in the browser must not bring one counter's figures to the other's eyes.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) form.reset()
  })
}

/** Says whether a sum closes: a total (a field or a constant) less its parts. */
function showSum(form, sum) {
  const parts = sum.dataset.minus.split(' ').map((name) => figureIn(form, name))
  const total =
    sum.dataset.total === undefined ? Number(sum.dataset.constant) : figureIn(form, sum.dataset.total)
  const known = total !== undefined && (sum.dataset.total !== undefined || parts[0] !== undefined)
  const counted = parts.reduce((all, part) => all + (part ?? 0), 0)
  const difference = known ? missing(form, sum.dataset, total, counted) : undefined
  const state = stateOf(difference)
  sum.textContent = sum.dataset[state].replace('{n}', Math.abs(difference ?? 0))
  sum.className = `sum sum-${state}`
}

/** What is missing; negative when there is too much. Where each ballot has several crosses, there are bounds to their sum. */
function missing(form, { not, min, max }, total, counted) {
  if (max === undefined) return total - counted
  const uncounted = not.split(' ').reduce((all, name) => all + (figureIn(form, name) ?? 0), 0)
  const valid = Math.max(0, total - uncounted)
  return counted < valid * min ? valid * min - counted : Math.min(0, valid * max - counted)
}

function stateOf(difference) {
  if (difference === undefined) return 'unknown'
  if (difference === 0) return 'fits'
  return difference > 0 ? 'missing' : 'over'
}

/** The whole number in a field; undefined where nothing, or something else, is typed. */
function figureIn(form, name) {
  const typed = form.elements[name]?.value.trim() ?? ''
  return /^\d{1,7}$/.test(typed) ? Number(typed) : undefined
}

/** As many lines as there are invalid ballots, each with its reason; what it was is asked only of another reason. */
function askReasons(form) {
  const list = form.querySelector('[data-invalid-ballots]')
  if (!list) return
  const wanted = Math.min(figureIn(form, 'invalid') ?? 0, Number(list.dataset.most))
  while (list.children.length > wanted) list.lastElementChild.remove()
  while (list.children.length < wanted) list.append(newLine(form, list.children.length + 1))
  for (const line of list.children) {
    line.querySelector('[data-invalid-note]').hidden = line.querySelector('select').value !== 'other'
  }
}

/** A copy of the line in the template, numbered. */
function newLine(form, number) {
  const copy = form.querySelector('template[data-invalid-line]').content.firstElementChild.cloneNode(true)
  for (const node of [copy, ...copy.querySelectorAll('*')]) {
    for (const { name, value } of [...node.attributes]) {
      node.setAttribute(name, value.replace(/^(invalid_(?:reason|note))_0/, `$1_${number}`))
    }
  }
  for (const label of copy.querySelectorAll('label')) {
    label.firstChild.data = label.firstChild.data.replace(/\b0\b/, `${number}`)
  }
  return copy
}

/** Enter goes to the next figure instead of sending the form. */
function moveDown(event) {
  if (event.key !== 'Enter' || !event.target.matches('.figure-input')) return
  event.preventDefault()
  const fields = [...event.currentTarget.querySelectorAll('.figure-input')]
  const next = fields[fields.indexOf(event.target) + 1]
  if (next) {
    next.focus()
    next.select()
  } else {
    event.currentTarget.querySelector('.button-primary').focus()
  }
}

/** The button does the same as the server would, without a round trip. */
function fillInZeros(event) {
  event.preventDefault()
  const { form } = event.currentTarget
  for (const field of form.querySelectorAll('.figure-input')) {
    if (field.name !== 'ballots_in_box' && field.value.trim() === '') field.value = '0'
  }
  form.dispatchEvent(new Event('input'))
}
