/** Makes the document at the first scale that gives one page; at the last scale when none does. */
export async function fitOnOnePage(
  make: (scale: number) => Promise<Buffer>,
  scales: readonly number[],
): Promise<Buffer> {
  let file: Buffer = Buffer.alloc(0)
  for (const scale of scales) {
    file = await make(scale)
    if (countPages(file) === 1) break
  }
  return file
}

function countPages(file: Buffer): number {
  return Number(/\/Type \/Pages\n\/Count (\d+)/.exec(file.toString('latin1'))?.[1] ?? 0)
}
