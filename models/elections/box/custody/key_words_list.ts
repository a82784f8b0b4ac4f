/**
 * No word has æ, ø or å, for any keyboard. No two share their first four letters, or differ by one letter alone.
 * The order must never change: a printed slip is read by it.
 */
export const KEY_WORDS: readonly string[] = `
abrikos adresse advent aften agurk alfabet ananas anker appelsin arkiv artikel atlas avis bakke balkon
bamse banan billet bisp blomst blyant bogen boks bold bonde brev brik brun buket bukser busk butik bygge
cement chokolade cirkel citron cykel dagbog dans datter delfin dialog digter disk drage drue dukke egern
ekko eksamen elefant elev emne engel etage fabrik fader fakkel familie farve fasan fedt ferie figen film
finger fjeder fjord flag flod flyver fodbold folk fragt fugl fyrre gaffel garage gave gedde gips giraf
glas glemme globus gnist grad gren gris gruppe guitar gulv gummi gynge hage halm hammer handel harpe
hassel hatte havre hegn helt herre hilse himmel hjelm hjul hoppe hotel humle hund hvede hvid hylde
indgang insekt jagt jolle kabel kaffe kalender karry kasse kegle kerne kilde kiosk kirke kiste klap klit
klokke kniv kobber koffert komet konge korn kost krone krydder kunst kurv kvist laks lampe land lavine
leje lektie lilje liter loft lomme lugt lunge lygte lykke lyng lyst magnet majs maleri marked maske
melon menu mester minut mode mursten musik mynte nation natur nerve nikkel notat nudel nummer oberst
ocean onkel opera orgel palme panda papir pasta pause pebber pelikan perle piano pilot pingvin plade
plukke pokal pumpe punkt pyramide radio ramme rejse robot rosin rotte rulle ryste sadel sakse salat
silke slange sokke sommer spade spejl stald stjerne strand sukker suppe svane syren sytten tablet tavle
teater tekande tempel tidsel tiger tomat torden torsk traktor triller trold tromme tulipan turist udsigt
valmue vidne vifte vinter vulkan weekend yacht yoghurt zebra
`
  .trim()
  .split(/\s+/)
