import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { FLOORS, PAGES_LOOK_AHEAD, ROOF, ROOMS } from '../../.dependency-cruiser.js'
import { projectRoot } from '../../config.ts'

export const PICTURE = /(<!-- house:start -->\n```mermaid\n)([\s\S]*?)(\n```\n<!-- house:end -->)/

/** Floors stand over each other and rooms beside each other, each with an arrow to what it knows, as Mermaid. */
export function housePicture(): string {
  const floors = [...FLOORS].reverse()
  const above = `above["${ROOF.join(' · ')}"]`
  return [
    'flowchart TB',
    '    subgraph floors["Every floor knows those below it"]',
    '        direction TB',
    `        ${above}`,
    ...floors.map(({ name, holds }) => `        ${name}["<b>${name}</b><br>${holds}"]`),
    `        ${['above', ...floors.map(({ name }) => name)].join(' --> ')}`,
    '    end',
    '    subgraph rooms["Every room knows those before it"]',
    '        direction BT',
    ...ROOMS.map(({ name, holds }) => `        room_${name}["<b>${name}</b><br>${holds}"]`),
    `        ${[...ROOMS]
      .reverse()
      .map(({ name }) => `room_${name}`)
      .join(' --> ')}`,
    ...Object.entries(PAGES_LOOK_AHEAD).map(
      ([name, { to }]) => `        room_${name} -. pages .-> ${to.map((one) => `room_${one}`).join(' & ')}`,
    ),
    '    end',
  ].join('\n')
}

/** Throws when README has no place for the picture. */
export function drawInReadme(): void {
  const file = path.join(projectRoot, 'README.md')
  const readme = readFileSync(file, 'utf8')
  if (!PICTURE.test(readme)) throw new Error('README has no place for the picture of the house')
  writeFileSync(
    file,
    readme.replace(PICTURE, (_all, before: string, _old, after: string) => before + housePicture() + after),
  )
}
