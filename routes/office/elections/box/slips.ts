/** The forms in which slips are typed: their words are never made into text by the server. */
export const KEY_SLIPS = {
  forms: /^\/kontor\/valg\/\d+\/stemmekasse\/(noegleseddel\/\d+\/proeve|aabning)\/?$/,
  fields: /^slip_\d+$/,
}
