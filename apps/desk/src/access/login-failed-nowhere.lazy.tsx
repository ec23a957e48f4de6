import { createLazyRoute, useSearch } from '@tanstack/react-router'
import { LoginFailed } from './login-failed.tsx'

export const Route = createLazyRoute('/login-fejl')({ component: LoginFailedNowhere })

/** A login that failed before it was known at whose door. */
function LoginFailedNowhere() {
  const { hvorfor } = useSearch({ from: '/login-fejl' })
  return <LoginFailed kommuneKey={null} reason={hvorfor} />
}
