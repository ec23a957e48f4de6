import { useLingui } from '@lingui/react/macro'
import { isLanguage } from '@medspil/domain/language'
import { LanguageSwitch } from '@medspil/ui'
import { chooseLanguage, languageNames } from '../language.ts'

/** The switch between languages: at the top of Start, below the foot of every other page. */
export function Languages() {
  const { t, i18n } = useLingui()
  return (
    <LanguageSwitch
      label={t`Sprog`}
      languages={languageNames}
      current={i18n.locale}
      onChoose={(code) => {
        if (isLanguage(code)) void chooseLanguage(code)
      }}
    />
  )
}
