/** The name one is called by: the first word of a full name. Who may see it is the access table's to say. */
export const firstNameOf = (name: string): string => name.split(' ')[0] ?? name
