const FIRST =
  `Maja Villy Aase Jørn Ditte Svend Oda Poul Elin Holger Birthe Carlo Tove Leif Ester Frode Gerda Mogens Ulla Egon
  Karla Preben Solvej Asta Niels Ågot Verner Lone Otto`.split(/\s+/)
const LAST =
  `Lund Bjerre Rask Toft Vang Hjort Balle Krogh Lyng Bæk Østby Ravn Kofoed Brix Damm Ågård Thule Sander Mose Fuglsang
  Kjær Elkjær Skytte`.split(/\s+/)

/** Invented people, alike in every run; no two names are the same in the first few hundred. */
export function* inventedNames(): Generator<string, never> {
  for (let n = 0; ; n += 1) {
    const first = FIRST[n % FIRST.length] ?? ''
    const last = LAST[(n + Math.floor(n / FIRST.length)) % LAST.length] ?? ''
    yield `${first} ${last}`
  }
}
