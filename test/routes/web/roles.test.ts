import { expect } from 'chai'
import { anApp, type TestApp, type Visitor } from '../../support/app.ts'
import { insertRows } from '../../support/builders/rows.ts'
import { listRoutes } from '../../support/routes.ts'

/** A visitor; the secretary; staff of Perron 4 and of another place; chair; member; auditor; administrator. */
const WHO = ['visitor', 'signe', 'bo', 'kaj', 'vera', 'tage', 'ruth', 'ib'] as const

/**
 * The answer to each reader who asks for a page, written out by hand and not worked out from the permissions. The
 * election, the nomination, the meeting, the person and the account are those of the rows; the election is on Perron 4.
 * `in` is the way to /log-ind.
 */
const PAGES: Record<string, string> = {
  //                                                      visitor signe bo kaj vera tage ruth ib
  '/favicon.ico': '                                       301 301 301 301 301 301 301 301',
  '/': '                                                  200 200 200 200 200 200 200 200',
  '/raadet/tidslinje': '                                  200 200 200 200 200 200 200 200',
  '/raadet/forskelle': '                                  200 200 200 200 200 200 200 200',
  '/vedtaegter': '                                        200 200 200 200 200 200 200 200',
  '/vedtaegter/:id': '                                    200 200 200 200 200 200 200 200',
  '/vedtaegter/skema.json': '                             200 200 200 200 200 200 200 200',
  '/vedtaegter/:id/fil.json': '                           200 200 200 200 200 200 200 200',
  '/soeg': '                                              200 200 200 200 200 200 200 200',
  '/valg': '                                              200 200 200 200 200 200 200 200',
  '/efterproev': '                                        200 200 200 200 200 200 200 200',
  '/efterproev/efterproev.html': '                        200 200 200 200 200 200 200 200',
  '/efterproev/efterproev.mjs': '                         200 200 200 200 200 200 200 200',
  '/valg/:id/koder.txt': '                                404 404 404 404 404 404 404 404',
  '/valg/:id/protokol.json': '                            404 404 404 404 404 404 404 404',
  '/valg/:id': '                                          404 404 404 404 404 404 404 404',
  '/valg/:id/kandidat/:candidacy/foto': '                 404 404 404 404 404 404 404 404',
  '/aabne-data': '                                       200 200 200 200 200 200 200 200',
  '/aabne-data/raad': '                                  200 200 200 200 200 200 200 200',
  '/aabne-data/pladser': '                               200 200 200 200 200 200 200 200',
  '/aabne-data/medlemskaber': '                          200 200 200 200 200 200 200 200',
  '/aabne-data/valg': '                                  200 200 200 200 200 200 200 200',
  '/aabne-data/valg/:id': '                              404 404 404 404 404 404 404 404',
  '/aabne-data/vedtaegter': '                            200 200 200 200 200 200 200 200',
  '/aabne-data/vedtaegter/:id': '                        200 200 200 200 200 200 200 200',
  '/aabne-data/popolo.json': '                           200 200 200 200 200 200 200 200',
  '/aabne-data/kalender.ics': '                          200 200 200 200 200 200 200 200',
  '/fremdrift/:key': '                                    404 404 404 404 404 404 404 404',
  '/sundhed': '                                           200 200 200 200 200 200 200 200',
  '/robots.txt': '                                        200 200 200 200 200 200 200 200',
  '/tilgaengelighed': '                                   200 200 200 200 200 200 200 200',
  '/privatliv': '                                         200 200 200 200 200 200 200 200',
  '/stemmeboks': '                                        303 303 303 303 303 303 303 303',
  '/stemmeboks/forbind': '                                200 200 200 200 200 200 200 200',
  '/stemmeboks/proeve': '                                 401 401 401 401 401 401 401 401',
  '/stemmeboks/foto/:candidacy': '                        401 401 401 401 401 401 401 401',
  '/log-ind': '                                           200 303 303 303 303 303 303 303',
  '/start/:token': '                                      404 404 404 404 404 404 404 404',
  '/adgangskode/:token': '                                404 404 404 404 404 404 404 404',
  '/kontor/fortsaet': '                                   in  303 303 303 303 303 303 303',
  '/kontor': '                                            in  200 200 200 200 200 200 200',
  '/kontor/min-konto': '                                  in  200 200 200 200 200 200 200',
  '/kontor/soeg': '                                       in  200 200 200 200 200 200 200',
  '/kontor/raadet': '                                     in  200 403 403 200 200 200 403',
  '/kontor/raadet/tidslinje': '                           in  200 403 403 200 200 200 403',
  '/kontor/raadet/forskelle': '                           in  200 403 403 200 200 200 403',
  '/kontor/personer': '                                   in  200 403 403 200 200 200 403',
  '/kontor/personer/ny': '                                in  200 403 403 403 403 403 403',
  '/kontor/personer/:id': '                               in  200 403 403 200 200 200 403',
  '/kontor/personer/:id/ret': '                           in  200 403 403 403 403 403 403',
  '/kontor/personer/:id/indsigt': '                       in  200 404 404 404 404 200 404',
  '/kontor/personer/:id/indsigt.pdf': '                   in  200 404 404 404 404 200 404',
  '/kontor/personer/:id/indsigt/foto/:candidacy': '       in  200 404 404 404 404 200 404',
  '/kontor/personer/:id/offentligt': '                    in  200 403 403 403 403 403 403',
  '/kontor/personer/:id/sletning': '                      in  200 403 403 403 403 403 403',
  '/kontor/pladser/:slug': '                              in  200 403 403 200 200 200 403',
  '/kontor/pladser/:slug/medlemskab': '                   in  200 403 403 403 403 403 403',
  '/kontor/pladser/:slug/suppleanter': '                  in  200 403 403 403 403 403 403',
  '/kontor/pladser/:slug/suppleant': '                    in  409 403 403 403 403 403 403',
  '/kontor/suppleanter/:id/afmelding': '                  in  200 403 403 403 403 403 403',
  '/kontor/medlemskaber/:id/udtraeden': '                 in  200 403 403 403 403 403 403',
  '/kontor/medlemskaber/:id/valgbarhed': '                in  200 403 403 403 403 403 403',
  '/kontor/medlemskaber/:id/bekraeftelse': '              in  404 403 403 403 403 403 403',
  '/kontor/medlemskaber/:id/fejl': '                      in  200 403 403 403 403 403 403',
  '/kontor/hverv': '                                      in  200 403 403 200 200 200 403',
  '/kontor/hverv/bytte': '                                in  200 403 403 403 403 403 403',
  '/kontor/hverv/nyt': '                                  in  200 403 403 403 403 403 403',
  '/kontor/hverv/:id/afslutning': '                       in  200 403 403 403 403 403 403',
  '/kontor/hverv/:id/fejl': '                             in  200 403 403 403 403 403 403',
  '/kontor/valg': '                                       in  200 200 200 200 403 200 403',
  '/kontor/valg/nyt': '                                   in  200 403 403 403 403 403 403',
  '/kontor/valg/:id': '                                   in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/aflysning': '                       in  200 403 403 403 403 403 403',
  '/kontor/valg/:id/indkaldelse': '                       in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/ny-indkaldelse': '                    in  200 403 403 403 403 403 403',
  '/kontor/valg/:id/plan': '                              in  200 403 403 403 403 403 403',
  '/kontor/valg/:id/valgbestyrelse': '                    in  200 403 403 403 403 403 403',
  '/kontor/valg/:id/kandidater': '                        in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/kandidater/:candidacy/tilbagetraeden': 'in 200 200 404 403 403 403 403',
  '/kontor/valg/:id/kandidater/:candidacy/navn': '      in  200 200 404 403 403 403 403',
  '/kontor/valg/:id/kandidater/:candidacy/person': '      in  200 403 403 403 403 403 403',
  '/kontor/valg/:id/kandidater/:candidacy/billede': '     in  200 200 404 403 403 403 403',
  '/kontor/valg/:id/kandidater/:candidacy/foto': '        in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/kandidatliste': '                     in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/kandidatliste/genaabning': '        in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/papirer': '                           in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/papirer/:file.pdf': '                 in  404 404 404 404 403 404 403',
  '/kontor/valg/:id/papirer/valgbord/:file.pdf': '        in  404 404 404 403 403 403 403',
  '/kontor/valg/:id/papirer/:file.txt': '                 in  404 404 404 404 403 404 403',
  '/kontor/valg/:id/fredsvalg': '                         in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/afstemning': '                        in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/afstemning/lukning': '                in  200 200 404 403 403 403 403',
  '/kontor/valg/:id/afstemning/tal': '                    in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/afstemning/pause': '                  in  200 200 404 403 403 403 403',
  '/kontor/valg/:id/afstemning/oprydning': '              in  303 303 404 403 403 403 403',
  '/kontor/valg/:id/afstemning/oprydning/fremdrift': '    in  200 200 404 403 403 403 403',
  '/kontor/valg/:id/afstemning/rettelse': '               in  200 200 404 403 403 403 403',
  '/kontor/valg/:id/valgliste': '                         in  200 200 404 403 403 403 403',
  '/kontor/valg/:id/valgliste/navne/:entry': '            in  200 200 404 403 403 403 403',
  '/kontor/valg/:id/valgliste/sletning': '                in  200 200 404 403 403 403 403',
  '/kontor/valg/:id/stemmebokse': '                       in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/stemmekasse': '                       in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/stemmekasse/noegle': '                in  200 200 404 403 403 403 403',
  '/kontor/valg/:id/stemmekasse/min-noegleseddel': '      in  200 200 404 200 403 403 403',
  '/kontor/valg/:id/stemmekasse/noegleseddel/:number': '  in  404 404 404 404 403 403 403',
  '/kontor/valg/:id/stemmekasse/tabt': '                  in  200 403 403 403 403 403 403',
  '/kontor/valg/:id/stemmekasse/fremdrift': '             in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/stemmekasse/papir': '                 in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/stemmekasse/sedler': '                in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/stemmekasse/sedler/slut': '           in  200 200 404 200 403 403 403',
  '/kontor/valg/:id/stemmekasse/sedler/flere': '          in  200 200 404 200 403 403 403',
  '/kontor/valg/:id/stemmekasse/sedler/tur': '            in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/stemmekasse/koder': '                 in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/optaelling': '                        in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/optaelling/forskel': '                in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/resultat': '                          in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/lodtraekning': '                      in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/godkendelse': '                       in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/afslutning': '                        in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/lodtraekning/raadsbogen': '           in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/klager': '                            in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/klager/ny': '                         in  200 403 403 403 403 403 403',
  '/kontor/valg/:id/klager/:complaint': '                 in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/efter': '                             in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/pakker': '                          in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/papirer/flere': '                   in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/haendelser': '                        in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/haendelser/:incident': '              in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/undersoegelse': '                     in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/i-rummet': '                        in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/klar': '                            in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/tilsyn': '                          in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/protokol': '                          in  200 200 404 200 403 200 403',
  '/kontor/valg/:id/protokol.json': '                     in  200 200 404 200 403 200 403',
  '/kontor/organisationer': '                             in  200 403 403 200 200 200 403',
  '/kontor/organisationer/ny': '                          in  200 403 403 403 403 403 403',
  '/kontor/organisationer/:slug': '                       in  200 403 403 200 200 200 403',
  '/kontor/organisationer/:slug/navn': '                  in  200 403 403 403 403 403 403',
  '/kontor/organisationer/:slug/adresse': '               in  200 403 403 403 403 403 403',
  '/kontor/organisationer/:slug/kontakt': '               in  200 403 403 403 403 403 403',
  '/kontor/organisationer/:slug/ophoer': '                in  200 403 403 403 403 403 403',
  '/kontor/sammenlaegninger': '                           in  200 403 403 200 200 200 403',
  '/kontor/sammenlaegninger/:id': '                       in  200 403 403 200 200 200 403',
  '/kontor/pladser/:slug/afgoerelse': '                   in  404 403 403 403 403 403 403',
  '/kontor/fornyelse': '                                  in  200 403 403 200 403 200 403',
  '/kontor/fornyelse/ny': '                               in  200 403 403 403 403 403 403',
  '/kontor/fornyelse/:years': '                           in  200 403 403 200 403 200 403',
  '/kontor/fornyelse/:years/tidsplan': '                  in  200 403 403 403 403 403 403',
  '/kontor/udpegninger': '                                in  200 403 403 200 403 200 403',
  '/kontor/udpegninger/ny': '                             in  200 403 403 403 403 403 403',
  '/kontor/udpegninger/:id': '                            in  200 403 403 200 403 200 403',
  '/kontor/udpegninger/:id/svar': '                       in  200 403 403 403 403 403 403',
  '/kontor/udpegninger/:id/udpegning': '                  in  200 403 403 403 403 403 403',
  '/kontor/udpegninger/:id/ingen': '                      in  200 403 403 403 403 403 403',
  '/kontor/udpegninger/:id/samtykke': '                   in  200 403 403 403 403 403 403',
  '/kontor/udpegninger/:id/breve/:kind/:to': '            in  200 403 403 403 403 403 403',
  '/kontor/udpegninger/:id/breve/:kind/:to/brev.pdf': '   in  200 403 403 403 403 403 403',
  '/kontor/udpegninger/:id/lukning': '                    in  200 403 403 403 403 403 403',
  '/kontor/moeder': '                                     in  200 403 403 200 200 200 403',
  '/kontor/moeder/nyt': '                                 in  200 403 403 200 403 403 403',
  '/kontor/moeder/:id': '                                 in  200 403 403 200 200 200 403',
  '/kontor/moeder/:id/ret': '                             in  200 403 403 200 403 403 403',
  '/kontor/moeder/:id/fremmoede': '                       in  200 403 403 200 403 403 403',
  '/kontor/ind-og-ud': '                                  in  200 403 403 403 403 200 403',
  '/kontor/ind-og-ud/hent/:file': '                       in  200 403 403 403 403 200 403',
  '/kontor/ind-og-ud/skabelon/:file': '                   in  404 403 403 403 403 403 403',
  '/kontor/ind-og-ud/indlaesning/:id': '                  in  200 403 403 403 403 200 403',
  '/kontor/ind-og-ud/indlaesning/:id/fremdrift': '        in  200 403 403 403 403 200 403',
  '/kontor/ind-og-ud/indlaesning/:id/fortryd': '          in  409 403 403 403 403 403 403',
  '/kontor/persondata': '                                 in  200 403 403 403 403 200 200',
  '/kontor/vedtaegter': '                                 in  200 403 403 403 403 403 200',
  '/kontor/vedtaegter/fil': '                             in  200 403 403 403 403 403 200',
  '/kontor/vedtaegter/flere-regler': '                    in  200 403 403 403 403 403 200',
  '/kontor/vedtaegter/:key': '                            in  200 403 403 403 403 403 200',
  '/kontor/konti': '                                      in  403 403 403 403 403 200 200',
  '/kontor/konti/ny': '                                   in  403 403 403 403 403 403 200',
  '/kontor/konti/:id': '                                  in  403 403 403 403 403 403 200',
  '/kontor/konti/:id/lukning': '                          in  403 403 403 403 403 403 200',
  '/kontor/logbog': '                                     in  403 403 403 403 403 200 403',
  '/kontor/logbog/logbog.jsonl': '                        in  403 403 403 403 403 200 403',
}

/** The roles that may send each form. All others get 403, and staff of another place 404. */
const FORMS: Record<string, string> = {
  // A tablet's own forms: no account opens that door.
  '/stemmeboks/forbind': 'visitor signe bo kaj vera tage ruth ib',
  '/stemmeboks/stemmeseddel': '',
  '/stemmeboks/stemme': '',
  '/stemmeboks/opgivet': '',
  '/stemmeboks/status': '',
  '/stemmeboks/proeve': '',
  '/stemmeboks/proeve/slut': '',
  '/stemmeboks/proeve/virker': '',
  '/stemmeboks/tilstand': '',
  '/log-ind': 'visitor signe bo kaj vera tage ruth ib',
  '/start/:token': 'visitor signe bo kaj vera tage ruth ib',
  '/adgangskode/:token': 'visitor signe bo kaj vera tage ruth ib',
  '/log-ud': 'visitor signe bo kaj vera tage ruth ib',
  '/kontor/min-konto': 'signe bo kaj vera tage ruth ib',
  '/kontor/personer/ny': 'signe',
  '/kontor/personer/:id/ret': 'signe',
  '/kontor/personer/:id/offentligt': 'signe',
  '/kontor/personer/:id/sletning': 'signe',
  '/kontor/persondata/oprydning': 'signe',
  '/kontor/pladser/:slug/suppleanter': 'signe',
  '/kontor/pladser/:slug/suppleant': 'signe',
  '/kontor/suppleanter/:id/afmelding': 'signe',
  '/kontor/pladser/:slug/medlemskab': 'signe',
  '/kontor/medlemskaber/:id/udtraeden': 'signe',
  '/kontor/medlemskaber/:id/valgbarhed': 'signe',
  '/kontor/medlemskaber/:id/bekraeftelse': 'signe',
  '/kontor/medlemskaber/:id/valgbarhed/afklaring': 'signe',
  '/kontor/hverv/:id/punkt': 'signe',
  '/kontor/medlemskaber/:id/fejl': 'signe',
  '/kontor/hverv/bytte': 'signe',
  '/kontor/hverv/nyt': 'signe',
  '/kontor/hverv/:id/afslutning': 'signe',
  '/kontor/hverv/:id/fejl': 'signe',
  '/kontor/valg/nyt': 'signe',
  '/kontor/valg/:id/aflysning': 'signe',
  '/kontor/valg/:id/indkaldelse': 'signe',
  '/kontor/valg/:id/ny-indkaldelse': 'signe',
  '/kontor/valg/:id/plan': 'signe',
  '/kontor/valg/:id/valgbestyrelse': 'signe',
  '/kontor/valg/:id/kandidater': 'signe bo',
  '/kontor/valg/:id/kandidater/:candidacy/tilbagetraeden': 'signe bo',
  '/kontor/valg/:id/kandidater/:candidacy/navn': 'signe bo',
  '/kontor/valg/:id/kandidater/:candidacy/person': 'signe',
  '/kontor/valg/:id/kandidater/:candidacy/billede': 'signe bo',
  '/kontor/valg/:id/kandidater/:candidacy/foto/fjernelse': 'signe bo',
  '/kontor/valg/:id/kandidatliste': 'signe bo',
  '/kontor/valg/:id/kandidatliste/genaabning': 'signe bo vera',
  '/kontor/valg/:id/papirer': 'signe bo',
  '/kontor/valg/:id/papirer/ugyldige': 'signe bo',
  '/kontor/valg/:id/fredsvalg': 'signe',
  '/kontor/valg/:id/afstemning/aabning': 'signe bo',
  '/kontor/valg/:id/afstemning/lukning': 'signe bo',
  '/kontor/valg/:id/afstemning/oprydning': 'signe bo',
  '/kontor/valg/:id/afstemning/soegning': 'signe bo',
  '/kontor/valg/:id/afstemning/udlevering': 'signe bo',
  '/kontor/valg/:id/afstemning/ombytning': 'signe bo',
  '/kontor/valg/:id/afstemning/ikke-afleveret': 'signe bo',
  '/kontor/valg/:id/afstemning/hjaelp': 'signe bo',
  '/kontor/valg/:id/afstemning/fortrydelse': 'signe bo',
  '/kontor/valg/:id/afstemning/rettelse': 'signe bo',
  '/kontor/valg/:id/afstemning/pause': 'signe bo',
  '/kontor/valg/:id/afstemning/genoptagelse': 'signe bo',
  '/kontor/valg/:id/valgliste/slags': 'signe bo',
  '/kontor/valg/:id/valgliste/navne': 'signe bo',
  '/kontor/valg/:id/valgliste/navne/:entry': 'signe bo',
  '/kontor/valg/:id/valgliste/navne/:entry/sletning': 'signe bo',
  '/kontor/valg/:id/valgliste/fil': 'signe bo',
  '/kontor/valg/:id/valgliste/indlaesning': 'signe bo',
  '/kontor/valg/:id/valgliste/sletning': 'signe bo',
  '/kontor/valg/:id/stemmebokse/kode': 'signe bo',
  '/kontor/valg/:id/stemmebokse/:booth/frigivelse': 'signe bo',
  '/kontor/valg/:id/stemmebokse/:booth/tilbagetagelse': 'signe bo',
  '/kontor/valg/:id/stemmebokse/:booth/afbrydelse': 'signe bo',
  '/kontor/valg/:id/stemmekasse/noegle': 'signe bo',
  '/kontor/valg/:id/stemmekasse/noegleseddel/:number/hent': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/noegleseddel/:number/skrevet': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/noegleseddel/:number/proeve': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/vidne': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/tabt': 'signe',
  '/kontor/valg/:id/stemmekasse/forfra': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/aabning': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/oprydning': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/papir/print': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/papir/blandet': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/sedler/plads': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/sedler/fri': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/sedler/ny': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/sedler/igen': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/sedler/laeg-i': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/sedler/forfra': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/sedler/slut': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/sedler/slut/nej': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/sedler/slut/ja': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/sedler/flere': 'signe bo vera',
  '/kontor/valg/:id/stemmekasse/sedler/flere/plads': 'signe bo vera',
  '/kontor/valg/:id/optaelling': 'signe bo vera',
  '/kontor/valg/:id/optaelling/forskel': 'signe bo vera',
  '/kontor/valg/:id/optaelling/forskel/behold': 'signe bo vera',
  '/kontor/valg/:id/lodtraekning': 'signe bo vera',
  '/kontor/valg/:id/godkendelse': 'signe bo vera',
  '/kontor/valg/:id/afslutning': 'signe',
  '/kontor/valg/:id/lodtraekning/raadsbogen': 'signe bo vera',
  '/kontor/valg/:id/lodtraekning/raadsbogen/forberedelse': 'signe bo vera',
  '/kontor/valg/:id/pakker': 'signe bo',
  '/kontor/valg/:id/pakker/brud': 'signe bo',
  '/kontor/valg/:id/papirer/flere': 'signe bo',
  '/kontor/valg/:id/papirer/fratraekning': 'signe bo',
  '/kontor/valg/:id/haendelser': 'signe bo vera',
  '/kontor/valg/:id/haendelser/:incident': 'signe bo vera',
  '/kontor/valg/:id/haendelser/:incident/nej': 'signe bo vera',
  '/kontor/valg/:id/undersoegelse': 'signe bo vera',
  '/kontor/valg/:id/undersoegelse/fund': 'signe bo vera',
  '/kontor/valg/:id/undersoegelse/underskrift': 'signe bo vera',
  '/kontor/valg/:id/i-rummet': 'signe bo',
  '/kontor/valg/:id/klar/:list': 'signe bo',
  '/kontor/valg/:id/tilsyn/hvem': 'signe bo',
  '/kontor/valg/:id/tilsyn/indsigelser': 'signe bo',
  '/kontor/valg/:id/tilsyn/indsigelser/:objection': 'signe bo',
  '/kontor/valg/:id/klager/ny': 'signe',
  '/kontor/valg/:id/klager/:complaint': 'signe',
  '/kontor/valg/:id/efter/stemmesedler': 'signe bo',
  '/kontor/organisationer/ny': 'signe',
  '/kontor/organisationer/:slug/navn': 'signe',
  '/kontor/organisationer/:slug/adresse': 'signe',
  '/kontor/organisationer/:slug/kontakt': 'signe',
  '/kontor/organisationer/:slug/ophoer': 'signe',
  '/kontor/sammenlaegninger': 'signe',
  '/kontor/sammenlaegninger/:id': 'signe',
  '/kontor/pladser/:slug/afgoerelse': 'signe',
  '/kontor/fornyelse/ny': 'signe',
  '/kontor/fornyelse/:years/tidsplan': 'signe',
  '/kontor/fornyelse/:years/droeftelse': 'signe',
  '/kontor/udpegninger/ny': 'signe',
  '/kontor/udpegninger/:id/svar': 'signe',
  '/kontor/udpegninger/:id/udpegning': 'signe',
  '/kontor/udpegninger/:id/ingen': 'signe',
  '/kontor/udpegninger/:id/samtykke': 'signe',
  '/kontor/udpegninger/:id/breve/:kind/:to': 'signe',
  '/kontor/udpegninger/:id/lukning': 'signe',
  '/kontor/moeder/nyt': 'signe vera',
  '/kontor/moeder/:id/ret': 'signe vera',
  '/kontor/moeder/:id/fremmoede': 'signe vera',
  '/kontor/ind-og-ud/indlaesning': 'signe',
  '/kontor/ind-og-ud/indlaesning/:id/svar': 'signe',
  '/kontor/ind-og-ud/indlaesning/:id/gem': 'signe',
  '/kontor/ind-og-ud/indlaesning/:id/kasser': 'signe',
  '/kontor/ind-og-ud/indlaesning/:id/fortryd': 'signe',
  '/kontor/vedtaegter/fil': 'signe ib',
  '/kontor/vedtaegter/flere-regler': 'signe ib',
  '/kontor/vedtaegter/ny-udgave': 'signe ib',
  '/kontor/vedtaegter/:key': 'signe ib',
  '/kontor/konti/ny': 'ib',
  '/kontor/konti/:id': 'ib',
  '/kontor/konti/:id/link': 'ib',
  '/kontor/konti/:id/lukning': 'ib',
  '/kontor/konti/:id/aabning': 'ib',
}

const addressOf = (route: string) =>
  Object.entries({
    candidacy: '1',
    complaint: '1',
    incident: '1',
    file: 'raadet.csv',
    booth: '1',
    list: '0',
    number: '1',
    entry: 'a'.repeat(32),
    slug: 'perron-4',
    years: '2026-2029',
    kind: 'anmodning',
    to: '5',
    key: 'quorum',
    token: 'x',
    id: '1',
  }).reduce((path, [name, value]) => path.replace(`:${name}`, value), route)

describe('Who may what', () => {
  let house: TestApp
  const people = new Map<string, Visitor>()
  before(async () => {
    house = await anApp({ on: '2026-03-10' })
    await insertRows(house.db)
    people.set('visitor', house.visitor())
    for (const name of WHO) if (name !== 'visitor') people.set(name, await house.as(name))
  })

  it('the tables have a line for every route, and none for what is not there', () => {
    const routes = listRoutes(house.app)
    const paths = (method: string) =>
      routes.filter((route) => route.method === method).map(({ path }) => path)
    expect(Object.keys(PAGES).sort()).to.deep.equal(paths('get').sort())
    expect(Object.keys(FORMS).sort()).to.deep.equal(paths('post').sort())
    expect(routes.filter(({ method }) => method !== 'get' && method !== 'post')).to.deep.equal([])
  })

  for (const [route, expected] of Object.entries(PAGES)) {
    it(`GET ${route}`, async () => {
      const path = addressOf(route)
      const found: string[] = []
      for (const name of WHO) {
        const { status, headers } = await people.get(name)!.raw('get', path)
        const asked = headers.location === `/log-ind?retur=${encodeURIComponent(path)}`
        found.push(status === 303 && asked ? 'in' : String(status))
      }
      expect(found.join(' ')).to.equal(expected.trim().replace(/ +/g, ' '))
    })
  }

  for (const [route, allowed] of Object.entries(FORMS)) {
    it(`POST ${route} only by ${allowed}`, async () => {
      const isElection = route.startsWith('/kontor/valg/:id')
      for (const name of WHO.filter((who) => !allowed.split(' ').includes(who))) {
        const visitor = people.get(name)!
        const page = await visitor.get(name === 'visitor' ? '/log-ind' : '/kontor/min-konto')
        const { _csrf = '' } = page.fill().fields
        const events = await house.db('audit_events').pluck('sequence')
        const { status } = await visitor.raw('post', addressOf(route), { _csrf })
        const staffElsewhere = name === 'kaj' && isElection && allowed.includes('bo')
        const notIn = name === 'visitor' || route.startsWith('/stemmeboks')
        expect(status, name).to.equal(notIn ? 401 : staffElsewhere ? 404 : 403)
        expect(await house.db('audit_events').pluck('sequence'), name).to.deep.equal(events)
      }
    })
  }

  it('those who may are let in: an empty form is refused for what it lacks, not for who sends it', async () => {
    const filled = ['/kontor/personer/ny', '/kontor/valg/nyt', '/kontor/moeder/nyt', '/kontor/hverv/nyt']
    for (const route of [...filled, '/kontor/vedtaegter/:key', '/kontor/konti/ny', '/kontor/min-konto']) {
      for (const name of FORMS[route]?.split(' ') ?? []) {
        const visitor = people.get(name)!
        const { _csrf = '' } = (await visitor.get('/kontor/min-konto')).fill().fields
        const { status } = await visitor.raw('post', addressOf(route), { _csrf })
        expect(status, `${name} ${route}`).to.equal(422)
      }
    }
  })
})
