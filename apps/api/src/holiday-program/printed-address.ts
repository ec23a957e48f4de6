/** Where families find a kommune's holiday programmes, as paper says it: `medspil.example/stevns/ferie`. @param familyOrigin `https://…` */
export const printedAddress = (familyOrigin: string, kommuneKey: string): string => `${familyOrigin}/${kommuneKey}/ferie`.replace(/^https?:\/\//, '')
