/** The largest of these scales at which the document has one page; the smallest, if it has more even then. */
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
