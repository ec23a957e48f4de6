import { useMutation } from '@tanstack/react-query'
import type { MutationFunctionContext, UseMutationOptions, UseMutationResult } from '@tanstack/react-query'
import type { AppError } from './errors.ts'
import { sendOnce } from './once.ts'

type WithoutRequestId<Input> = Input extends unknown ? Omit<Input, 'requestId'> : never

/**
 * Sends an act that must happen once however often it is sent. The id is stored in the tab before the first try and used
 * again until the server has answered, also after a reload.
 * @param act what is done to what, e.g. `signup.request:<offer id>`; two acts that may wait at once need two names
 * @param options `trpc.<room>.<verb>.mutationOptions()`
 */
export function useOnce<Answer, Input extends { requestId: string }>(
  act: string,
  options: Pick<UseMutationOptions<Answer, AppError, Input>, 'mutationFn' | 'mutationKey'>,
): UseMutationResult<Answer, AppError, WithoutRequestId<Input>> {
  const { mutationFn, mutationKey } = options
  return useMutation<Answer, AppError, WithoutRequestId<Input>>({
    mutationKey,
    // A press must be answered now, also without a network; the id makes the next press safe.
    networkMode: 'always',
    mutationFn: async (input, context: MutationFunctionContext) => {
      if (!mutationFn) throw new Error(`${act} has no way to be sent`)
      return sendOnce(act, sessionStorage, (requestId) => mutationFn({ ...input, requestId } as unknown as Input, context))
    },
  })
}
