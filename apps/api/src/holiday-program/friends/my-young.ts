import { loadMyChildren } from '@medspil/db/application'
import { completedYears } from '@medspil/domain/day'
import type { Shell } from '../../shell.ts'

/** An adult logs in for its children; one's own login is a child's until here. */
const grownUp = 18

/** The children that the actor decides for, itself among them until it is grown up. */
export async function loadMyYoung({ tx, now }: Shell): Promise<{ id: string; name: string }[]> {
  return (await loadMyChildren(tx)).filter(({ birthDay }) => completedYears(birthDay, now.day) < grownUp)
}
