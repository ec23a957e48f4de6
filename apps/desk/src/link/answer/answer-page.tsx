import { useTRPC } from '@medspil/client'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '../problem.tsx'
import { SignupAnswer } from './signup-answer.tsx'

/** Behind a link for one sign-up. */
export default function AnswerPage() {
  const question = useQuery(useTRPC().forening.openAnswer.queryOptions({}))
  return <Loaded query={question}>{(shown) => <SignupAnswer question={shown} />}</Loaded>
}
