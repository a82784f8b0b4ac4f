import type { AskedBody, Nomination } from './nominations.ts'

/** The organisations that have been asked, have not answered, and have been sent no letter. */
export function unsentTo({ status, bodies, answers, letters }: Nomination): AskedBody[] {
  if (status !== 'open') return []
  const heard = [...answers, ...letters].map(({ body_id }) => body_id)
  return bodies.filter(({ id, refusal }) => !refusal && !heard.includes(id))
}
