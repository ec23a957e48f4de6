import { createLazyRoute, useParams, useSearch } from '@tanstack/react-router'
import { LoginFailed } from './login-failed.tsx'

export const Route = createLazyRoute('/$kommune/login-fejl')({ component: LoginFailedPage })

/** A login that failed at a kommune's door. */
function LoginFailedPage() {
  const { kommune } = useParams({ from: '/$kommune/login-fejl' })
  const { hvorfor } = useSearch({ from: '/$kommune/login-fejl' })
  return <LoginFailed kommuneKey={kommune} reason={hvorfor} />
}
